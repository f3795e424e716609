/** @import { Model } from './model.js' */

/**
 * The stored text as the person would type it again; the server marks names and links up once more.
 * @param {Model} model
 * @param {string} stored
 */
export function decodeStored(model, stored) {
  const readable = stored
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (whole, id) => {
      const person = model.people.get(id);
      return person ? `@${person.name}` : whole;
    })
    .replace(
      /<#([A-Z0-9]+)(?:\|([^>]*))?>/g,
      (_, id, name) => `#${name ?? model.channels.get(id)?.name ?? id}`,
    )
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<((?:https?|mailto|tel):[^|>]+)(?:\|[^>]*)?>/g, '$1');
  return unescapeText(readable);
}

/**
 * Slack escapes exactly three characters.
 * @param {string} text
 */
export function unescapeText(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
