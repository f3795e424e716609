/** @import { PracticeMessage } from '../control.ts' */
/** @import { Model } from './model.js' */
import { practiceNow } from './model.js';
import { channelMessages, seenBy } from './reading.js';

const prefix = 'muster-practice-read';

/**
 * What each person has read, shared by all tabs of this browser. Keys are channels, or `channel/threadTs`;
 * values are the timestamp of the last message seen there.
 * @param {Model} model
 * @param {string} person
 * @returns {Record<string, string>}
 */
function readMarks(model, person) {
  return JSON.parse(localStorage.getItem(`${prefix}:${model.team.id}:${person}`) ?? '{}');
}

/**
 * Everything older than the first visit counts as read.
 * @param {Model} model
 */
function firstVisit(model) {
  const key = `${prefix}:${model.team.id}:since`;
  const now = (practiceNow(model) / 1000).toFixed(6);
  const known = localStorage.getItem(key);
  if (known && known <= now) return known;
  localStorage.setItem(key, now);
  return now;
}

/**
 * Remembers that this person has seen all these messages. Says whether that was news.
 * @param {Model} model
 * @param {{ person: string, mark: string, messages: readonly PracticeMessage[] }} seen
 * @returns {'newly read' | 'known'}
 */
export function markRead(model, { person, mark, messages }) {
  const last = messages.at(-1)?.ts;
  if (!last) return 'known';
  const marks = readMarks(model, person);
  if ((marks[mark] ?? '') >= last) return 'known';
  marks[mark] = last;
  localStorage.setItem(`${prefix}:${model.team.id}:${person}`, JSON.stringify(marks));
  return 'newly read';
}

/**
 * The first message of a channel this person has not read, if any.
 * @param {Model} model
 * @param {string} person
 * @param {string} channel
 * @returns {string | undefined}
 */
export function firstUnread(model, person, channel) {
  const since = readMarks(model, person)[channel] ?? firstVisit(model);
  return channelMessages(model, channel, person).find((message) => isNews(message, person, since))?.ts;
}

/**
 * How many messages wait for this person in a channel, replies in their own threads included.
 * @param {Model} model
 * @param {string} person
 * @param {string} channel
 */
export function unreadCount(model, person, channel) {
  const since = readMarks(model, person)[channel] ?? firstVisit(model);
  const inChannel = channelMessages(model, channel, person).filter((message) =>
    isNews(message, person, since),
  );
  const inThreads = [...unreadThreads(model, person, channel).values()].reduce(
    (sum, count) => sum + count,
    0,
  );
  return inChannel.length + inThreads;
}

/**
 * Unread replies by thread, for the threads this person takes part in.
 * @param {Model} model
 * @param {string} person
 * @param {string} channel
 * @returns {Map<string, number>}
 */
export function unreadThreads(model, person, channel) {
  const marks = readMarks(model, person);
  const since = firstVisit(model);
  const messages = seenBy(model, channel, person);
  const mine = new Set(
    messages.flatMap((message) => (message.user === person ? [message.threadTs ?? message.ts] : [])),
  );
  const counts = new Map();
  for (const message of messages) {
    const root = message.threadTs;
    if (!root || root === message.ts || !(mine.has(root) || message.ephemeralTo === person)) continue;
    if (!isNews(message, person, marks[`${channel}/${root}`] ?? since)) continue;
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return counts;
}

/** @param {PracticeMessage} message @param {string} person @param {string} since */
function isNews(message, person, since) {
  return message.ts > since && message.user !== person && !message.deleted;
}
