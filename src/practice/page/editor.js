/** @import { PracticeMessage } from '../control.ts' */
/** @import { App } from './app.js' */
import { ask } from './api.js';
import { element } from './element.js';
import { decodeStored } from './text-code.js';

/**
 * The box to change one's own message in place. Enter saves, Escape leaves it as it was.
 * @param {App} app
 * @param {PracticeMessage} message
 * @param {() => void} done
 * @returns {HTMLElement}
 */
export function createEditor(app, message, done) {
  const before = decodeStored(app.model, message.text);
  const box = element('textarea', {
    class: 'input editor-box',
    'aria-label': 'Edit message',
    value: before,
    rows: Math.min(8, before.split('\n').length + 1),
    on: { keydown: onKey },
  });
  setTimeout(() => {
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  });
  return element(
    'div',
    { class: 'editor' },
    box,
    element(
      'div',
      { class: 'row' },
      element('button', { type: 'button', class: 'button button-small', on: { click: done } }, 'Cancel'),
      element(
        'button',
        { type: 'button', class: 'button button-small button-primary', on: { click: save } },
        'Save',
      ),
    ),
  );

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape') done();
    else if (event.key === 'Enter' && !event.shiftKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function save() {
    const text = box.value.trim();
    done();
    if (text === '' || text === before) return;
    const { channel, ts } = message;
    void app.attempt(() => ask('/control/edit', { as: app.session.me, channel, ts, text }));
  }
}
