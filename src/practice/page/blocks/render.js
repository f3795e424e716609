import { element } from '../element.js';
import {
  actionsBlock,
  alertBlock,
  cardBlock,
  carouselBlock,
  fileBlock,
  planBlock,
  taskCardBlock,
  videoBlock,
} from './cards.js';
import { chartBlock } from './chart.js';
import { inputBlock } from './input-block.js';
import { asKit, asText } from './kit.js';
import { unknownBox } from './parts.js';
import { richTextBlock } from './rich-text.js';
import { dataTableBlock, tableBlock } from './tables.js';
import {
  contextBlock,
  dividerBlock,
  headerBlock,
  imageBlock,
  markdownBlock,
  sectionBlock,
  textNodes,
} from './text-blocks.js';

/** @import { Frame } from './frame.js' */
/** @import { Kit } from './kit.js' */

/** @type {Record<string, (block: Kit, frame: Frame, blockId: string) => HTMLElement>} */
const renderers = {
  section: sectionBlock,
  header: headerBlock,
  divider: dividerBlock,
  context: contextBlock,
  actions: actionsBlock,
  context_actions: actionsBlock,
  input: inputBlock,
  rich_text: richTextBlock,
  markdown: markdownBlock,
  image: imageBlock,
  table: tableBlock,
  data_table: dataTableBlock,
  data_visualization: chartBlock,
  alert: alertBlock,
  card: cardBlock,
  carousel: carouselBlock,
  container: containerBlock,
  task_card: taskCardBlock,
  plan: planBlock,
  file: fileBlock,
  video: videoBlock,
};

/**
 * Blocks as nodes, ready to be used. A block this page does not know is shown as a labelled box.
 * @param {unknown} blocks
 * @param {Frame} frame
 * @returns {HTMLElement[]}
 */
export function renderBlocks(blocks, frame) {
  if (!Array.isArray(blocks)) return [];
  return blocks.map((raw, index) => {
    const block = asKit(raw);
    const type = asText(block.type);
    const blockId = asText(block.block_id) || `block-${index + 1}`;
    const node = renderers[type]?.(block, frame, blockId) ?? unknownBox(type);
    node.classList.add('block');
    node.dataset.blockId = blockId;
    return node;
  });
}

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
function containerBlock(block, frame) {
  const title = block.rich_text_title
    ? [richTextBlock(asKit(block.rich_text_title), frame)]
    : textNodes(block.title, frame);
  const subtitle =
    asText(block.subtitle) !== '' &&
    element('div', { class: 'card-subtitle' }, ...textNodes(block.subtitle, frame));
  const children = renderBlocks(block.child_blocks, frame);
  if (block.is_collapsible !== true) {
    return element(
      'div',
      { class: 'kit-card' },
      element('div', { class: 'card-title' }, ...title),
      subtitle,
      ...children,
    );
  }
  const open = block.default_collapsed !== true;
  return element(
    'details',
    { class: 'kit-card', open },
    element('summary', { class: 'card-title' }, ...title),
    subtitle,
    ...children,
  );
}
