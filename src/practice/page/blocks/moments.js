import { element } from '../element.js';
import { keptValue, registerField } from './frame.js';
import { asNumber, asText } from './kit.js';
import { tell } from './press.js';

/** @import { Frame, Spot } from './frame.js' */
/** @import { Kit } from './kit.js' */

/** What differs between the three kinds: the native input and the names in Slack's state. */
const kinds = {
  datepicker: { input: 'date', state: 'selected_date', initial: 'initial_date' },
  timepicker: { input: 'time', state: 'selected_time', initial: 'initial_time' },
  datetimepicker: { input: 'datetime-local', state: 'selected_date_time', initial: 'initial_date_time' },
};

/**
 * A date, a time of day, or both.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function momentPart(part, frame, spot) {
  const type = /** @type {keyof typeof kinds} */ (part.type);
  const kind = kinds[type];
  const before = keptValue(frame, spot)?.[kind.state] ?? part[kind.initial];
  const input = element('input', {
    type: kind.input,
    class: 'input input-moment',
    value: type === 'datetimepicker' ? localInput(asNumber(before)) : asText(before),
    'aria-label': spot.label || asText(part.placeholder) || 'When',
    'data-action-id': spot.actionId,
    on: { change: onChange },
  });
  if (frame.surface !== 'message') registerField(frame, spot, () => ({ type, [kind.state]: present() }));
  return input;

  function present() {
    if (input.value === '') return null;
    return type === 'datetimepicker' ? Math.floor(new Date(input.value).getTime() / 1000) : input.value;
  }

  function onChange() {
    const value = present();
    if (!spot.inInput && value !== null)
      void tell(frame, { part, spot, control: input, value: String(value) });
  }
}

/** Seconds since the epoch as the native input wants them, in the viewer's zone. */
/** @param {number | undefined} seconds */
function localInput(seconds) {
  if (seconds === undefined) return '';
  const at = new Date(seconds * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
