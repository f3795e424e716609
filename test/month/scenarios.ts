import type { PersonName } from '../support/practice-names.ts';
import type { Act, Scenario } from './scenario.ts';

const reply = (who: PersonName, then: 'ask' | 'open' = 'open'): Act => ({ does: 'reply', who, then });
const solve = (who: PersonName): Act => ({ does: 'solve', who });
const send = (who: PersonName): Act => ({ does: 'send update', who });

/**
 * The table of the month: what people do, and what the desk then has to say to whom. Promises of its desk: P1 around the
 * clock 20 minutes to the first answer, 40 to the next, 4 hours in all, updates hourly; the others in office hours 4
 * hours to each answer, 80 in all, updates every two days.
 */
export const scenarios = {
  'a critical one, kept informed': {
    opens: '10:00',
    severity: 'P1',
    acts: [
      [5, reply('Ana')],
      [55, send('Ana')],
      [105, solve('Ana')],
    ],
    told: [
      { at: 50, what: 'next_update prepare', to: 'Ana' },
      { at: 95, what: 'next_update prepare', to: 'Ana' },
    ],
    updates: [
      ['progress', 'sent'],
      ['progress', 'not sent'],
    ],
    ends: 'solved',
  },
  'a critical one nobody saw in time': {
    opens: '11:00',
    severity: 'P1',
    acts: [
      [25, reply('Omar')],
      [60, solve('Omar')],
    ],
    told: [
      { at: 10, what: 'first_response warn_50', to: 'queue' },
      { at: 15, what: 'first_response warn_75', to: 'queue' },
      { at: 18, what: 'first_response warn_90', to: 'queue' },
      { at: 18, what: 'first_response warn_90', to: 'managers' },
      { at: 20, what: 'first_response due', to: 'queue' },
    ],
    updates: [['delay', 'not sent']],
    breaches: { first_response: 5 },
    ends: 'solved',
  },
  'a critical one nobody looks at': {
    opens: '15:30',
    severity: 'P1',
    acts: [
      [85, reply('Omar')],
      [90, solve('Omar')],
    ],
    told: [
      { at: 10, what: 'first_response warn_50', to: 'queue' },
      { at: 15, what: 'first_response warn_75', to: 'queue' },
      { at: 18, what: 'first_response warn_90', to: 'queue' },
      { at: 18, what: 'first_response warn_90', to: 'managers' },
      { at: 20, what: 'first_response due', to: 'queue' },
      // Nobody told the requester anything: an update is owed an hour after the opening.
      { at: 45, what: 'next_update prepare', to: 'queue' },
      // Half an hour after the last word about what is late, as the update is not late yet.
      { at: 50, what: 'first_response still_late', to: 'queue' },
      { at: 60, what: 'next_update due', to: 'queue' },
      { at: 75, what: 'next_update late_queue', to: 'queue' },
    ],
    updates: [
      ['delay', 'not sent'],
      ['progress', 'not sent'],
    ],
    breaches: { first_response: 65, next_update: 25 },
    ends: 'solved',
  },
  'a question answered and confirmed': {
    opens: '09:30',
    severity: 'P3',
    acts: [
      [40, reply('Sofie', 'ask')],
      [50, { does: 'writes', text: 'Thank you!' }],
      [60, { does: 'confirms' }],
    ],
    told: [],
    ends: 'solved',
  },
  'a question forgotten all morning': {
    opens: '09:00',
    severity: 'P3',
    acts: [
      [300, reply('Ana')],
      [330, solve('Ana')],
    ],
    told: [
      { at: 120, what: 'first_response warn_50', to: 'queue' },
      { at: 180, what: 'first_response warn_75', to: 'queue' },
      { at: 216, what: 'first_response warn_90', to: 'queue' },
      { at: 240, what: 'first_response due', to: 'queue' },
    ],
    updates: [['delay', 'not sent']],
    breaches: { first_response: 60 },
    ends: 'solved',
  },
  'a question asked late in the afternoon': {
    opens: '15:00',
    severity: 'P3',
    acts: [
      ['1d 10:20', reply('Sofie')],
      ['1d 10:25', solve('Sofie')],
    ],
    told: [
      { at: 120, what: 'first_response warn_50', to: 'queue' },
      { at: '1d 10:00', what: 'first_response warn_75', to: 'queue' },
    ],
    ends: 'solved',
  },
  'one on hold whose update is forgotten': {
    opens: '09:10',
    severity: 'P3',
    acts: [
      [30, reply('Ana')],
      [35, { does: 'hold', who: 'Ana' }],
      [3500, send('Ana')],
      [3510, solve('Ana')],
    ],
    told: [
      // At 04:52 in the morning; it waits for the end of the quiet hours.
      { at: 30 + 2880 - 288, told: 2810, what: 'next_update prepare', to: 'Ana' },
      { at: 30 + 2880, what: 'next_update due', to: 'Ana' },
      { at: 30 + 2880 + 288, what: 'next_update late_queue', to: 'queue' },
      { at: 30 + 2880 + 576, what: 'next_update late_manager', to: 'managers' },
    ],
    updates: [['progress', 'sent']],
    breaches: { next_update: 3500 - 2910 },
    ends: 'solved',
  },
  'one whose requester never answers': {
    opens: '10:30',
    severity: 'P3',
    acts: [[60, reply('Sofie', 'ask')]],
    told: [],
    ends: 'closed',
    followedUp: 60 + 2880,
  },
  'one asked again and answered late': {
    opens: '11:30',
    severity: 'P3',
    acts: [
      [20, reply('Omar')],
      [60, { does: 'writes', text: 'That page shows the same as before. What now?' }],
      [320, reply('Omar')],
      [325, solve('Omar')],
    ],
    told: [
      { at: 180, what: 'next_response warn_50', to: 'Omar' },
      { at: 240, what: 'next_response warn_75', to: 'Omar' },
      { at: 276, what: 'next_response warn_90', to: 'Omar' },
      { at: 300, what: 'next_response due', to: 'Omar' },
    ],
    updates: [['delay', 'not sent']],
    breaches: { next_response: 20 },
    ends: 'solved',
  },
  'a critical one with a later time agreed': {
    opens: '13:00',
    severity: 'P1',
    acts: [
      [5, reply('Sofie')],
      [55, send('Sofie')],
      [100, send('Sofie')],
      [145, send('Sofie')],
      [190, send('Sofie')],
      [217, send('Sofie')],
      [220, { does: 'agrees' }],
      [250, solve('Sofie')],
    ],
    told: [
      { at: 50, what: 'next_update prepare', to: 'Sofie' },
      { at: 95, what: 'next_update prepare', to: 'Sofie' },
      { at: 120, what: 'total_resolution warn_50', to: 'Sofie' },
      { at: 140, what: 'next_update prepare', to: 'Sofie' },
      { at: 180, what: 'total_resolution warn_75', to: 'Sofie' },
      { at: 185, what: 'next_update prepare', to: 'Sofie' },
      { at: 216, what: 'total_resolution warn_90', to: 'Sofie' },
      { at: 216, what: 'total_resolution warn_90', to: 'managers' },
    ],
    updates: [
      ['progress', 'sent'],
      ['progress', 'sent'],
      ['progress', 'sent'],
      ['progress', 'sent'],
      ['delay', 'sent'],
    ],
    ends: 'solved',
  },
  'a critical one at night': {
    opens: '22:00',
    severity: 'P1',
    acts: [
      [12, reply('Ana')],
      [30, solve('Ana')],
    ],
    told: [{ at: 10, what: 'first_response warn_50', to: 'queue' }],
    ends: 'solved',
  },
  'no request at all': {
    opens: '12:00',
    severity: 'P4',
    acts: [[10, { does: 'not a request', who: 'Omar' }]],
    told: [],
    ends: 'closed',
  },
  'one that turns out to be critical': {
    opens: '14:00',
    severity: 'P3',
    acts: [
      [5, { does: 'claim', who: 'Ana' }],
      [30, { does: 'to P1', who: 'Ana' }],
      [44, reply('Ana')],
      [50, solve('Ana')],
    ],
    // A quarter of an hour from the correction, because it would have been late at once.
    told: [
      { at: 37.5, what: 'first_response warn_50', to: 'Ana' },
      { at: 41.25, what: 'first_response warn_75', to: 'Ana' },
      { at: 43.5, what: 'first_response warn_90', to: 'Ana' },
      { at: 43.5, what: 'first_response warn_90', to: 'managers' },
    ],
    updates: [['delay', 'not sent']],
    ends: 'solved',
  },
  'one that comes back': {
    opens: '16:00',
    severity: 'P3',
    acts: [
      [10, reply('Omar')],
      [15, solve('Omar')],
      ['1d 09:30', { does: 'writes', text: 'It came back this morning, the same as on the first day.' }],
      ['1d 10:30', reply('Omar')],
      ['1d 10:40', solve('Omar')],
    ],
    told: [],
    ends: 'solved',
  },
} as const satisfies Record<string, Omit<Scenario, 'name'>>;

/** How many of each are opened on a working day: 25 in all. */
export const everyDay: readonly (readonly [keyof typeof scenarios, number])[] = [
  ['a critical one, kept informed', 1],
  ['a critical one nobody saw in time', 1],
  ['a critical one nobody looks at', 1],
  ['a question answered and confirmed', 3],
  ['a question forgotten all morning', 3],
  ['a question asked late in the afternoon', 3],
  ['one on hold whose update is forgotten', 1],
  ['one whose requester never answers', 4],
  ['one asked again and answered late', 1],
  ['a critical one with a later time agreed', 1],
  ['a critical one at night', 1],
  ['no request at all', 3],
  ['one that turns out to be critical', 1],
  ['one that comes back', 1],
];
