import { element } from '../element.js';
import { mrkdwnInline } from '../mrkdwn.js';
import { keptValue, registerField } from './frame.js';
import { asKit, asList, asText } from './kit.js';
import { tell } from './press.js';

/** @import { Frame, Spot } from './frame.js' */
/** @import { Kit } from './kit.js' */

/** Counts the groups of the page, for names of radio groups. */
let groups = 0;

/**
 * Checkboxes or radio buttons.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function choicesPart(part, frame, spot) {
  groups += 1;
  const many = part.type === 'checkboxes';
  const options = asList(part.options);
  const before = keptValue(frame, spot) ?? {
    selected_option: part.initial_option,
    selected_options: part.initial_options,
  };
  const checked = many ? asList(before.selected_options) : [asKit(before.selected_option)];
  const inputs = options.map((option) =>
    element('input', {
      type: many ? 'checkbox' : 'radio',
      name: `choice-${groups}`,
      checked: checked.some((known) => known.value === option.value && option.value !== undefined),
      on: { change: onChange },
    }),
  );
  const box = element(
    'div',
    {
      class: 'choices',
      role: many ? 'group' : 'radiogroup',
      'aria-label': spot.label || 'Options',
      'data-action-id': spot.actionId,
    },
    ...options.map((option, index) => choice(option, inputs[index] ?? element('input'), frame)),
  );
  const picked = () => options.filter((_, index) => inputs[index]?.checked);
  if (frame.surface !== 'message') {
    registerField(frame, spot, () =>
      many
        ? { type: 'checkboxes', selected_options: picked() }
        : { type: 'radio_buttons', selected_option: picked()[0] ?? null },
    );
  }
  return box;

  function onChange() {
    const values = picked().map((option) => asText(option.value));
    if (!spot.inInput) void tell(frame, { part, spot, control: box, value: many ? values : values[0] });
  }
}

/** @param {Kit} option @param {HTMLInputElement} input @param {Frame} frame */
function choice(option, input, frame) {
  return element(
    'label',
    { class: 'choice' },
    input,
    element(
      'span',
      {},
      ...words(option.text, frame),
      asText(option.description) !== '' && element('small', {}, ...words(option.description, frame)),
    ),
  );
}

/** @param {unknown} text @param {Frame} frame @returns {(Node | string)[]} */
function words(text, frame) {
  return asKit(text).type === 'mrkdwn' ? mrkdwnInline(asText(text), frame.names) : [asText(text)];
}
