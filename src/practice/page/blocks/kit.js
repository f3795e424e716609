/**
 * A piece of Block Kit as it came over the wire. Nothing about it is taken for granted:
 * a bot may post anything, and the page must still stand.
 * @typedef {Readonly<Record<string, unknown>>} Kit
 */

/** @param {unknown} value @returns {Kit} */
export function asKit(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? /** @type {Kit} */ (value)
    : {};
}

/** @param {unknown} value @returns {Kit[]} */
export function asList(value) {
  return Array.isArray(value) ? value.map(asKit) : [];
}

/** The words of a string or of a text object. @param {unknown} value @returns {string} */
export function asText(value) {
  if (typeof value === 'string') return value;
  const text = asKit(value).text;
  return typeof text === 'string' ? text : '';
}

/** @param {unknown} value @returns {string[]} */
export function asTexts(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** @param {unknown} value @returns {number | undefined} */
export function asNumber(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
