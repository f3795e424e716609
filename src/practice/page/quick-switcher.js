/** @import { App } from './app.js' */
import { askDesk } from './api.js';
import { element } from './element.js';
import { channelsOf, channelTitle } from './reading.js';
import { homePlace } from './session.js';

/** @typedef {{ label: string, detail: string, run: () => void }} Destination */

/**
 * Type a few letters and go: channels, people to speak as, the desk's home, and its global shortcuts.
 * @param {App} app
 */
export function createQuickSwitcher(app) {
  /** @type {Destination[]} */
  let found = [];
  let at = 0;
  const list = element('div', {
    role: 'listbox',
    id: 'switcher-list',
    class: 'picker-list',
    'aria-label': 'Places',
  });
  const box = element('input', {
    type: 'text',
    class: 'input',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'switcher-list',
    'aria-label': 'Jump to a channel or person',
    placeholder: 'Jump to a channel, or speak as someone',
    autocomplete: 'off',
    on: { input: () => search(), keydown: onKey },
  });
  const dialog = element('dialog', { class: 'sheet sheet-switcher', 'aria-label': 'Jump to' }, box, list);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { node: dialog, open };

  function open() {
    if (document.querySelector('dialog[open]')) return;
    box.value = '';
    search();
    dialog.showModal();
    box.focus();
  }

  function search() {
    const starts = (/** @type {Destination} */ { label }) =>
      label.toLowerCase().replace('#', '').startsWith(wanted);
    const wanted = box.value.trim().toLowerCase().replace(/^#/, '');
    found = destinations()
      .filter(({ label }) => label.toLowerCase().includes(wanted))
      .sort((a, b) => Number(starts(b)) - Number(starts(a)))
      .slice(0, 12);
    at = 0;
    draw();
  }

  function draw() {
    const rows = found.map(({ label, detail }, index) =>
      element(
        'div',
        {
          role: 'option',
          id: `switcher-${index}`,
          class: index === at ? 'picker-option is-active' : 'picker-option',
          'aria-selected': String(index === at),
          on: { click: () => take(index) },
        },
        element('span', {}, label, detail && element('small', {}, detail)),
      ),
    );
    list.replaceChildren(
      ...(rows.length > 0 ? rows : [element('p', { class: 'picker-none' }, 'Nothing matches')]),
    );
    box.setAttribute('aria-activedescendant', found.length > 0 ? `switcher-${at}` : '');
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === 'ArrowDown') at = Math.min(at + 1, found.length - 1);
    else if (event.key === 'ArrowUp') at = Math.max(at - 1, 0);
    else if (event.key === 'Enter') take(at);
    else return;
    event.preventDefault();
    draw();
  }

  /** @param {number} index */
  function take(index) {
    dialog.close();
    found[index]?.run();
  }

  /** @returns {Destination[]} */
  function destinations() {
    const { me } = app.session;
    const channels = channelsOf(app.model, me).map((channel) => ({
      label: `${channel.kind === 'direct' ? '' : '#'}${channelTitle(app.model, channel, me)}`,
      detail: channel.topic,
      run: () => app.go({ place: channel.id, thread: undefined }),
    }));
    const people = [...app.model.people.values()]
      .filter((person) => !person.isBot && person.id !== me)
      .map((person) => ({
        label: `Speak as ${person.realName}`,
        detail: person.note,
        run: () => app.go({ me: person.id }),
      }));
    const shortcuts = app.model.shortcuts
      .filter((shortcut) => shortcut.type === 'global')
      .map((shortcut) => ({
        label: shortcut.name,
        detail: 'Shortcut',
        run: () =>
          void app.attempt(() => askDesk('/control/shortcut', { as: me, callbackId: shortcut.callbackId })),
      }));
    const home = {
      label: 'Muster · Home',
      detail: '',
      run: () => app.go({ place: homePlace, thread: undefined }),
    };
    return [...channels, home, ...shortcuts, ...people];
  }
}
