/** @import { PracticeView } from '../control.ts' */
/** @import { App } from './app.js' */
/** @import { Frame, StateValues } from './blocks/frame.js' */
import { ask } from './api.js';
import { stateValues } from './blocks/frame.js';
import { showFieldError } from './blocks/input-block.js';
import { asKit, asText } from './blocks/kit.js';
import { renderBlocks } from './blocks/render.js';
import { element } from './element.js';
import { checkFields } from './field-check.js';
import { icon } from './icon.js';
import { viewFrame } from './view-frame.js';

/**
 * The modal on top of this person's stack, as a native dialog. What was typed survives when the desk redraws the
 * view or puts another one on top.
 * @param {App} app
 */
export function createModal(app) {
  /** @type {Map<string, StateValues>} */
  const typed = new Map();
  const dialog = element('dialog', { class: 'sheet', on: { cancel: onCancel } });
  let drawnKey = '';
  /** @type {PracticeView | undefined} */
  let shown;
  /** @type {Frame | undefined} */
  let frame;
  return { node: dialog, draw };

  function draw() {
    const mine = app.model.views.filter((view) => view.user === app.session.me);
    const top = mine.at(-1);
    const key = top ? `${top.id} ${top.hash} ${JSON.stringify(top.errors ?? {})}` : '';
    if (key === drawnKey) return;
    if (shown && frame) typed.set(shown.id, stateValues(frame.fields));
    for (const id of typed.keys()) if (!app.model.views.some((view) => view.id === id)) typed.delete(id);
    drawnKey = key;
    if (shown?.id !== top?.id && dialog.open) dialog.close();
    shown = top;
    if (!top) return;
    const held = /** @type {HTMLElement | null} */ (
      dialog.contains(document.activeElement) ? document.activeElement : null
    );
    const heldId = held?.dataset.actionId;
    build(top, mine.length);
    if (!dialog.open) dialog.showModal();
    focusField(dialog, heldId);
  }

  /** @param {PracticeView} top @param {number} depth */
  function build(top, depth) {
    const view = asKit(top.view);
    const title = asText(view.title) || 'Form';
    frame = viewFrame(app, {
      surface: 'modal',
      pressedIn: () => ({ viewId: top.id }),
      errors: top.errors ?? {},
      kept: typed.get(top.id) ?? {},
    });
    const hasInputs =
      Array.isArray(view.blocks) && view.blocks.some((block) => asKit(block).type === 'input');
    const submit = asText(view.submit) || (hasInputs ? 'Submit' : '');
    const form = element(
      'form',
      { novalidate: true, on: { submit: (/** @type {Event} */ event) => void onSubmit(event, form, top) } },
      element(
        'div',
        { class: 'sheet-head' },
        element('h2', {}, title),
        element(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': 'Close', on: { click: close } },
          icon('close'),
        ),
      ),
      element('div', { class: 'sheet-body', tabindex: -1 }, ...renderBlocks(view.blocks, frame)),
      element(
        'div',
        { class: 'sheet-foot' },
        element('p', { class: 'sheet-problem', role: 'alert' }),
        element(
          'button',
          { type: 'button', class: 'button', on: { click: close } },
          asText(view.close) || (depth > 1 ? 'Back' : 'Cancel'),
        ),
        submit !== '' && element('button', { class: 'button button-primary', 'data-submit': true }, submit),
      ),
    );
    dialog.setAttribute('aria-label', title);
    dialog.replaceChildren(form);
  }

  /** @param {Event} event @param {HTMLFormElement} form @param {PracticeView} top */
  async function onSubmit(event, form, top) {
    event.preventDefault();
    const button = form.querySelector('[data-submit]');
    if (!frame || !button || button.getAttribute('aria-busy') === 'true') return;
    const values = stateValues(frame.fields);
    const found = checkFields(form, values);
    if (showErrors(form, found) > 0) return;
    button.setAttribute('aria-busy', 'true');
    const problem = form.querySelector('.sheet-problem');
    if (problem) problem.textContent = '';
    try {
      const answer = await ask('/control/submit', { as: app.session.me, viewId: top.id, values });
      showErrors(form, /** @type {Record<string, string>} */ (asKit(answer.errors)));
    } catch (reason) {
      // The form stays as it is, so that nothing typed is lost.
      if (problem) problem.textContent = reason instanceof Error ? reason.message : 'That did not work.';
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  /** @param {Event} event */
  function onCancel(event) {
    event.preventDefault();
    close();
  }

  function close() {
    const top = shown;
    if (top) void app.attempt(() => ask('/control/close', { as: app.session.me, viewId: top.id }));
  }
}

/** The field that had the focus before a redraw, or the first one, so that one can type at once. */
/** @param {HTMLElement} dialog @param {string | undefined} heldId */
function focusField(dialog, heldId) {
  const fields = /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll('.form-field [data-action-id]')]);
  const field = fields.find((known) => known.dataset.actionId === heldId) ?? (heldId ? undefined : fields[0]);
  if (!dialog.querySelector('[autofocus]')) field?.focus();
  // A long text that is already there is read from its beginning.
  if (!heldId) field?.scrollTo(0, 0);
}

/** Writes the errors under their fields and goes to the first. Answers how many there are. */
/** @param {HTMLFormElement} form @param {Readonly<Record<string, string>>} errors */
function showErrors(form, errors) {
  const fields = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('.form-field')]);
  for (const field of fields) showFieldError(field, errors[field.dataset.blockId ?? '']);
  /** @type {HTMLElement | null} */ (form.querySelector('.has-error [data-action-id]'))?.focus();
  return Object.keys(errors).length;
}
