import { element } from '../element.js';
import { mrkdwn } from '../mrkdwn.js';
import { asKit, asText } from './kit.js';
/** @import { Kit } from './kit.js' */
/** @import { Frame } from './frame.js' */

/**
 * Asks before something is done, when its maker wanted that.
 * @param {Kit} part an element that may carry a `confirm` object
 * @param {Frame} frame
 * @returns {Promise<'yes' | 'no'>}
 */
export async function confirmed(part, frame) {
  if (!part.confirm) return 'yes';
  const confirm = asKit(part.confirm);
  const text = asKit(confirm.text);
  return askFirst({
    title: asText(confirm.title) || 'Are you sure?',
    body: text.type === 'mrkdwn' ? mrkdwn(asText(text), frame.names) : [asText(text)],
    yes: asText(confirm.confirm) || 'Yes',
    no: asText(confirm.deny) || 'Cancel',
    style: confirm.style === 'danger' || part.style === 'danger' ? 'danger' : 'primary',
  });
}

/**
 * A question with two answers. Escape is no.
 * @param {{ title: string, body: readonly (Node | string)[], yes: string, no: string, style: 'primary' | 'danger' }} question
 * @returns {Promise<'yes' | 'no'>}
 */
export function askFirst({ title, body, yes, no, style }) {
  return new Promise((resolve) => {
    const dialog = element(
      'dialog',
      { class: 'sheet sheet-small', 'aria-label': title },
      element(
        'form',
        { method: 'dialog' },
        element('h2', {}, title),
        element('div', { class: 'sheet-body prose' }, ...body),
        element(
          'div',
          { class: 'sheet-foot' },
          element('button', { class: 'button', value: 'no' }, no),
          element('button', { class: `button button-${style}`, value: 'yes', autofocus: true }, yes),
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? 'yes' : 'no');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
