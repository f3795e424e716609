/** @import { App } from './app.js' */
/** @import { Completion } from './completion.js' */
import { completionsFor } from './completion.js';
import { element } from './element.js';

let built = 0;

/**
 * The list of completions over a text box. Arrow keys choose, Enter or Tab takes, Escape closes.
 * @param {App} app
 * @param {HTMLTextAreaElement} box
 * @param {() => void} onTaken
 */
export function createSuggestions(app, box, onTaken) {
  built += 1;
  const id = `suggestions-${built}`;
  /** @type {Completion[]} */
  let found = [];
  let at = 0;
  const node = element('div', {
    class: 'suggestions',
    role: 'listbox',
    id,
    'aria-label': 'Suggestions',
    hidden: true,
  });
  box.setAttribute('aria-controls', id);
  return { node, update, close, takesKey };

  function update() {
    found =
      box.selectionStart === box.selectionEnd
        ? completionsFor(app, box.value.slice(0, box.selectionStart))
        : [];
    at = 0;
    draw();
  }

  function close() {
    found = [];
    draw();
  }

  function draw() {
    node.hidden = found.length === 0;
    node.replaceChildren(
      ...found.map((completion, index) =>
        element(
          'div',
          {
            class: index === at ? 'suggestion is-active' : 'suggestion',
            role: 'option',
            id: `${id}-${index}`,
            'aria-selected': String(index === at),
            on: { pointerdown: keepFocus, click: () => take(index) },
          },
          element('b', {}, completion.label),
          completion.detail && element('small', {}, completion.detail),
        ),
      ),
    );
    if (found.length > 0) box.setAttribute('aria-activedescendant', `${id}-${at}`);
    else box.removeAttribute('aria-activedescendant');
  }

  /** @param {number} index */
  function take(index) {
    const completion = found[index];
    if (!completion) return;
    box.setRangeText(completion.insert, completion.from, box.selectionStart, 'end');
    update();
    onTaken();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the list used the key */
  function takesKey(event) {
    if (found.length === 0 || event.altKey) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step) {
      at = (at + step + found.length) % found.length;
      draw();
    } else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) take(at);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}

/** The box keeps the focus while a suggestion is pressed. @param {Event} event */
function keepFocus(event) {
  event.preventDefault();
}
