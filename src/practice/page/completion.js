/** @import { App } from './app.js' */
import { emoji } from './emoji.js';
import { channelsOf } from './reading.js';

/**
 * One thing the composer can complete. `insert` replaces the characters from `from` to the caret.
 * @typedef {{ insert: string, label: string, detail: string, from: number }} Completion
 */

/**
 * What could be meant by the word before the caret: commands and their uses, people, channels, emoji.
 * @param {App} app
 * @param {string} before the text up to the caret
 * @returns {Completion[]}
 */
export function completionsFor(app, before) {
  if (before.startsWith('/')) return commands(app, before);
  const word = /(^|[\s(])([@#:])([\p{L}\p{N}_.+-]*(?: [\p{L}]*)?)$/u.exec(before);
  if (!word) return [];
  const [, , sign, typed = ''] = word;
  const from = before.length - typed.length - 1;
  const starts = (/** @type {string} */ text) => text.toLowerCase().includes(typed.toLowerCase());
  if (sign === '@') {
    return [...app.model.people.values()]
      .filter((person) => starts(person.realName) || starts(person.name))
      .map((person) => ({
        insert: `@${person.realName} `,
        label: person.realName,
        detail: person.note,
        from,
      }))
      .slice(0, 8);
  }
  if (sign === '#') {
    return channelsOf(app.model, app.session.me)
      .filter((channel) => channel.kind !== 'direct' && starts(channel.name))
      .map((channel) => ({
        insert: `#${channel.name} `,
        label: `#${channel.name}`,
        detail: channel.topic,
        from,
      }))
      .slice(0, 8);
  }
  if (typed.length < 2) return [];
  return Object.entries(emoji)
    .filter(([name]) => name.startsWith(typed.toLowerCase()))
    .map(([name, character]) => ({ insert: `:${name}: `, label: `${character} :${name}:`, detail: '', from }))
    .slice(0, 8);
}

/** @param {App} app @param {string} before @returns {Completion[]} */
function commands(app, before) {
  const [name = '', ...rest] = before.split(' ');
  if (rest.length === 0) {
    return app.model.commands
      .filter(({ command }) => command.startsWith(name))
      .map(({ command, description, usageHint }) => ({
        insert: `${command} `,
        label: `${command} ${usageHint}`,
        detail: description,
        from: 0,
      }));
  }
  const command = app.model.commands.find((known) => known.command === name);
  if (!command || rest.length > 1 || before.includes('\n')) return [];
  const typed = rest[0] ?? '';
  return usesOf(command.usageHint)
    .filter((use) => use.startsWith(typed) && use !== typed)
    .map((use) => ({
      insert: `${use.split(' ')[0]} `,
      label: `${name} ${use}`,
      detail: '',
      from: name.length + 1,
    }));
}

/**
 * The words a usage hint offers: `[text | list | show <id>]` gives `list` and `show <id>`.
 * @param {string} usageHint
 */
function usesOf(usageHint) {
  return usageHint
    .split('|')
    .map((use) => use.replace(/[[\]()]/g, '').trim())
    .filter((use) => /^[a-z]/.test(use) && use !== 'text');
}
