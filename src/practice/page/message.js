/** @import { PracticeFile, PracticeMessage } from '../control.ts' */
/** @import { App } from './app.js' */
import { ask } from './api.js';
import { avatar } from './avatar.js';
import { renderBlocks } from './blocks/render.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { pictureAddress, safeAddress } from './links.js';
import { emojiNode, mrkdwn } from './mrkdwn.js';
import { personName } from './reading.js';
import { clockTime, fullTime } from './times.js';

/**
 * How one message is shown where it stands.
 * @typedef {{ follows: 'its author' | 'someone else', place: 'channel' | 'thread', unreadReplies: number, editor?: HTMLElement | undefined }} Placing
 */

/**
 * One message with its author, words or card, files, reactions and thread.
 * @param {App} app
 * @param {PracticeMessage} message
 * @param {Placing} placing
 * @returns {HTMLElement}
 */
export function messageNode(app, message, placing) {
  if (systemLines.has(message.subtype ?? '')) return systemLine(app, message);
  const person = app.model.people.get(message.user);
  const name = personName(app.model, message.user);
  const grouped = placing.follows === 'its author';
  const time = element('time', { class: 'message-time', title: fullTime(message.ts) }, clockTime(message.ts));
  const head =
    !grouped &&
    element(
      'div',
      { class: 'message-head' },
      element('span', { class: 'message-author' }, name),
      person?.isBot === true && element('span', { class: 'badge' }, 'App'),
      time,
      message.pinned === true && element('span', { class: 'message-note' }, icon('pin'), 'Pinned'),
    );
  const note =
    message.ephemeralTo !== undefined &&
    element('div', { class: 'message-note only-you' }, icon('eye'), 'Only visible to you');
  return element(
    'article',
    {
      class: `message${grouped ? ' is-grouped' : ''}${message.ephemeralTo ? ' is-private' : ''}`,
      'data-ts': message.ts,
      'aria-label': `${name}, ${clockTime(message.ts)}`,
      tabindex: -1,
    },
    element('div', { class: 'message-side' }, grouped ? time : avatar(person)),
    element(
      'div',
      { class: 'message-main' },
      head,
      note,
      ...(message.deleted
        ? [element('p', { class: 'tombstone' }, 'This message was deleted.')]
        : [placing.editor ?? body(app, message), files(message), reactions(app, message)]),
      replies(app, message, placing),
    ),
  );
}

/** Lines Slack writes itself: who came, who left, what the channel is about. */
const systemLines = new Set(
  ['join', 'leave', 'topic', 'purpose', 'name', 'archive', 'unarchive'].flatMap((what) => [
    `channel_${what}`,
    `group_${what}`,
  ]),
);

/** @param {App} app @param {PracticeMessage} message */
function systemLine(app, message) {
  return element(
    'article',
    { class: 'message system-line', 'data-ts': message.ts, tabindex: -1 },
    element('div', { class: 'message-side' }),
    element(
      'div',
      { class: 'message-main prose' },
      ...mrkdwn(message.text, app.names),
      ` · ${clockTime(message.ts)}`,
    ),
  );
}

/** @param {App} app @param {PracticeMessage} message @returns {HTMLElement} */
function body(app, message) {
  const edited = message.edited === true && element('span', { class: 'edited' }, ' (edited)');
  if (!message.blocks || message.blocks.length === 0) {
    return element('div', { class: 'message-text prose' }, ...mrkdwn(message.text, app.names), edited);
  }
  const isCard = app.model.people.get(message.user)?.isBot && message.blocks.length > 1;
  return element(
    'div',
    { class: isCard ? 'message-text card' : 'message-text' },
    ...renderBlocks(message.blocks, app.messageFrame(message)),
    // A card is edited all the time; that it was says nothing.
    !isCard && edited,
  );
}

/** @param {PracticeMessage} message @returns {import('./element.js').Child} */
function files(message) {
  return (
    message.files.length > 0 &&
    element('ul', { class: 'files', 'aria-label': 'Files' }, ...message.files.map(fileNode))
  );
}

/** @param {PracticeFile} file */
function fileNode(file) {
  const picture = file.mimetype.startsWith('image/') ? pictureAddress(file.url) : undefined;
  const size = file.size < 1024 ? `${file.size} B` : `${Math.round(file.size / 1024)} KB`;
  return element(
    'li',
    {},
    element(
      'a',
      { class: 'file-line', href: safeAddress(file.url), target: '_blank', rel: 'noopener noreferrer' },
      picture
        ? element('img', { src: picture, alt: '', class: 'file-picture', loading: 'lazy' })
        : icon('file'),
      element('span', {}, file.name, element('small', {}, size)),
    ),
  );
}

/** @param {App} app @param {PracticeMessage} message @returns {import('./element.js').Child} */
function reactions(app, message) {
  if (message.reactions.length === 0) return false;
  const chips = message.reactions.map(({ name, users }) =>
    element(
      'button',
      {
        type: 'button',
        class: 'reaction',
        'aria-pressed': String(users.includes(app.session.me)),
        'aria-label': `${name.replaceAll('_', ' ')}, ${users.length}. ${users.map((id) => personName(app.model, id)).join(', ')}`,
        title: users.map((id) => personName(app.model, id)).join(', '),
        'data-reaction': name,
        on: { click: () => void react(app, message, name) },
      },
      emojiNode(name),
      element('span', {}, String(users.length)),
    ),
  );
  return element('div', { class: 'reactions' }, ...chips);
}

/**
 * Adds or takes back a reaction.
 * @param {App} app
 * @param {PracticeMessage} message
 * @param {string} name
 */
export function react(app, message, name) {
  return app.attempt(() =>
    ask('/control/react', { as: app.session.me, channel: message.channel, ts: message.ts, name }),
  );
}

/** @param {App} app @param {PracticeMessage} message @param {Placing} placing @returns {import('./element.js').Child} */
function replies(app, message, placing) {
  if (placing.place === 'thread') return false;
  const root = message.threadTs ?? message.ts;
  const open = () => app.go({ thread: root });
  if (message.subtype === 'thread_broadcast' && root !== message.ts) {
    return element(
      'button',
      { type: 'button', class: 'thread-link', on: { click: open } },
      'Replied in a thread',
    );
  }
  if (message.replyCount === 0 && placing.unreadReplies === 0) return false;
  const count = Math.max(message.replyCount, placing.unreadReplies);
  const words =
    message.replyCount === 0 ? 'A note for you in the thread' : count === 1 ? '1 reply' : `${count} replies`;
  return element(
    'button',
    {
      type: 'button',
      class: 'thread-link',
      'aria-expanded': String(app.session.thread === root),
      on: { click: open },
    },
    icon('reply'),
    words,
    placing.unreadReplies > 0 && element('span', { class: 'count' }, `${placing.unreadReplies} new`),
  );
}
