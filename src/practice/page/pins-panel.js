/** @import { App } from './app.js' */
/** @import { PracticeMessage } from '../control.ts' */
import { element } from './element.js';
import { moveWithArrows, openPopover } from './popover.js';
import { personName, pinnedIn } from './reading.js';
import { decodeStored } from './text-code.js';

/**
 * The pinned messages of the open channel, newest first; each leads to its message.
 * @param {App} app
 * @param {HTMLElement} anchor
 * @param {(message: PracticeMessage) => void} jump
 */
export function openPins(app, anchor, jump) {
  const panel = element('div', { class: 'menu pins', role: 'menu', 'aria-label': 'Pinned messages' });
  const close = openPopover(anchor, panel);
  const pinned = pinnedIn(app.model, app.session.place, app.session.me).reverse();
  for (const message of pinned) {
    const go = () => {
      close();
      jump(message);
    };
    panel.append(
      element(
        'button',
        { type: 'button', class: 'menu-item pin-item', role: 'menuitem', on: { click: go } },
        element('b', {}, personName(app.model, message.user)),
        element('span', {}, decodeStored(app.model, message.text).slice(0, 160) || 'A message without words'),
      ),
    );
  }
  moveWithArrows(panel, '.menu-item');
  /** @type {HTMLElement | null} */ (panel.querySelector('.menu-item'))?.focus();
}
