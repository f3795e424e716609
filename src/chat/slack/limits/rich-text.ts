import { at, checkList, checkString, complain, type Loose, type Spot } from './inspect.ts';
import { slackLimits as limit } from './table.ts';

const containers = new Set(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']);

/** A `rich_text` block: sections, quotes, preformatted text and lists of sections. */
export function checkRichText(block: Loose, spot: Spot): void {
  checkList(block.elements, { max: Number.POSITIVE_INFINITY, each: part }, at(spot, '.elements'));
}

function part(element: Loose, spot: Spot): void {
  if (element.type === 'rich_text_list') {
    if (element.style !== 'bullet' && element.style !== 'ordered') {
      complain(at(spot, '.style'), 'must be bullet or ordered');
    }
    checkList(element.elements, { max: Number.POSITIVE_INFINITY, each: line }, at(spot, '.elements'));
    return;
  }
  line(element, spot);
}

function line(element: Loose, spot: Spot): void {
  if (typeof element.type !== 'string' || !containers.has(element.type)) {
    complain(at(spot, '.type'), `"${String(element.type)}" is not allowed here`);
    return;
  }
  checkList(element.elements, { min: 0, max: Number.POSITIVE_INFINITY, each: span }, at(spot, '.elements'));
}

const spans: Readonly<Record<string, (span: Loose, spot: Spot) => void>> = {
  // No single limit is documented; the sum over the message is.
  text: (element, spot) => checkString(element.text, Number.POSITIVE_INFINITY, at(spot, '.text')),
  link: (element, spot) => checkString(element.url, limit.url, at(spot, '.url')),
  user: (element, spot) => checkString(element.user_id, limit.blockId, at(spot, '.user_id')),
  usergroup: (element, spot) => checkString(element.usergroup_id, limit.blockId, at(spot, '.usergroup_id')),
  channel: (element, spot) => checkString(element.channel_id, limit.blockId, at(spot, '.channel_id')),
  emoji: (element, spot) => checkString(element.name, limit.blockId, at(spot, '.name')),
  broadcast: (element, spot) => checkString(element.range, limit.blockId, at(spot, '.range')),
  color: (element, spot) => checkString(element.value, limit.blockId, at(spot, '.value')),
  date(element, spot) {
    if (!Number.isInteger(element.timestamp)) complain(at(spot, '.timestamp'), 'must be whole seconds');
    checkString(element.format, limit.blockId, at(spot, '.format'));
  },
};

function span(element: Loose, spot: Spot): void {
  const check = typeof element.type === 'string' ? spans[element.type] : undefined;
  if (check) check(element, spot);
  else complain(at(spot, '.type'), `"${String(element.type)}" is not allowed here`);
}
