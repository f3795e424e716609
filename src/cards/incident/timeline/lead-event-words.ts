import { moment } from '../../moment.ts';
import { plain } from '../../text.ts';
import { roleWords } from '../incident-words.ts';
import type { EventWords } from './event-words.ts';
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
  | 'specialists_looked_up'
> = {
  role_offered: ({ role, person, until, note }, timezone) => [
    { text: 'asked ' },
    { person },
    { text: ` to be ${roleWords[role]}, until ` },
    moment(until, timezone, 'time'),
    ...(note === undefined ? [] : plain(`: ${said(note)}`)),
  ],
  role_accepted: ({ role, person, by, besides = [], instead }) => [
    ...(by === person
      ? plain(`is ${roleWords[role]}`)
      : [{ text: 'made ' }, { person }, { text: ` ${roleWords[role]}` }]),
    ...(instead === undefined || instead === person ? [] : [{ text: ' in place of ' }, { person: instead }]),
    ...(besides.length === 0
      ? []
      : plain(`, and stays ${besides.map((other) => roleWords[other]).join(' and ')}`)),
  ],
  role_declined: ({ role, person, by }) =>
    by === person
      ? plain(`declined to be ${roleWords[role]}`)
      : [{ text: 'passed over ' }, { person }, { text: ` as ${roleWords[role]}` }],
  role_silent: ({ role, person, why }) => [
    { text: why === undefined ? 'had no answer from ' : 'could not ask ' },
    { person },
    {
      text: `${why === undefined ? ' about being' : ' to be'} ${roleWords[role]}${why === undefined ? '' : `: ${said(why)}`}`,
    },
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
  specialists_looked_up: ({ areas }) =>
    plain(
      areas.length === 0
        ? 'looked what the tickets are about'
        : `looked who knows about ${areas.map((area) => said(area, 40)).join(', ')}`,
    ),
};
