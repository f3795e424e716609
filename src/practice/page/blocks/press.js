import { confirmed } from './confirm.js';
/** @import { Frame, Spot } from './frame.js' */
/** @import { Kit } from './kit.js' */

/**
 * Tells the desk that an element was used, after its confirm question, and shows it as busy meanwhile.
 * @param {Frame} frame
 * @param {{ part: Kit, spot: Spot, control: HTMLElement, value?: string | string[] | undefined }} used
 * @returns {Promise<'told' | 'declined'>}
 */
export async function tell(frame, { part, spot, control, value }) {
  if ((await confirmed(part, frame)) === 'no') return 'declined';
  control.setAttribute('aria-busy', 'true');
  try {
    await frame.press({
      blockId: spot.blockId,
      actionId: spot.actionId,
      ...(value === undefined ? {} : { value }),
    });
  } finally {
    control.removeAttribute('aria-busy');
  }
  return 'told';
}
