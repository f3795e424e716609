/** @import { App } from './app.js' */
/** @import { PracticeChannel, PracticeMessage } from '../control.ts' */
import { ask } from './api.js';
import { createCanvasSheet } from './canvas-sheet.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { linkNode } from './mrkdwn.js';
import { openPins } from './pins-panel.js';
import { moveWithArrows, openPopover } from './popover.js';
import { pinnedIn } from './reading.js';

/**
 * What stands above a channel: its name, topic, pinned messages, page and bookmarks, and what can be done to it.
 * @param {App} app
 * @param {{ named: () => string, jump: (message: PracticeMessage) => void }} pane
 */
export function createChannelHead(app, { named, jump }) {
  const title = element('h1');
  const topic = element('p', { class: 'topic' });
  const pins = tool(() => openPins(app, pins, jump));
  const page = tool(() => canvas.open());
  const more = element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Channel actions', on: { click: openMore } },
    icon('more'),
  );
  const bookmarks = element('ul', { class: 'bookmarks', 'aria-label': 'Bookmarks' });
  const canvas = createCanvasSheet(app);
  const head = element(
    'header',
    { class: 'pane-head' },
    element('div', { class: 'pane-title' }, title, topic),
    element('div', { class: 'head-tools' }, pins, page, more),
  );
  return { nodes: [head, bookmarks, canvas.node], draw };

  /** @param {PracticeChannel} channel */
  function draw(channel) {
    const isDirect = channel.kind === 'direct';
    const words = channel.topic || (isDirect ? 'Only the two of you' : membersIn(channel));
    title.replaceChildren(
      channel.kind === 'private' ? icon('lock') : '',
      named(),
      ...(channel.archived ? [element('span', { class: 'mark' }, 'Archived')] : []),
    );
    topic.textContent = words;
    topic.title = words;
    const pinned = pinnedIn(app.model, channel.id, app.session.me).length;
    pins.hidden = pinned === 0;
    say(pins, 'pin', `${pinned} pinned`);
    page.hidden = channel.canvas === undefined;
    say(page, 'file', channel.canvas?.title || 'Page');
    more.hidden = isDirect;
    bookmarks.hidden = (channel.bookmarks ?? []).length === 0;
    bookmarks.replaceChildren(
      ...(channel.bookmarks ?? []).map(({ title: name, link }) =>
        element('li', {}, linkNode(link, [icon('link'), name])),
      ),
    );
    canvas.draw(channel);
  }

  function openMore() {
    const channel = app.channel();
    if (!channel) return;
    const panel = element('div', { class: 'menu', role: 'menu', 'aria-label': 'Channel' });
    const close = openPopover(more, panel);
    /** @param {string} words @param {() => Promise<unknown>} act @param {string} [kind] */
    const item = (words, act, kind = '') =>
      element(
        'button',
        { type: 'button', class: `menu-item ${kind}`, role: 'menuitem', on: { click: () => run(act) } },
        words,
      );
    /** @param {() => Promise<unknown>} act */
    function run(act) {
      close();
      void app.attempt(act);
    }
    const at = { as: app.session.me, channel: channel.id };
    const isMember = channel.members.includes(app.session.me);
    panel.append(
      ...(channel.archived
        ? [item('Bring the channel back', () => ask('/control/channel', { ...at, change: 'unarchive' }))]
        : [
            isMember
              ? item('Leave the channel', () => leave(channel))
              : item('Join the channel', () => ask('/control/member', { ...at, change: 'join' })),
            item(
              'Archive the channel',
              () => ask('/control/channel', { ...at, change: 'archive' }),
              'menu-danger',
            ),
          ]),
    );
    moveWithArrows(panel, '.menu-item');
    /** @type {HTMLElement | null} */ (panel.querySelector('.menu-item'))?.focus();
  }

  /** @param {PracticeChannel} channel */
  async function leave(channel) {
    await ask('/control/member', { as: app.session.me, channel: channel.id, change: 'leave' });
    app.go({ place: '', thread: undefined });
    app.say(`You left ${named()}.`);
  }
}

/** @param {PracticeChannel} channel */
function membersIn(channel) {
  return channel.members.length === 1 ? '1 member' : `${channel.members.length} members`;
}

/** Narrow windows show the picture alone. @param {HTMLElement} button @param {import('./icon.js').IconName} picture @param {string} words */
function say(button, picture, words) {
  button.setAttribute('aria-label', words);
  button.title = words;
  button.replaceChildren(icon(picture), element('span', {}, words));
}

/** @param {() => void} click */
function tool(click) {
  return element('button', { type: 'button', class: 'head-tool', 'aria-haspopup': 'true', on: { click } });
}
