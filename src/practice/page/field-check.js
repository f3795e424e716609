/** @import { StateValues } from './blocks/frame.js' */

/**
 * What Slack's own clients check before a form goes to the app: required fields, addresses, numbers.
 * @param {HTMLFormElement} form
 * @param {StateValues} values
 * @returns {Record<string, string>} problems by block id
 */
export function checkFields(form, values) {
  /** @type {Record<string, string>} */
  const problems = {};
  for (const field of form.querySelectorAll('.form-field')) {
    const { blockId = '', required } = /** @type {HTMLElement} */ (field).dataset;
    const state = Object.values(values[blockId] ?? {})[0];
    const problem = problemOf(/** @type {Record<string, unknown>} */ (state ?? {}), required !== undefined);
    if (problem) problems[blockId] = problem;
  }
  return problems;
}

/**
 * @param {Record<string, unknown>} state
 * @param {unknown} isRequired
 */
function problemOf(state, isRequired) {
  const present = Object.entries(state).filter(([name]) => name !== 'type')[0]?.[1];
  const isEmpty =
    present === null || present === undefined || (Array.isArray(present) && present.length === 0);
  if (isEmpty) return isRequired ? 'Please fill this in.' : undefined;
  const text = String(present);
  if (state.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    return 'This is not an e-mail address.';
  if (state.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(text))
    return 'Start the address with https://.';
  if (state.type === 'number_input' && !Number.isFinite(Number(text))) return 'This is not a number.';
  return undefined;
}
