import { element } from '../element.js';
import { pictureAddress } from '../links.js';
import { linkNode } from '../mrkdwn.js';
import { buttonPart, feedbackPart, iconButtonPart, overflowPart } from './buttons.js';
import { choicesPart } from './choices.js';
import { fileInputPart, richTextInputPart, textInputPart } from './inputs.js';
import { asText } from './kit.js';
import { momentPart } from './moments.js';
import { selectPart } from './selects.js';

/** @import { Frame, Spot } from './frame.js' */
/** @import { Kit } from './kit.js' */

/** @type {Record<string, (part: Kit, frame: Frame, spot: Spot) => HTMLElement>} */
const parts = {
  button: buttonPart,
  workflow_button: buttonPart,
  overflow: overflowPart,
  feedback_buttons: feedbackPart,
  icon_button: iconButtonPart,
  checkboxes: choicesPart,
  radio_buttons: choicesPart,
  datepicker: momentPart,
  timepicker: momentPart,
  datetimepicker: momentPart,
  plain_text_input: textInputPart,
  url_text_input: textInputPart,
  email_text_input: textInputPart,
  number_input: textInputPart,
  rich_text_input: richTextInputPart,
  file_input: fileInputPart,
  image: picturePart,
};

/**
 * One Block Kit element. An unknown one is shown as a box with its name.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function partNode(part, frame, spot) {
  const type = asText(part.type);
  const draw = type.endsWith('_select') ? selectPart : parts[type];
  return draw ? draw(part, frame, spot) : unknownBox(type);
}

/**
 * Stands where something cannot be drawn, so that nothing is silently missing.
 * @param {string} type
 */
export function unknownBox(type) {
  return element('div', { class: 'unknown' }, `This page cannot show “${type || 'nothing'}” yet`);
}

/** @param {Kit} part @returns {HTMLElement} */
function picturePart(part) {
  const source = pictureAddress(part.image_url);
  const description = asText(part.alt_text) || 'Picture';
  if (source) return element('img', { src: source, alt: description, class: 'image-small', loading: 'lazy' });
  return element('span', { class: 'image-elsewhere' }, linkNode(asText(part.image_url), [description]));
}
