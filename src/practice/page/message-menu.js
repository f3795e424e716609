/** @import { PracticeMessage } from '../control.ts' */
/** @import { App } from './app.js' */
import { ask, askDesk } from './api.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { react } from './message.js';
import { emojiNode } from './mrkdwn.js';
import { moveWithArrows, openPopover } from './popover.js';
import { deleteMessage } from './sending.js';
import { decodeStored } from './text-code.js';

/** The reactions one click away. */
const palette = [
  'ticket',
  'eyes',
  'white_check_mark',
  '+1',
  'pray',
  'tada',
  'heart',
  'thinking_face',
  'rotating_light',
  '-1',
];

/**
 * The bar of things to do with the message under the pointer or focus. One bar serves the whole list.
 * @param {App} app
 * @param {{ place: 'channel' | 'thread', edit: (message: PracticeMessage) => void }} list
 */
export function createMessageMenu(app, { place, edit }) {
  /** @type {PracticeMessage | undefined} */
  let current;
  const node = element('div', { class: 'message-menu', role: 'toolbar', 'aria-label': 'Message actions' });
  moveWithArrows(node, 'button');
  return {
    node,
    /** Moves the bar to a message. @param {PracticeMessage} message @param {HTMLElement} row */
    showOn(message, row) {
      if (message.deleted || message.ephemeralTo || row.classList.contains('system-line'))
        return node.remove();
      if (current === message && node.parentElement === row) return;
      current = message;
      draw(message);
      row.append(node);
    },
  };

  /** @param {PracticeMessage} message */
  function draw(message) {
    const smile = tool('smile', 'React', () => openPalette(smile, message));
    const more = tool('more', 'More actions', () => openMore(more, message));
    node.replaceChildren(
      tool('ticket', 'React with ticket', () => void react(app, message, 'ticket')),
      smile,
      ...(place === 'channel'
        ? [tool('reply', 'Reply in thread', () => app.go({ thread: message.threadTs ?? message.ts }))]
        : []),
      more,
    );
  }

  /** @param {HTMLElement} anchor @param {PracticeMessage} message */
  function openPalette(anchor, message) {
    const panel = element('div', { class: 'palette', role: 'menu', 'aria-label': 'Reactions' });
    const close = openPopover(anchor, panel);
    for (const name of palette) {
      const choose = () => {
        close();
        void react(app, message, name);
      };
      const label = name.replaceAll('_', ' ');
      panel.append(
        element(
          'button',
          {
            type: 'button',
            class: 'palette-item',
            role: 'menuitem',
            'aria-label': label,
            on: { click: choose },
          },
          emojiNode(name),
        ),
      );
    }
    moveWithArrows(panel, 'button');
    panel.querySelector('button')?.focus();
  }

  /** @param {HTMLElement} anchor @param {PracticeMessage} message */
  function openMore(anchor, message) {
    const panel = element('div', { class: 'menu', role: 'menu', 'aria-label': 'Message' });
    const close = openPopover(anchor, panel);
    const isMine = message.user === app.session.me;
    const shortcuts = app.model.shortcuts.filter((shortcut) => shortcut.type === 'message');
    /** @param {string} label @param {() => void} run @param {string} [kind] */
    const item = (label, run, kind = '') =>
      element(
        'button',
        {
          type: 'button',
          class: `menu-item ${kind}`,
          role: 'menuitem',
          on: { click: () => closeThen(run) },
        },
        label,
      );
    /** @param {() => void} run */
    function closeThen(run) {
      close();
      run();
    }
    panel.append(
      ...shortcuts.map((shortcut) =>
        item(shortcut.name, () => void useShortcut(message, shortcut.callbackId)),
      ),
      ...(shortcuts.length > 0 ? [element('hr')] : []),
      item('Copy text', () => void copy(message)),
      ...(app.channel()?.kind === 'direct'
        ? []
        : [item(message.pinned ? 'Remove the pin' : 'Pin to the channel', () => void pin(message))]),
      ...(isMine
        ? [
            item('Edit message', () => edit(message)),
            item('Delete message', () => void deleteMessage(app, message), 'menu-danger'),
          ]
        : []),
    );
    moveWithArrows(panel, '.menu-item');
    /** @type {HTMLElement | null} */ (panel.querySelector('.menu-item'))?.focus();
  }

  /** @param {PracticeMessage} message @param {string} callbackId */
  function useShortcut(message, callbackId) {
    return app.attempt(() =>
      askDesk('/control/shortcut', {
        as: app.session.me,
        callbackId,
        channel: message.channel,
        ts: message.ts,
      }),
    );
  }

  /** @param {PracticeMessage} message */
  function pin(message) {
    const at = { as: app.session.me, channel: message.channel, ts: message.ts };
    return app.attempt(() => ask('/control/pin', at));
  }

  /** @param {PracticeMessage} message */
  function copy(message) {
    return app.attempt(async () => {
      await navigator.clipboard.writeText(decodeStored(app.model, message.text));
      app.say('Copied.');
    });
  }
}

/**
 * @param {import('./icon.js').IconName} picture
 * @param {string} label
 * @param {() => void} click
 */
function tool(picture, label, click) {
  return element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, on: { click } },
    icon(picture),
  );
}
