import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { updatePhrases } from '../../../src/cards/requester/update-phrases.ts';
import { disputeSolution } from '../../../src/domain/ticket/ending.ts';
import { recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { claimTicket, escalateTicket, holdTicket } from '../../../src/domain/ticket/work.ts';
import { day, hour, laterBy, minute } from '../../../src/domain/time.ts';
import { composeUpdate } from '../../../src/domain/update/compose-update.ts';
import { isUnsendable, lintUpdate } from '../../../src/domain/update/lint-update.ts';
import { requestWords } from '../../../src/domain/update/request-words.ts';
import { tongues } from '../../../src/domain/update/tongue.ts';
import {
  laterTime,
  roundedDown,
  type UpdateStory,
  updateStory,
} from '../../../src/domain/update/update-story.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, asksAs, settings, support } from '../../support/builders.ts';
import { internalMarker, story, tell } from '../ticket/random-story.ts';

const reader = { zone: 'Europe/Berlin', contact: 'Ana Torres' };
const at =
  (minutes: number, given: Partial<UpdateStory> = {}) =>
  (ticket: Ticket) =>
    composeUpdate(
      { ...updateStory(ticket, reader, { now: after(minutes), nextAt: after(minutes + 60) }), ...given },
      updatePhrases,
    );
const answered = (publicText: string) => [
  (now: Ticket) => replyPublicly(now, { publicText, next: 'open' }, asksAs.agent(after(10))),
  (now: Ticket) =>
    recordDelivery(
      now,
      { reply: `r${now.replies.length}`, thread: `${support}:T-1.1`, id: `${support}:r` },
      asksAs.desk(after(11)),
    ),
];

test('an update says where it stands, what is new, whether there is a way round, when the next comes, and whom to ask', () => {
  const ticket = afterwards(aWorkedTicket(), ...answered('We are looking at it.'));
  expect(at(45)(ticket)).toBe(
    [
      'Update on T-1, “Checkout fails with error 502”. Ana Torres has had your request since 11:10 (Europe/Berlin). There is nothing new since we wrote to you at 11:10 (Europe/Berlin). The work on it goes on.',
      'Workaround: none known yet.',
      'Next update: by 12:45 (Europe/Berlin), in this thread.',
      'Your contact: Ana Torres, ticket T-1. Write here at any time.',
    ].join('\n'),
  );
});

test.each<[string, (ticket: Ticket) => Ticket, string]>([
  [
    'it was escalated',
    (now) => afterwards(now, (one) => escalateTicket(one, 'SECRET refund', asksAs.agent(after(20)))),
    'passed on within our team at 11:20 (Europe/Berlin)',
  ],
  [
    'others are waited for',
    (now) => afterwards(now, (one) => holdTicket(one, { reason: 'SECRET vendor' }, asksAs.agent(after(20)))),
    'waiting for somebody outside our team since 11:20 (Europe/Berlin)',
  ],
  [
    'the answer did not help',
    (now) =>
      afterwards(
        now,
        (one) => replyPublicly(one, { publicText: 'Clear the cache.', next: 'ask' }, asksAs.agent(after(15))),
        (one) => disputeSolution(one, asksAs.requester(after(20))),
      ),
    'You told us at 11:20 (Europe/Berlin) that it is not settled.',
  ],
  [
    'an answer that was sent named a way round',
    (now) => afterwards(now, ...answered('In the meantime, please export as CSV.')),
    'use the workaround that we sent you at 11:11 (Europe/Berlin)',
  ],
])('it says so when %s', (_name, change, words) => {
  const ticket = change(afterwards(aWorkedTicket(), ...answered('We are looking at it.')));
  expect(at(45)(ticket)).toContain(words);
  expect(at(45)(ticket)).not.toContain('SECRET');
});

test('a draft that was never sent names no way round', () => {
  const ticket = aWorkedTicket();
  const [draft] = ticket.drafts;
  const drafted = { ...ticket, drafts: [{ ...draft!, text: 'In the meantime, export as CSV.' }] };
  expect(at(45)(drafted)).toContain('Workaround: none known yet.');
});

test('a delay says which time is asked for, and the time before only where the requester was told one', () => {
  const ticket = afterwards(aWorkedTicket(), ...answered('We are looking at it.'));
  const promise = { target: 'first_resolution' as const, dueAt: after(120) };
  const proposes = laterTime(promise, ticket, { book: settings.policies, now: after(100) })!;
  // Half of a day again, to the quarter hour.
  expect(proposes).toEqual({ target: 'first_resolution', dueAt: after(120 + 12 * 60) });
  const text = at(100, { late: { proposes } })(ticket);
  expect(text).toContain(
    'We need more time for the solution; we estimate to have it by 21 Nov 01:00 (Europe/Berlin).',
  );
  expect(text).not.toContain('Before,');
  const again = at(100, { late: { proposes, told: promise.dueAt } })(ticket);
  expect(again).toContain('Before, we said by 13:00 (Europe/Berlin).');
  expect(text).toContain('Please tell us below whether that is fine.');
});

test('at least an hour more is asked for, to a full quarter hour', () => {
  const promise = { target: 'first_response' as const, dueAt: after(7) };
  const ticket = aWorkedTicket();
  const urgent = {
    ...ticket,
    policies: [
      { ...ticket.policies![0]!, facts: { ...ticket.policies![0]!.facts, severity: 'P1' as const } },
    ],
  };
  expect(laterTime(promise, urgent, { book: settings.policies, now: after(5) })?.dueAt).toBe(after(75));
});

test('nothing is said that is not known: no obstacle, no finding, no day count, and no workaround of what is not urgent', () => {
  const claimed = at(45)(afterwards(aWorkedTicket(), (now) => claimTicket(now, asksAs.agent(after(20)))));
  expect(claimed).toContain('Ana Torres has had your request since 11:20 (Europe/Berlin).');
  expect(claimed).not.toMatch(/hold|obstacle|found|day 1|working on it|nothing new/i);
  const triage = { ...aWorkedTicket().triage!, severity: 'P3' as const };
  expect(at(45)({ ...aWorkedTicket(), triage })).not.toContain('orkaround');
});

test('what is further away is told with its day, and no stop stands twice', () => {
  const ticket = afterwards(aWorkedTicket(), ...answered('Wir sehen nach.'));
  const french = composeUpdate(
    { ...updateStory(ticket, reader, { now: after(3 * 1440), nextAt: after(4 * 1440) }), tongue: 'fr' },
    updatePhrases,
  );
  expect(french).toContain('Ana Torres a pris en charge votre demande le 20 nov. Il n’y a');
  expect(french).toContain('au plus tard le 24 nov. 11:00 (Europe/Berlin), dans ce fil.');
});

const inMinutes = (minutes: number) => after(minutes);

describe('the request in its own words', () => {
  const words = (text: string, given: Partial<Ticket> = {}) => {
    const ticket = aWorkedTicket({ subject: text, ...given });
    return requestWords({ ...ticket, messages: ticket.messages.map((each) => ({ ...each, text })) });
  };

  test.each([
    ['Checkout fails', 'Checkout fails'],
    ['Why is it *so* <slow>??', 'Why is it so'],
    ['<@U123> said it is down', undefined],
    ['See https://evil.test/x for T-99: export fails!', 'See for : export fails'],
    ['The password is hunter2hunter2', undefined],
    ['db-prod-07 is down', undefined],
    ['!!', undefined],
  ])('%s is quoted as %s', (text, quoted) => {
    expect(words(text)).toBe(quoted);
  });

  test('is short, and only theirs: not what was deleted, nor in a thread where others read', () => {
    expect(words('a long story about an export '.repeat(5))?.length).toBeLessThanOrEqual(60);
    const ticket = aWorkedTicket();
    const deleted = { at: inMinutes(5), asked: inMinutes(1) };
    const gone = ticket.messages.map((each) => ({ ...each, deleted }));
    expect(requestWords({ ...ticket, messages: gone })).toBeUndefined();
    const entry = {
      ticket: 'T-2',
      at: inMinutes(5),
      conversation: ticket.conversation,
      was: 'open' as const,
    };
    expect(requestWords({ ...ticket, absorbed: [entry] })).toBeUndefined();
  });

  test('is no claim of ours, whatever it says', () => {
    const request = 'ASAP, probably an outage since 9:40 at Velaro Shoes';
    const text = `Update on T-1, “${request}”. Next update: by 12:00 (UTC).`;
    const facts = { now: inMinutes(0), zone: 'UTC', latest: undefined, tickets: ['T-1'], last: undefined };
    const names = { otherAccounts: ['Velaro Shoes'], colleagues: [] };
    expect(lintUpdate(text, { ...facts, ...names, request })).toEqual([]);
    expect(lintUpdate(text, { ...facts, ...names })).not.toEqual([]);
  });
});

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC', 'America/Argentina/Buenos_Aires'];
const months = fc.integer({ min: 0, max: 400 }).map((days) => days * day);

test('in every language, whatever happened, an update can be sent as it stands and is never word for word the last one', () => {
  let written = 0;
  fc.assert(
    fc.property(
      story,
      fc.constantFrom(...tongues),
      fc.constantFrom(...zones),
      fc.tuple(months, fc.integer({ min: 16, max: 7 * 24 * 60 })),
      (steps, language, zone, [later, within]) => {
        for (const told of tell(steps).tickets.values()) {
          const shifted = told.triage ? { ...told, triage: { ...told.triage, language } } : told;
          let previous: string | undefined;
          for (const turn of [0, 1, 2]) {
            const now = laterBy(told.changedAt, later + turn * hour);
            const nextAt = roundedDown(now, laterBy(now, within * minute));
            const base = updateStory(shifted, { zone, contact: 'Ana Torres' }, { now, nextAt });
            const target = turn === 1 ? ('next_response' as const) : ('total_resolution' as const);
            const late = { told: laterBy(now, hour), proposes: { target, dueAt: laterBy(now, 3 * hour) } };
            const text = composeUpdate(
              {
                ...base,
                tongue: language,
                ...(within % 2 ? { late } : {}),
              },
              updatePhrases,
            );
            const facts = { now, zone, latest: laterBy(now, within * minute), tickets: [told.id] };
            const names = { otherAccounts: ['Velaro Shoes'], colleagues: ['Omar Haddad'] };
            const { request } = base;
            const found = lintUpdate(text, { ...facts, ...names, last: previous, request });
            // Where nothing is new, the next one says so too, with another time; a person is told that it does.
            expect(found.filter(({ rule }) => rule !== 'same as before')).toEqual([]);
            expect(isUnsendable(found)).toBe(false);
            expect(text).not.toMatch(/(?<!\.)\.\.(?!\.)/);
            expect(text).not.toContain(internalMarker);
            expect(text).not.toMatch(/undefined|NaN|Invalid/);
            expect(text).not.toBe(previous);
            previous = text;
            written += 1;
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(written).toBeGreaterThan(400);
});
