/** A ticket's id as people write it (`T-12`, `t12`, `#12`, `12`), in the desk's own spelling. */
export function ticketIdIn(words: string): string | undefined {
  const digits = /^(?:t\s*-?\s*|#\s*)?0*([1-9]\d{0,9})$/i.exec(words.trim())?.[1];
  return digits === undefined ? undefined : `T-${digits}`;
}
