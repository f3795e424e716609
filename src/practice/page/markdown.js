import { element } from './element.js';
import { emojiNode, linkNode } from './mrkdwn.js';

const inline = new RegExp(
  [
    '`([^`\\n]+)`',
    '\\[([^\\]\\n]+)\\]\\(((?:[^()\\s]|\\([^()\\s]*\\))+)\\)',
    '(\\*\\*|__)(?=\\S)([^\\n]*?\\S)\\4',
    '~~(?=\\S)([^\\n]*?\\S)~~',
    '(?<![\\p{L}\\p{N}])([*_])(?=\\S)([^\\n]*?\\S)\\7(?![\\p{L}\\p{N}])',
    ':([a-z0-9_+\\-]+):',
    '(https?://[^\\s<>)]+[^\\s<>).,;:!?\'"])',
  ].join('|'),
  'giu',
);

/** The leading block kinds of a line, each with what makes a line belong to it. */
const kinds = [
  { kind: 'heading', test: /^#{1,6} / },
  { kind: 'rule', test: /^ *([-*_])( *\1){2,} *$/ },
  { kind: 'list', test: /^ *(?:[-*+]|\d+[.)]) / },
  { kind: 'quote', test: /^>/ },
  { kind: 'table', test: /^ *\|.*\| *$/ },
];

/**
 * Standard Markdown as nodes (headings, lists, quotes, tables, code, rules, emphasis, links). Markup inside is text.
 * @param {string} text
 * @returns {Node[]}
 */
export function markdown(text) {
  return text.split(/^```[^\n]*\n?/m).flatMap((part, index) => {
    if (index % 2 === 1) return [element('pre', { class: 'code' }, part.replace(/\n$/, ''))];
    return groups(part).map(({ kind, lines }) => blockOf(kind, lines));
  });
}

/** @param {string} text @returns {{ kind: string, lines: string[] }[]} */
function groups(text) {
  /** @type {{ kind: string, lines: string[] }[]} */
  const found = [];
  let open = false;
  for (const line of text.split('\n')) {
    const continued = /^ {2,}\S/.test(line) && open && found.at(-1)?.kind === 'list';
    const kind = kinds.find(({ test }) => test.test(line))?.kind ?? (continued ? 'list' : 'text');
    if (line.trim() === '') open = false;
    else if (open && found.at(-1)?.kind === kind && kind !== 'heading') found.at(-1)?.lines.push(line);
    else {
      found.push({ kind, lines: [line] });
      open = true;
    }
  }
  return found;
}

/** @param {string} kind @param {string[]} lines @returns {Node} */
function blockOf(kind, lines) {
  const first = lines[0] ?? '';
  switch (kind) {
    case 'heading':
      return element(
        'p',
        { class: 'md-heading', role: 'heading', 'aria-level': 4 },
        ...spans(first.replace(/^#+ /, '')),
      );
    case 'rule':
      return element('hr');
    case 'list':
      return listOf(lines);
    case 'quote':
      return element('blockquote', {}, ...markdown(lines.map((line) => line.replace(/^> ?/, '')).join('\n')));
    case 'table':
      return tableOf(lines);
    default:
      return element('p', {}, ...spans(lines.join('\n')));
  }
}

/** @param {string[]} lines @returns {Node} */
function listOf(lines) {
  const ordered = /^ *\d/.test(lines[0] ?? '');
  const depth = (lines[0] ?? '').search(/\S/);
  const start = ordered ? Number.parseInt(lines[0] ?? '1', 10) : undefined;
  const list = ordered ? element('ol', { start }) : element('ul');
  /** @type {string[][]} */
  const items = [];
  for (const line of lines) {
    if (line.search(/\S/) <= depth) items.push([line]);
    else items.at(-1)?.push(line);
  }
  for (const [head = '', ...nested] of items) {
    const item = element('li', {}, ...spans(head.replace(/^ *(?:[-*+]|\d+[.)]) /, '')));
    if (nested.length > 0) item.append(...markdown(nested.map((line) => line.slice(depth + 2)).join('\n')));
    list.append(item);
  }
  return list;
}

/** @param {string[]} lines @returns {Node} */
function tableOf(lines) {
  const rows = lines
    .filter((line) => !/^ *\|[\s|:-]+\| *$/.test(line))
    .map((line) => line.trim().slice(1, -1).split('|'));
  const table = element('table', { class: 'grid' });
  for (const [index, cells] of rows.entries()) {
    const cell = index === 0 ? 'th' : 'td';
    table.append(element('tr', {}, ...cells.map((text) => element(cell, {}, ...spans(text.trim())))));
  }
  return element('div', { class: 'grid-scroll', tabindex: 0, role: 'group', 'aria-label': 'Table' }, table);
}

/** @param {string} text @returns {(Node | string)[]} */
function spans(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    nodes.push(text.slice(from, match.index), span(match));
    from = match.index + match[0].length;
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== '');
}

/** @param {RegExpMatchArray} match @returns {Node} */
function span(match) {
  const [whole, code, label, target, , strong, struck, , em, shortcode] = match;
  if (code !== undefined) return element('code', {}, code);
  if (label !== undefined) return linkNode(target ?? '', spans(label));
  if (strong !== undefined) return element('strong', {}, ...spans(strong));
  if (struck !== undefined) return element('s', {}, ...spans(struck));
  if (em !== undefined) return element('em', {}, ...spans(em));
  if (shortcode !== undefined) return emojiNode(shortcode);
  return linkNode(whole, [whole]);
}
