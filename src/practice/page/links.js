const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address when it is safe to follow, otherwise undefined. Anything that could run (`javascript:`, `data:`)
 * is refused, so that it is shown as plain text.
 * @param {unknown} address
 * @returns {string | undefined}
 */
export function safeAddress(address) {
  if (typeof address !== 'string') return undefined;
  try {
    const parsed = new URL(address, location.origin);
    return schemes.has(parsed.protocol) ? parsed.href : undefined;
  } catch {
    // Not an address at all: shown as text like everything else we cannot follow.
    return undefined;
  }
}

/**
 * The address when the page may load it as a picture: its own server's or inline data, as the content policy says.
 * @param {unknown} address
 * @returns {string | undefined}
 */
export function pictureAddress(address) {
  if (typeof address !== 'string') return undefined;
  if (/^data:image\/(png|jpeg|gif|webp);base64,/.test(address)) return address;
  const safe = safeAddress(address);
  return safe?.startsWith(`${location.origin}/`) ? safe : undefined;
}
