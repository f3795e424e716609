import { element } from './element.js';
import { icon } from './icon.js';
import { openPopover } from './popover.js';

/**
 * @typedef {{ value: string, label: string, description?: string }} Option
 * @typedef {{ label?: string, options: Option[] }} OptionGroup
 * @typedef {{
 *   label: string, placeholder: string, groups: OptionGroup[], chosen: string[],
 *   choose: 'one' | 'many', most?: number | undefined, onChange: (chosen: string[]) => void,
 * }} PickerSettings
 */

/** Counts the pickers of the page, for ids that tie an input to its list. */
let built = 0;

/**
 * A menu to choose one or many from, with a filter; usable by keyboard alone. A choice of many is told when the
 * menu closes, as Slack does.
 * @param {PickerSettings} settings
 * @returns {HTMLButtonElement}
 */
export function createPicker(settings) {
  let chosen = [...settings.chosen];
  const words = element('span', { class: 'picker-words' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'picker',
      title: settings.label,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      on: { click: open },
    },
    words,
    icon('down'),
  );
  show();
  return button;

  function show() {
    const labels = optionsOf(settings).filter((option) => chosen.includes(option.value));
    words.textContent = labels.map((option) => option.label).join(', ') || settings.placeholder;
    words.classList.toggle('is-empty', labels.length === 0);
    button.setAttribute('aria-label', `${settings.label}: ${words.textContent}`);
  }

  function open() {
    const before = chosen.join('\n');
    const { panel, filter } = createPanel(settings, {
      isChosen: (value) => chosen.includes(value),
      pick(value) {
        if (settings.choose === 'one') chosen = [value];
        else chosen = toggled(chosen, value, settings.most ?? Number.POSITIVE_INFINITY);
        show();
        if (settings.choose === 'one') close();
      },
    });
    const close = openPopover(button, panel, () => {
      if (chosen.join('\n') !== before) settings.onChange(chosen);
    });
    filter.focus();
  }
}

/**
 * @param {PickerSettings} settings
 * @param {{ isChosen: (value: string) => boolean, pick: (value: string) => void }} choice
 */
function createPanel(settings, choice) {
  built += 1;
  const listId = `picker-${built}`;
  const list = element('div', {
    class: 'picker-list',
    role: 'listbox',
    id: listId,
    'aria-label': settings.label,
    'aria-multiselectable': settings.choose === 'many' ? 'true' : undefined,
  });
  const filter = element('input', {
    type: 'text',
    class: 'picker-filter',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': listId,
    'aria-label': `Filter ${settings.label}`,
    placeholder: 'Type to filter',
    autocomplete: 'off',
    on: { input: () => draw(0), keydown: onKey },
  });
  let at = 0;
  draw(
    Math.max(
      0,
      optionsOf(settings).findIndex((option) => choice.isChosen(option.value)),
    ),
  );
  return { panel: element('div', { class: 'picker-panel' }, filter, list), filter };

  /** @param {number} active */
  function draw(active) {
    at = active;
    const wanted = filter.value.trim().toLowerCase();
    let index = -1;
    const rows = settings.groups.flatMap((group) => {
      const options = group.options.filter((option) => option.label.toLowerCase().includes(wanted));
      const heading =
        group.label && options.length > 0 && element('div', { class: 'picker-group' }, group.label);
      return [...(heading ? [heading] : []), ...options.map((option) => row(option, ++index === at, index))];
    });
    list.replaceChildren(
      ...(rows.length > 0 ? rows : [element('p', { class: 'picker-none' }, 'Nothing matches')]),
    );
    const current = list.querySelector('.is-active');
    filter.setAttribute('aria-activedescendant', current?.id ?? '');
    current?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Option} option @param {boolean} isActive @param {number} index */
  function row(option, isActive, index) {
    const isChosen = choice.isChosen(option.value);
    return element(
      'div',
      {
        class: isActive ? 'picker-option is-active' : 'picker-option',
        role: 'option',
        id: `${listId}-${index}`,
        'aria-selected': String(isChosen),
        'data-value': option.value,
        on: { click: () => take(option.value, index), pointerdown: keepFocus },
      },
      element('span', { class: 'picker-mark' }, isChosen ? icon('check') : ''),
      element('span', {}, option.label, option.description && element('small', {}, option.description)),
    );
  }

  /** @param {string} value @param {number} index */
  function take(value, index) {
    choice.pick(value);
    draw(index);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('.picker-option')]);
    if (event.key === 'ArrowDown') draw(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') draw(Math.max(at - 1, 0));
    else if (event.key === 'Enter') {
      const value = rows[at]?.dataset.value;
      if (value !== undefined) take(value, at);
    } else return;
    event.preventDefault();
  }
}

/** @param {PickerSettings} settings */
function optionsOf(settings) {
  return settings.groups.flatMap((group) => group.options);
}

/** @param {readonly string[]} chosen @param {string} value @param {number} most */
function toggled(chosen, value, most) {
  if (chosen.includes(value)) return chosen.filter((known) => known !== value);
  return chosen.length < most ? [...chosen, value] : [...chosen];
}

/** @param {Event} event */
function keepFocus(event) {
  event.preventDefault();
}
