import { element } from './element.js';
import { emojiFor } from './emoji.js';
import { safeAddress } from './links.js';
import { liveTime } from './live-times.js';
import { unescapeText } from './text-code.js';

/**
 * Who and what names in a text stand for.
 * @typedef {{
 *   personName: (id: string) => string, channelName: (id: string) => string,
 *   me: string, now: () => number, openChannel: (id: string) => void,
 * }} Names
 */

const inline = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    ':([a-z0-9_+\\-]+(?:::skin-tone-\\d)?):',
    '(?<![\\p{L}\\p{N}])([*_~])(?=\\S)([^\\n]*?\\S)\\4(?![\\p{L}\\p{N}])',
    '(https?://[^\\s<>|]+[^\\s<>|.,;:!?)\'"*_~`])',
  ].join('|'),
  'giu',
);

const tags = /** @type {const} */ ({ '*': 'strong', _: 'em', '~': 's' });

/**
 * Slack's mrkdwn as nodes: paragraphs, quotes, code.
 * @param {string} text
 * @param {Names} names
 * @returns {Node[]}
 */
export function mrkdwn(text, names) {
  return text.split(/```/).flatMap((part, index, parts) => {
    const isCode = index % 2 === 1 && index < parts.length - 1;
    if (isCode) return [element('pre', { class: 'code' }, unescapeText(part.replace(/^\n|\n$/g, '')))];
    const shown = index % 2 === 1 ? `\`\`\`${part}` : part;
    return lines(index === 0 ? shown : shown.replace(/^\n/, ''), names);
  });
}

/**
 * One run of mrkdwn without block structure.
 * @param {string} text
 * @param {Names} names
 * @returns {Node[]}
 */
export function mrkdwnInline(text, names) {
  /** @type {Node[]} */
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > from) nodes.push(plain(text.slice(from, match.index)));
    nodes.push(piece(match, names));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(plain(text.slice(from)));
  return nodes;
}

/**
 * An emoji with its name for people who cannot see it, or the shortcode when it is unknown.
 * @param {string} name
 * @returns {Node}
 */
export function emojiNode(name) {
  const character = emojiFor(name);
  if (!character) return document.createTextNode(`:${name}:`);
  return element('span', { class: 'emoji', role: 'img', 'aria-label': name.replaceAll('_', ' ') }, character);
}

/**
 * A link that opens beside the workspace; an unsafe address stays text.
 * @param {string} address
 * @param {readonly (Node | string)[]} label
 * @returns {Node}
 */
export function linkNode(address, label) {
  const safe = safeAddress(address);
  if (!safe) return element('span', { class: 'dead-link', title: 'This address cannot be opened' }, ...label);
  return element('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, ...label);
}

/**
 * A person's name as a mention; one's own stands out.
 * @param {string} id
 * @param {Names} names
 */
export function personMention(id, names) {
  return element(
    'span',
    { class: id === names.me ? 'mention mention-me' : 'mention' },
    `@${names.personName(id)}`,
  );
}

/**
 * A channel's name that leads there.
 * @param {string} id
 * @param {Names} names
 * @param {string} [label]
 */
export function channelMention(id, names, label) {
  const name = `#${names.channelName(id) || label || id}`;
  return element(
    'button',
    { type: 'button', class: 'mention mention-channel', on: { click: () => names.openChannel(id) } },
    name,
  );
}

/** @param {string} text @param {Names} names @returns {Node[]} */
function lines(text, names) {
  /** @type {Node[]} */
  const nodes = [];
  for (const group of text.split(/((?:^(?:&gt;|>)[^\n]*(?:\n|$))+)/m)) {
    if (group === '') continue;
    if (/^(&gt;|>)/.test(group)) {
      const quoted = group.replace(/\n$/, '').replace(/^(&gt;|>) ?/gm, '');
      nodes.push(element('blockquote', {}, ...mrkdwnInline(quoted, names)));
    } else nodes.push(...mrkdwnInline(group, names));
  }
  return nodes;
}

/** @param {RegExpMatchArray} match @param {Names} names @returns {Node} */
function piece(match, names) {
  const [whole, code, bracket, shortcode, mark, marked, url] = match;
  if (code !== undefined) return element('code', {}, unescapeText(code));
  if (bracket !== undefined) return reference(bracket, names);
  if (shortcode !== undefined) return emojiNode(shortcode);
  if (url !== undefined) return linkNode(unescapeText(url), [unescapeText(url)]);
  if (mark === '*' || mark === '_' || mark === '~') {
    return element(tags[mark], {}, ...mrkdwnInline(marked ?? '', names));
  }
  return plain(whole);
}

/** What stands in angle brackets: a person, a channel, a date, everyone, or an address. */
/** @param {string} bracket @param {Names} names @returns {Node} */
function reference(bracket, names) {
  const [target = '', label] = splitOnce(bracket, '|');
  if (target.startsWith('@')) return personMention(target.slice(1), names);
  if (target.startsWith('#')) return channelMention(target.slice(1), names, label);
  if (target.startsWith('!date^')) return dateNode(target, label, names);
  if (target.startsWith('!')) {
    const shown = label ?? `@${target.slice(1).split('^')[0]}`;
    return element('span', { class: 'mention mention-all' }, unescapeText(shown));
  }
  const address = unescapeText(target);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) return plain(`<${bracket}>`);
  return linkNode(address, label === undefined ? [address] : [unescapeText(label)]);
}

/** @param {string} target @param {string | undefined} fallback @param {Names} names @returns {Node} */
function dateNode(target, fallback, names) {
  const [, seconds = '', pattern = '', link] = target.split('^');
  const atMs = Number(seconds) * 1000;
  if (!Number.isFinite(atMs)) return plain(fallback ?? '');
  const time = liveTime({ atMs, pattern, nowMs: names.now(), title: fallback });
  return link ? linkNode(link, [time]) : time;
}

/** @param {string} text */
function plain(text) {
  return document.createTextNode(unescapeText(text));
}

/** @param {string} text @param {string} separator @returns {[string, string | undefined]} */
function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
