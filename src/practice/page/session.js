/** @import { Model } from './model.js' */
import { channelsOf } from './reading.js';

/**
 * What this browser tab looks at. It lives in the address, so that two tabs can speak as two people.
 * @typedef {{ me: string, place: string, thread: string | undefined }} Session
 */

/** The place that is not a channel. */
export const homePlace = 'home';

const lastChoice = 'muster-practice-choice';

/**
 * @param {Model} model
 * @returns {Session}
 */
export function readSession(model) {
  const address = new URLSearchParams(location.search);
  const remembered = JSON.parse(localStorage.getItem(lastChoice) ?? '{}');
  const people = [...model.people.values()].filter((person) => !person.isBot);
  const wanted = [address.get('as'), remembered.as].find((id) => people.some((person) => person.id === id));
  const me = wanted ?? (people.find((person) => person.role === 'customer') ?? people[0])?.id ?? '';
  return placeFor(model, {
    me,
    place: address.get('in') ?? remembered.in ?? '',
    thread: address.get('thread') ?? undefined,
  });
}

/**
 * The same wish, moved to a place this person can see: their own channels, and every public one.
 * @param {Model} model
 * @param {Session} wish
 * @returns {Session}
 */
export function placeFor(model, wish) {
  const channels = channelsOf(model, wish.me);
  const wanted = model.channels.get(wish.place);
  const isSeen = wanted && (wanted.kind === 'channel' || wanted.members.includes(wish.me));
  if (wish.place === homePlace || isSeen) return wish;
  const first = channels.find((channel) => channel.name === 'support') ?? channels[0];
  return { me: wish.me, place: first?.id ?? homePlace, thread: undefined };
}

/**
 * Writes the session to the address. A change of place can be undone with the browser's back button.
 * @param {Session} session
 * @param {'replace' | 'push'} how
 */
export function writeSession(session, how) {
  const address = new URLSearchParams({ as: session.me, in: session.place });
  if (session.thread) address.set('thread', session.thread);
  const url = `${location.pathname}?${address}`;
  if (how === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  localStorage.setItem(lastChoice, JSON.stringify({ as: session.me, in: session.place }));
}
