import { element } from '../element.js';
import { pictureAddress } from '../links.js';
import { markdown } from '../markdown.js';
import { linkNode, mrkdwn } from '../mrkdwn.js';
import { emojiText } from './buttons.js';
import { asKit, asList, asText } from './kit.js';
import { partNode } from './parts.js';
/** @import { Frame } from './frame.js' */
/** @import { Kit } from './kit.js' */

/**
 * A text object as nodes: mrkdwn, or plain text with emoji.
 * @param {unknown} text
 * @param {Frame} frame
 * @returns {Node[]}
 */
export function textNodes(text, frame) {
  return asKit(text).type === 'mrkdwn' ? mrkdwn(asText(text), frame.names) : emojiText(text, frame);
}

/** @param {Kit} block @param {Frame} frame @param {string} blockId @returns {HTMLElement} */
export function sectionBlock(block, frame, blockId) {
  const label = asText(block.text)
    .replace(/[*_~`]/g, '')
    .slice(0, 80);
  const fields = asList(block.fields);
  const text =
    asText(block.text) !== '' && element('div', { class: 'prose' }, ...textNodes(block.text, frame));
  const grid =
    fields.length > 0 &&
    element(
      'div',
      { class: 'fields' },
      ...fields.map((field) => element('div', { class: 'field prose' }, ...textNodes(field, frame))),
    );
  const body = element('div', { class: 'section-body' }, text, grid);
  if (!block.accessory) return element('div', { class: 'section' }, body);
  const accessory = asKit(block.accessory);
  const part = partNode(accessory, frame, {
    blockId,
    actionId: asText(accessory.action_id),
    label,
    inInput: false,
    optional: true,
  });
  return element(
    'div',
    { class: 'section has-accessory' },
    body,
    element('div', { class: 'accessory' }, part),
  );
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function headerBlock(block, frame) {
  return element(
    'div',
    { class: 'block-header', role: 'heading', 'aria-level': 3 },
    ...emojiText(block.text, frame),
  );
}

/** @returns {HTMLElement} */
export function dividerBlock() {
  return element('hr', { class: 'divider' });
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function contextBlock(block, frame) {
  const parts = asList(block.elements).map((part) =>
    part.type === 'image'
      ? imageNode(part, 'context-image')
      : element('span', { class: 'prose' }, ...textNodes(part, frame)),
  );
  return element('div', { class: 'context' }, ...parts);
}

/** @param {Kit} block @returns {HTMLElement} */
export function markdownBlock(block) {
  return element('div', { class: 'markdown prose' }, ...markdown(asText(block.text)));
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function imageBlock(block, frame) {
  const title = asText(block.title) !== '' && element('figcaption', {}, ...emojiText(block.title, frame));
  return element('figure', { class: 'image' }, title, imageNode(block, 'image-large'));
}

/**
 * A picture from this server, or a link with its description for one from elsewhere: the page loads nothing
 * from other places.
 * @param {Kit} part
 * @param {string} kind
 * @returns {Node}
 */
export function imageNode(part, kind) {
  const address = asText(part.image_url) || asText(asKit(part.slack_file).url);
  const source = pictureAddress(address);
  const description = asText(part.alt_text) || 'Picture';
  if (source) return element('img', { src: source, alt: description, class: kind, loading: 'lazy' });
  return element('span', { class: 'image-elsewhere' }, linkNode(address, [description]));
}
