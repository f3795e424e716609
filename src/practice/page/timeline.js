/** @import { PracticeMessage } from '../control.ts' */
/** @import { App, Pending } from './app.js' */
import { createEditor } from './editor.js';
import { arrange, element } from './element.js';
import { messageNode } from './message.js';
import { createMessageMenu } from './message-menu.js';
import { messageKey, practiceNow } from './model.js';
import { pendingNode } from './pending-line.js';
import { keepReadingPlace, restoreFocus, walkWithArrows } from './timeline-focus.js';
import { dayName, momentOf } from './times.js';

/** How many messages are drawn at once; earlier ones come on request, so that long channels stay quick. */
const pageSize = 200;
const groupMs = 5 * 60_000;

/**
 * What a list shows at the moment.
 * @typedef {{
 *   key: string, label: string, messages: PracticeMessage[], pending: Pending[], newFrom: string | undefined,
 *   unreadReplies: Map<string, number>, empty: string,
 * }} Shown
 */

/**
 * A scrolling list of messages that keeps its nodes between redraws.
 * @param {App} app
 * @param {'channel' | 'thread'} place
 */
export function createTimeline(app, place) {
  /** @type {Map<string, { message: PracticeMessage, signature: string, node: HTMLElement }>} */
  let drawn = new Map();
  /** @type {string | undefined} */
  let editing;
  let shownKey = '';
  let limit = pageSize;
  /** @type {Shown | undefined} */
  let last;
  const menu = createMessageMenu(app, { place, edit: (message) => setEditing(messageKey(message)) });
  const list = element('div', { class: 'message-list' });
  const scroller = element('div', { class: 'scroller', role: 'log', 'aria-live': 'off', tabindex: -1 }, list);
  for (const kind of ['pointerover', 'focusin']) list.addEventListener(kind, showMenu);
  walkWithArrows(list);
  return { node: scroller, draw, editLastOwn, reveal };

  /** @param {Shown} shown */
  function draw(shown) {
    const isNewPlace = shown.key !== shownKey;
    if (isNewPlace) {
      [shownKey, editing, limit, drawn] = [shown.key, undefined, pageSize, new Map()];
    }
    last = shown;
    scroller.setAttribute('aria-label', shown.label);
    const keep = keepReadingPlace(scroller, isNewPlace ? 'open' : 'stay');
    const focus = restoreFocus(list);
    arrange(list, nodesFor(shown));
    focus();
    keep();
  }

  /** @param {Shown} shown @returns {HTMLElement[]} */
  function nodesFor(shown) {
    const visible = shown.messages.slice(-limit);
    const hidden = shown.messages.length - visible.length;
    /** @type {HTMLElement[]} */
    const nodes = [];
    /** @type {typeof drawn} */
    const next = new Map();
    if (hidden > 0) nodes.push(earlierButton(hidden));
    for (const [index, message] of visible.entries()) {
      const before = visible[index - 1];
      if (place === 'channel' && !sameDay(before, message)) nodes.push(dayLine(message));
      if (message.ts === shown.newFrom)
        nodes.push(element('div', { class: 'new-line', role: 'separator' }, 'New'));
      if (place === 'thread' && index === 1) nodes.push(countLine(visible.length - 1));
      nodes.push(nodeFor(message, before, shown, next));
    }
    drawn = next;
    if (shown.messages.length === 0 && shown.pending.length === 0)
      nodes.push(element('p', { class: 'empty' }, shown.empty));
    nodes.push(...shown.pending.map((line) => pendingNode(app, line)));
    return nodes;
  }

  /** @param {PracticeMessage} message @param {PracticeMessage | undefined} before @param {Shown} shown @param {typeof drawn} next */
  function nodeFor(message, before, shown, next) {
    const key = messageKey(message);
    const follows =
      message.ts !== shown.newFrom && continues(before, message, place) ? 'its author' : 'someone else';
    const unreadReplies = shown.unreadReplies.get(message.ts) ?? 0;
    const isOpen = app.session.thread === (message.threadTs ?? message.ts);
    const signature = [follows, unreadReplies, app.session.me, editing === key, isOpen].join();
    const known = drawn.get(key);
    const isSame = known?.signature === signature && sameMessage(known.message, message);
    const node = isSame && known ? known.node : build();
    next.set(key, { message, signature, node });
    return node;

    function build() {
      const editor = editing === key ? createEditor(app, message, () => setEditing(undefined)) : undefined;
      return messageNode(app, message, { follows, place, unreadReplies, editor });
    }
  }

  /** @param {string | undefined} key */
  function setEditing(key) {
    editing = key;
    if (last) draw(last);
    if (key === undefined) {
      /** @type {HTMLElement | null} */ (
        scroller.parentElement?.querySelector('.composer textarea') ?? null
      )?.focus();
    }
  }

  /** Opens the editor on this person's last message here. */
  function editLastOwn() {
    const own = last?.messages.findLast(
      (message) => message.user === app.session.me && !message.deleted && !message.ephemeralTo,
    );
    if (own) setEditing(messageKey(own));
  }

  /** Brings a message into sight, however far up it stands. @param {PracticeMessage} message */
  function reveal(message) {
    const at = last?.messages.findIndex((each) => each.ts === message.ts) ?? -1;
    if (!last || at < 0) return;
    limit = Math.max(limit, last.messages.length - at);
    draw(last);
    const node = drawn.get(messageKey(message))?.node;
    node?.scrollIntoView({ block: 'center' });
    node?.focus();
    node?.classList.add('is-found');
    setTimeout(() => node?.classList.remove('is-found'), 2_500);
  }

  /** @param {number} hidden */
  function earlierButton(hidden) {
    const show = () => {
      limit += pageSize;
      if (last) draw(last);
    };
    return element(
      'div',
      { class: 'earlier' },
      element(
        'button',
        { type: 'button', class: 'button', on: { click: show } },
        `Show earlier messages (${hidden})`,
      ),
    );
  }

  /** @param {PracticeMessage} message */
  function dayLine(message) {
    const day = dayName(momentOf(message.ts), practiceNow(app.model));
    return element(
      'div',
      { class: 'day-line', role: 'separator', 'aria-label': day },
      element('span', {}, day),
    );
  }

  /** @param {Event} event */
  function showMenu(event) {
    const row = /** @type {HTMLElement} */ (event.target).closest('article');
    if (!row || (event.type === 'pointerover' && menu.node.contains(document.activeElement))) return;
    const found = [...drawn.values()].find(({ node }) => node === row);
    if (found) menu.showOn(found.message, found.node);
  }
}

/** @param {number} count */
function countLine(count) {
  const words = count === 1 ? '1 reply' : `${count} replies`;
  return element(
    'div',
    { class: 'reply-line', role: 'separator', 'aria-label': words },
    element('span', {}, words),
  );
}

/** @param {PracticeMessage} a @param {PracticeMessage} b */
function sameMessage(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** @param {PracticeMessage | undefined} before @param {PracticeMessage} message */
function sameDay(before, message) {
  return (
    before !== undefined &&
    new Date(momentOf(before.ts)).toDateString() === new Date(momentOf(message.ts)).toDateString()
  );
}

/** Whether a message continues what its author just said. */
/** @param {PracticeMessage | undefined} before @param {PracticeMessage} message @param {'channel' | 'thread'} place */
function continues(before, message, place) {
  if (!before || before.user !== message.user || !sameDay(before, message)) return false;
  if (before.deleted || message.ephemeralTo || before.ephemeralTo || message.pinned) return false;
  if (place === 'thread' && before.ts === message.threadTs) return false;
  return !message.blocks && momentOf(message.ts) - momentOf(before.ts) < groupMs;
}
