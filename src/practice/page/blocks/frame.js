/** @import { Names } from '../mrkdwn.js' */
/** @import { PracticeChannel, PracticePerson } from '../../control.ts' */

/**
 * Where blocks are drawn, and what they may do there.
 * @typedef {{
 *   surface: 'message' | 'modal' | 'home',
 *   names: Names,
 *   people: () => PracticePerson[],
 *   channels: () => PracticeChannel[],
 *   press: (pressed: Pressed) => Promise<void>,
 *   fields: Fields,
 *   errors: Readonly<Record<string, string>>,
 *   kept: StateValues,
 * }} Frame
 */

/** @typedef {{ blockId: string, actionId: string, value?: string | string[] }} Pressed */
/** @typedef {Record<string, Record<string, unknown>>} StateValues Slack's `view.state.values` */

/**
 * The inputs of a view, by block and action, each able to say its present value in Slack's shape.
 * @typedef {Map<string, { blockId: string, actionId: string, read: () => Record<string, unknown> }>} Fields
 */

/**
 * Which element of which block something belongs to.
 * @typedef {{ blockId: string, actionId: string, label: string, inInput: boolean, optional: boolean }} Spot
 */

/**
 * Collects the values of all inputs in Slack's shape.
 * @param {Fields} fields
 * @returns {StateValues}
 */
export function stateValues(fields) {
  /** @type {StateValues} */
  const values = {};
  for (const { blockId, actionId, read } of fields.values()) {
    values[blockId] = { ...values[blockId], [actionId]: read() };
  }
  return values;
}

/**
 * Registers an input of the view.
 * @param {Frame} frame
 * @param {Spot} spot
 * @param {() => Record<string, unknown>} read
 */
export function registerField(frame, spot, read) {
  frame.fields.set(JSON.stringify([spot.blockId, spot.actionId]), {
    blockId: spot.blockId,
    actionId: spot.actionId,
    read,
  });
}

/**
 * What the person had already entered here before the view was redrawn.
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {Record<string, unknown> | undefined}
 */
export function keptValue(frame, spot) {
  const kept = frame.kept[spot.blockId]?.[spot.actionId];
  return typeof kept === 'object' && kept !== null
    ? /** @type {Record<string, unknown>} */ (kept)
    : undefined;
}
