import { element } from '../element.js';
import { icon } from '../icon.js';
import { safeAddress } from '../links.js';
import { mrkdwnInline } from '../mrkdwn.js';
import { moveWithArrows, openPopover } from '../popover.js';
import { asKit, asList, asText } from './kit.js';
import { tell } from './press.js';
/** @import { Frame, Spot } from './frame.js' */
/** @import { Kit } from './kit.js' */

/**
 * A button; one with an address also opens it.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function buttonPart(part, frame, spot) {
  const style = part.style === 'primary' || part.style === 'danger' ? ` button-${part.style}` : '';
  const value = typeof part.value === 'string' ? part.value : undefined;
  const address = safeAddress(part.url);
  const shared = {
    class: `button${style}`,
    'data-action-id': spot.actionId,
    'aria-label': asText(part.accessibility_label) || undefined,
  };
  const label = emojiText(part.text, frame);
  if (address) {
    const click = () =>
      void tell(frame, { part: { ...part, confirm: undefined }, spot, control: link, value });
    const link = element(
      'a',
      { ...shared, href: address, target: '_blank', rel: 'noopener noreferrer', on: { click } },
      ...label,
    );
    return link;
  }
  const click = () => {
    if (button.getAttribute('aria-busy') !== 'true') void tell(frame, { part, spot, control: button, value });
  };
  const button = element('button', { ...shared, type: 'button', on: { click } }, ...label);
  return button;
}

/**
 * The ⋯ menu with up to five entries.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function overflowPart(part, frame, spot) {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'button button-icon',
      'aria-label': 'More',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-action-id': spot.actionId,
      on: { click: open },
    },
    icon('more'),
  );
  return button;

  function open() {
    const panel = element('div', { class: 'menu', role: 'menu' });
    const close = openPopover(button, panel);
    for (const option of asList(part.options)) {
      const value = asText(option.value);
      const address = safeAddress(option.url);
      const click = () => {
        close();
        if (address) window.open(address, '_blank', 'noopener');
        void tell(frame, { part, spot, control: button, value });
      };
      panel.append(
        element(
          'button',
          { type: 'button', class: 'menu-item', role: 'menuitem', on: { click } },
          ...emojiText(option.text, frame),
        ),
      );
    }
    moveWithArrows(panel, '.menu-item');
    /** @type {HTMLElement | null} */ (panel.querySelector('.menu-item'))?.focus();
  }
}

/**
 * Thumbs up and down under an answer.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function feedbackPart(part, frame, spot) {
  const group = element('div', { class: 'row', role: 'group', 'aria-label': 'Feedback' });
  const sides = /** @type {const} */ ([
    ['positive_button', 'thumbUp'],
    ['negative_button', 'thumbDown'],
  ]);
  for (const [side, picture] of sides) {
    const told = asKit(part[side]);
    const label = asText(told.accessibility_label) || asText(told.text);
    const click = () => void tell(frame, { part, spot, control: button, value: asText(told.value) });
    const button = element(
      'button',
      {
        type: 'button',
        class: 'button button-quiet',
        'aria-label': label,
        'data-action-id': spot.actionId,
        on: { click },
      },
      icon(picture),
      asText(told.text),
    );
    group.append(button);
  }
  return group;
}

/**
 * A button that is mostly its picture.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function iconButtonPart(part, frame, spot) {
  const click = () =>
    void tell(frame, { part, spot, control: button, value: asText(part.value) || undefined });
  const button = element(
    'button',
    { type: 'button', class: 'button button-quiet', 'data-action-id': spot.actionId, on: { click } },
    icon(part.icon === 'trash' ? 'trash' : 'more'),
    asText(part.text),
  );
  return button;
}

/**
 * The words of a text object that may hold emoji shortcodes but no markup.
 * @param {unknown} text
 * @param {Frame} frame
 * @returns {Node[]}
 */
export function emojiText(text, frame) {
  const words = asText(text);
  return words.split(/(:[a-z0-9_+-]+:)/i).flatMap((word, index) => {
    if (word === '') return [];
    return index % 2 === 1 ? mrkdwnInline(word, frame.names) : [document.createTextNode(word)];
  });
}
