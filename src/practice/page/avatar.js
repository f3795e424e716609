/** @import { PracticePerson } from '../control.ts' */
import { element } from './element.js';
import { icon } from './icon.js';

/**
 * A person's initials on their colour; the desk has its ticket.
 * @param {PracticePerson | undefined} person
 * @param {'large' | 'small'} [size]
 * @returns {HTMLElement}
 */
export function avatar(person, size = 'large') {
  const initials = (person?.realName ?? '?')
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const box = element(
    'span',
    { class: `avatar avatar-${size}${person?.isBot ? ' avatar-bot' : ''}`, 'aria-hidden': 'true' },
    person?.isBot ? icon('ticket') : initials,
  );
  if (person && CSS.supports('color', person.color)) box.style.setProperty('--who', person.color);
  return box;
}
