/** @import { PracticeChannel, PracticeMessage } from '../control.ts' */
/** @import { Model } from './model.js' */

/**
 * What one person sees in a channel, oldest first: thread replies stay out unless they were sent to the channel too.
 * @param {Model} model
 * @param {string} channel
 * @param {string} me
 * @returns {PracticeMessage[]}
 */
export function channelMessages(model, channel, me) {
  return seenBy(model, channel, me).filter(
    (message) =>
      !message.threadTs || message.threadTs === message.ts || message.subtype === 'thread_broadcast',
  );
}

/**
 * The root of a thread and its replies, oldest first.
 * @param {Model} model
 * @param {{ channel: string, threadTs: string, me: string }} thread
 * @returns {PracticeMessage[]}
 */
export function threadMessages(model, { channel, threadTs, me }) {
  return seenBy(model, channel, me).filter(
    (message) => message.ts === threadTs || message.threadTs === threadTs,
  );
}

/**
 * Every message of a channel this person may see.
 * @param {Model} model
 * @param {string} channel
 * @param {string} me
 * @returns {PracticeMessage[]}
 */
export function seenBy(model, channel, me) {
  return [...(model.messages.get(channel)?.values() ?? [])]
    .filter((message) => !message.ephemeralTo || message.ephemeralTo === me)
    .sort((a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0));
}

/**
 * The channels this person is in, by name, without archived ones.
 * @param {Model} model
 * @param {string} me
 * @returns {PracticeChannel[]}
 */
export function channelsOf(model, me) {
  return [...model.channels.values()]
    .filter((channel) => channel.members.includes(me) && !channel.archived)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The archived channels this person is in, by name.
 * @param {Model} model
 * @param {string} me
 * @returns {PracticeChannel[]}
 */
export function archivedOf(model, me) {
  return [...model.channels.values()]
    .filter((channel) => channel.members.includes(me) && channel.archived)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The pinned messages of a channel, oldest first.
 * @param {Model} model
 * @param {string} channel
 * @param {string} me
 * @returns {PracticeMessage[]}
 */
export function pinnedIn(model, channel, me) {
  return seenBy(model, channel, me).filter((message) => message.pinned && !message.deleted);
}

/**
 * How a channel is called by this person: a direct conversation carries the other one's name.
 * @param {Model} model
 * @param {PracticeChannel} channel
 * @param {string} me
 */
export function channelTitle(model, channel, me) {
  if (channel.kind !== 'direct') return channel.name;
  const other = channel.members.find((member) => member !== me) ?? model.bot;
  return personName(model, other);
}

/** @param {Model} model @param {string} id */
export function personName(model, id) {
  const person = model.people.get(id);
  return person ? person.realName || person.name : id;
}
