import { element } from '../element.js';
import { asKit, asText } from './kit.js';
import { partNode } from './parts.js';
/** @import { Frame } from './frame.js' */
/** @import { Kit } from './kit.js' */

/**
 * A labelled input with its hint and, after a refused submission, what is wrong with it.
 * @param {Kit} block
 * @param {Frame} frame
 * @param {string} blockId
 * @returns {HTMLElement}
 */
export function inputBlock(block, frame, blockId) {
  const part = asKit(block.element);
  const label = asText(block.label);
  const optional = block.optional === true;
  const control = partNode(part, frame, {
    blockId,
    actionId: asText(part.action_id),
    label,
    inInput: true,
    optional,
  });
  const hint = asText(block.hint);
  const box = element(
    'div',
    { class: 'form-field', 'data-block-id': blockId, 'data-required': !optional },
    element(
      'div',
      { class: 'form-label', 'aria-hidden': 'true' },
      label,
      optional && element('small', {}, ' (optional)'),
    ),
    control,
    hint !== '' && element('p', { class: 'form-hint' }, hint),
  );
  showFieldError(box, frame.errors[blockId]);
  return box;
}

/**
 * Writes what is wrong under a field, or takes it away.
 * @param {HTMLElement} box
 * @param {string | undefined} message
 */
export function showFieldError(box, message) {
  box.querySelector('.form-error')?.remove();
  const control = box.querySelector('[data-action-id]');
  box.classList.toggle('has-error', message !== undefined);
  if (message === undefined) {
    control?.removeAttribute('aria-invalid');
    control?.removeAttribute('aria-describedby');
    return;
  }
  const id = `error-${box.dataset.blockId}`;
  box.append(element('p', { class: 'form-error', id, role: 'alert' }, message));
  control?.setAttribute('aria-invalid', 'true');
  control?.setAttribute('aria-describedby', id);
}
