import { element } from '../element.js';
import { icon } from '../icon.js';
import { linkNode } from '../mrkdwn.js';
import { asKit, asList, asText } from './kit.js';
import { partNode } from './parts.js';
import { richTextBlock } from './rich-text.js';
import { imageNode, textNodes } from './text-blocks.js';

/** @import { Frame } from './frame.js' */
/** @import { Kit } from './kit.js' */

/** What each state of a task is called. @type {Record<string, string>} */
const taskStates = { pending: 'To do', in_progress: 'In progress', complete: 'Done', error: 'Failed' };

/** @param {Kit} block @param {Frame} frame @param {string} blockId @returns {HTMLElement} */
export function actionsBlock(block, frame, blockId) {
  const parts = asList(block.elements).map((part) =>
    partNode(part, frame, {
      blockId,
      actionId: asText(part.action_id),
      label: asText(part.placeholder),
      inInput: false,
      optional: true,
    }),
  );
  return element('div', { class: 'actions' }, ...parts);
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function alertBlock(block, frame) {
  const level = ['info', 'warning', 'error', 'success'].find((known) => known === block.level) ?? 'default';
  return element(
    'div',
    { class: `alert alert-${level}`, role: 'note' },
    element('div', { class: 'prose' }, ...textNodes(block.text, frame)),
  );
}

/** @param {Kit} block @param {Frame} frame @param {string} blockId @returns {HTMLElement} */
export function cardBlock(block, frame, blockId) {
  const line = (/** @type {string} */ key) =>
    asText(block[key]) !== '' &&
    element('div', { class: `card-${key} prose` }, ...textNodes(block[key], frame));
  return element(
    'div',
    { class: 'kit-card' },
    Boolean(block.hero_image) && imageNode(asKit(block.hero_image), 'image-large'),
    line('title'),
    line('subtitle'),
    line('body'),
    asList(block.actions).length > 0 && actionsBlock({ elements: block.actions }, frame, blockId),
  );
}

/** @param {Kit} block @param {Frame} frame @param {string} blockId @returns {HTMLElement} */
export function carouselBlock(block, frame, blockId) {
  const cards = asList(block.elements).map((card) => cardBlock(card, frame, blockId));
  return element('div', { class: 'carousel', tabindex: 0, role: 'group', 'aria-label': 'Cards' }, ...cards);
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function taskCardBlock(block, frame) {
  const status = asText(block.status);
  const rich = (/** @type {unknown} */ value) => Boolean(value) && richTextBlock(asKit(value), frame);
  const sources = asList(block.sources).map((source) =>
    linkNode(asText(source.url), [asText(source.text) || asText(source.url)]),
  );
  return element(
    'div',
    { class: `task task-${status}` },
    element(
      'div',
      { class: 'task-title' },
      element('span', { class: 'task-state' }, taskStates[status] ?? status),
      asText(block.title),
    ),
    rich(block.details),
    rich(block.output),
    sources.length > 0 && element('div', { class: 'row' }, ...sources),
  );
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function planBlock(block, frame) {
  return element(
    'div',
    { class: 'kit-card' },
    element('div', { class: 'card-title' }, asText(block.title)),
    ...asList(block.tasks).map((task) => taskCardBlock(task, frame)),
  );
}

/** @param {Kit} block @returns {HTMLElement} */
export function fileBlock(block) {
  return element('div', { class: 'file-line' }, icon('file'), asText(block.external_id) || 'File');
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function videoBlock(block, frame) {
  const address = asText(block.title_url) || asText(block.video_url);
  return element(
    'div',
    { class: 'kit-card' },
    element('div', { class: 'card-title' }, linkNode(address, [asText(block.title) || 'Video'])),
    asText(block.description) !== '' &&
      element('div', { class: 'card-body' }, ...textNodes(block.description, frame)),
  );
}
