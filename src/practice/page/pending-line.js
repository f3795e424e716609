/** @import { App, Pending } from './app.js' */
import { avatar } from './avatar.js';
import { element } from './element.js';
import { drop, sendLine } from './sending.js';

/**
 * A line on its way, or one that was refused, with what can be done about it.
 * @param {App} app
 * @param {Pending} line
 * @returns {HTMLElement}
 */
export function pendingNode(app, line) {
  const again = () => {
    forget();
    const target = { channel: line.channel, threadTs: line.threadTs };
    void sendLine(app, { target, typed: line.text, files: [], also: 'thread' });
  };
  const forget = () => {
    drop(app, line);
    app.redraw();
  };
  const state = line.failure
    ? element(
        'div',
        { class: 'row pending-failed', role: 'alert' },
        line.failure,
        element(
          'button',
          { type: 'button', class: 'button button-small', on: { click: again } },
          'Send again',
        ),
        element('button', { type: 'button', class: 'button button-small', on: { click: forget } }, 'Discard'),
      )
    : element('small', { class: 'pending-words' }, 'Sending…');
  return element(
    'div',
    { class: 'message pending' },
    element('div', { class: 'message-side' }, avatar(app.me())),
    element(
      'div',
      { class: 'message-main' },
      element('div', { class: 'message-text prose' }, line.text),
      state,
    ),
  );
}
