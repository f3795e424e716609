import { element } from '../element.js';
import { liveTime } from '../live-times.js';
import { channelMention, emojiNode, linkNode, personMention } from '../mrkdwn.js';
import { asKit, asList, asNumber, asText } from './kit.js';
/** @import { Frame } from './frame.js' */
/** @import { Kit } from './kit.js' */

/**
 * A `rich_text` block.
 * @param {Kit} block
 * @param {Frame} frame
 * @returns {HTMLElement}
 */
export function richTextBlock(block, frame) {
  const box = element('div', { class: 'rich-text prose' });
  for (const group of listRuns(asList(block.elements))) {
    const first = asKit(group[0]);
    if (first.type === 'rich_text_list') box.append(nestedList(group, frame));
    else box.append(...group.map((part) => partOf(part, frame)));
  }
  return box;
}

/** Neighbouring lists belong together: their indents make one nested list. */
/** @param {Kit[]} parts @returns {Kit[][]} */
function listRuns(parts) {
  /** @type {Kit[][]} */
  const runs = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.type === 'rich_text_list' && last?.[0]?.type === 'rich_text_list') last.push(part);
    else runs.push([part]);
  }
  return runs;
}

/** @param {Kit} part @param {Frame} frame @returns {Node} */
function partOf(part, frame) {
  const spans = asList(part.elements).map((span) => spanOf(span, frame));
  switch (part.type) {
    case 'rich_text_quote':
      return element('blockquote', {}, ...spans);
    case 'rich_text_preformatted':
      return element('pre', { class: 'code' }, ...spans);
    default:
      return element('div', { class: 'rich-section' }, ...spans);
  }
}

/** @param {Kit[]} lists @param {Frame} frame @returns {Node} */
function nestedList(lists, frame) {
  /** @type {{ indent: number, node: HTMLElement }[]} the lists we are inside of, outermost first */
  const open = [];
  const root = element('div');
  for (const list of lists) {
    const indent = asNumber(list.indent) ?? 0;
    while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
    const ordered = list.style === 'ordered';
    const current = open.at(-1);
    if (!current || current.indent < indent || (current.node.tagName === 'OL') !== ordered) {
      if (current?.indent === indent) open.pop();
      const start = (asNumber(list.offset) ?? 0) + 1;
      const node = ordered ? element('ol', { start: start > 1 ? start : undefined }) : element('ul');
      (open.at(-1)?.node.lastElementChild ?? open.at(-1)?.node ?? root).append(node);
      open.push({ indent, node });
    }
    const target = open.at(-1)?.node;
    for (const item of asList(list.elements)) {
      target?.append(element('li', {}, ...asList(item.elements).map((span) => spanOf(span, frame))));
    }
  }
  return root;
}

/** @param {Kit} span @param {Frame} frame @returns {Node} */
function spanOf(span, frame) {
  const style = asKit(span.style);
  const marks = /** @type {const} */ ([
    ['code', 'code'],
    ['strike', 's'],
    ['italic', 'em'],
    ['bold', 'strong'],
  ]);
  return marks.reduce(
    (node, [mark, tag]) => (style[mark] === true ? element(tag, {}, node) : node),
    bareSpan(span, frame),
  );
}

/** @param {Kit} span @param {Frame} frame @returns {Node} */
function bareSpan(span, frame) {
  switch (span.type) {
    case 'link':
      return linkNode(asText(span.url), [asText(span.text) || asText(span.url)]);
    case 'user':
      return personMention(asText(span.user_id), frame.names);
    case 'usergroup':
      return element('span', { class: 'mention' }, `@${asText(span.usergroup_id)}`);
    case 'team':
      return element('span', { class: 'mention' }, `@${asText(span.team_id)}`);
    case 'channel':
      return channelMention(asText(span.channel_id), frame.names);
    case 'emoji':
      return emojiNode(asText(span.name));
    case 'broadcast':
      return element('span', { class: 'mention mention-all' }, `@${asText(span.range)}`);
    case 'color':
      return element('code', {}, asText(span.value));
    case 'date':
      return dateSpan(span, frame);
    default:
      return document.createTextNode(asText(span.text));
  }
}

/** @param {Kit} span @param {Frame} frame @returns {Node} */
function dateSpan(span, frame) {
  const seconds = asNumber(span.timestamp);
  if (seconds === undefined) return document.createTextNode(asText(span.fallback));
  const time = liveTime({
    atMs: seconds * 1000,
    pattern: asText(span.format),
    nowMs: frame.names.now(),
  });
  return asText(span.url) ? linkNode(asText(span.url), [time]) : time;
}
