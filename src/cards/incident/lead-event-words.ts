import { moment } from '../moment.ts';
import { plain } from '../text.ts';
import type { EventWords } from './event-words.ts';
import { roleWords } from './incident-words.ts';
import { said } from './quoted.ts';

/** Who leads, and who was asked to. */
export const leadEventWords: EventWords<
  | 'role_offered'
  | 'role_accepted'
  | 'role_declined'
  | 'role_silent'
  | 'role_exhausted'
  | 'role_acting'
  | 'role_left'
  | 'specialist_named'
> = {
  role_offered: ({ role, person, until }, timezone) => [
    { text: 'asked ' },
    { person },
    { text: ` to be ${roleWords[role]}, until ` },
    moment(until, timezone, 'time'),
  ],
  role_accepted: ({ role, person, by }) =>
    by === person
      ? plain(`is ${roleWords[role]}`)
      : [{ text: 'made ' }, { person }, { text: ` ${roleWords[role]}` }],
  role_declined: ({ role, person, by }) =>
    by === person
      ? plain(`declined to be ${roleWords[role]}`)
      : [{ text: 'passed over ' }, { person }, { text: ` as ${roleWords[role]}` }],
  role_silent: ({ role, person }) => [
    { text: 'had no answer from ' },
    { person },
    { text: ` about being ${roleWords[role]}` },
  ],
  role_exhausted: ({ role }) => plain(`has nobody left to ask as ${roleWords[role]}`),
  role_acting: ({ role, person }) => [
    { text: 'said that ' },
    { person },
    { text: ` acts as ${roleWords[role]} until somebody accepts` },
  ],
  role_left: ({ role, person, why, by }) =>
    by === person
      ? plain(`is no longer ${roleWords[role]}: ${said(why)}`)
      : [{ text: 'noted that ' }, { person }, { text: ` is no longer ${roleWords[role]}: ${said(why)}` }],
  specialist_named: ({ area, person }) => [
    { text: 'called in ' },
    { person },
    { text: ` for ${said(area, 40)}` },
  ],
};
