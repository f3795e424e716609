import { element } from '../element.js';
import { keptValue, registerField } from './frame.js';
import { asKit, asList, asNumber, asText } from './kit.js';

/** @import { Frame, Spot } from './frame.js' */
/** @import { Kit } from './kit.js' */

/** The native input for each of Slack's one-line inputs. */
const natives = {
  url_text_input: 'url',
  email_text_input: 'email',
  number_input: 'text',
  plain_text_input: 'text',
};

/**
 * A line or box of text, an address, an e-mail address or a number.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function textInputPart(part, frame, spot) {
  const type = /** @type {keyof typeof natives} */ (part.type);
  const before = keptValue(frame, spot)?.value ?? part.initial_value;
  const shared = {
    class: 'input',
    value: typeof before === 'string' ? before : '',
    placeholder: asText(part.placeholder),
    maxlength: asNumber(part.max_length) ?? (type === 'plain_text_input' ? 3000 : undefined),
    'aria-label': spot.label,
    'data-action-id': spot.actionId,
    autofocus: part.focus_on_load === true,
  };
  const input =
    part.multiline === true
      ? element('textarea', {
          ...shared,
          rows: Math.max(5, Math.min(14, shared.value.split('\n').length + 1)),
        })
      : element('input', {
          ...shared,
          type: natives[type] ?? 'text',
          inputmode: type === 'number_input' ? 'decimal' : undefined,
        });
  registerField(frame, spot, () => ({ type, value: input.value === '' ? null : input.value }));
  return input;
}

/**
 * Formatted text, entered as plain paragraphs here.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function richTextInputPart(part, frame, spot) {
  const before = keptValue(frame, spot)?.rich_text_value ?? part.initial_value;
  const input = element('textarea', {
    class: 'input',
    rows: 6,
    value: richTextWords(before),
    placeholder: asText(part.placeholder),
    'aria-label': spot.label,
    'data-action-id': spot.actionId,
  });
  registerField(frame, spot, () => ({ type: 'rich_text_input', rich_text_value: richTextFrom(input.value) }));
  return input;
}

/**
 * A choice of files; only their names, kinds and sizes travel with the form.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function fileInputPart(part, frame, spot) {
  const input = element('input', {
    type: 'file',
    class: 'input',
    multiple: asNumber(part.max_files) !== 1,
    'aria-label': spot.label,
    'data-action-id': spot.actionId,
  });
  registerField(frame, spot, () => ({
    type: 'file_input',
    files: [...(input.files ?? [])].map((file) => ({
      name: file.name,
      mimetype: file.type,
      size: file.size,
    })),
  }));
  return input;
}

/** @param {string} text */
function richTextFrom(text) {
  if (text === '') return null;
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}

/**
 * The words of a rich text, one line for each of its sections.
 * @param {unknown} value
 * @returns {string}
 */
function richTextWords(value) {
  return asList(asKit(value).elements)
    .map((section) =>
      asList(section.elements)
        .map((part) => asText(part.text) || asText(part.url) || richTextWords({ elements: [part] }))
        .join(''),
    )
    .join('\n');
}
