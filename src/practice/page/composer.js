/** @import { App } from './app.js' */
/** @import { Target } from './sending.js' */
import { createAttachments } from './attachments.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { sendLine } from './sending.js';
import { createSuggestions } from './suggestions.js';

/**
 * Where a message is written. Each person's unfinished words stay with their place.
 * @param {App} app
 * @param {{ place: 'channel' | 'thread', target: () => Target | undefined, label: () => string, editLast: () => void }} settings
 */
export function createComposer(app, { place, target, label, editLast }) {
  /** @type {Map<string, string>} */
  const drafts = new Map();
  let draftKey = '';
  const box = element('textarea', {
    rows: 1,
    class: 'composer-box',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    on: { input: onInput, keydown: onKey, blur: () => suggestions.close() },
  });
  const suggestions = createSuggestions(app, box, matchHeight);
  const attachments = createAttachments(app, onInput);
  const also = element('input', { type: 'checkbox' });
  const alsoWords = element('span');
  const send = element(
    'button',
    { type: 'submit', class: 'icon-button send', 'aria-label': 'Send' },
    icon('send'),
  );
  const node = element(
    'form',
    { class: 'composer', on: { submit: onSubmit, ...attachments.drop } },
    suggestions.node,
    attachments.list,
    element('div', { class: 'composer-row' }, attachments.button, box, send),
    place === 'thread' && element('label', { class: 'choice also' }, also, alsoWords),
  );
  return { node, draw, fill };

  function draw() {
    const here = target();
    node.hidden = here === undefined;
    if (!here) return;
    const key = `${app.session.me}/${here.channel}/${here.threadTs ?? ''}`;
    if (key !== draftKey) {
      if (draftKey) drafts.set(draftKey, box.value);
      draftKey = key;
      box.value = drafts.get(key) ?? '';
      also.checked = false;
      attachments.clear();
      suggestions.close();
      matchHeight();
    }
    box.placeholder = label();
    box.setAttribute('aria-label', label());
    alsoWords.textContent = `Also send to ${app.channel()?.kind === 'direct' ? 'the conversation' : `#${app.channel()?.name}`}`;
    send.disabled = box.value.trim() === '' && attachments.isEmpty();
  }

  /** Puts words in the box, ready to send. @param {string} text */
  function fill(text) {
    box.value = text;
    box.focus();
    onInput();
  }

  function onInput() {
    matchHeight();
    suggestions.update();
    send.disabled = box.value.trim() === '' && attachments.isEmpty();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing || suggestions.takesKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      node.requestSubmit();
    } else if (event.key === 'ArrowUp' && box.value === '' && !event.altKey) {
      event.preventDefault();
      editLast();
    }
  }

  /** @param {Event} event */
  function onSubmit(event) {
    event.preventDefault();
    const here = target();
    if (!here || (box.value.trim() === '' && attachments.isEmpty())) return;
    const typed = box.value;
    const wanted = also.checked ? 'channel too' : 'thread';
    box.value = '';
    also.checked = false;
    onInput();
    void attachments.take().then((files) => sendLine(app, { target: here, typed, files, also: wanted }));
  }

  function matchHeight() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
  }
}
