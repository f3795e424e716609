import fc from 'fast-check';
import { expect, test } from 'vitest';
import { updatePhrases } from '../../../src/cards/requester/update-phrases.ts';
import { changedShare } from '../../../src/domain/changed-share.ts';
import { disputeSolution } from '../../../src/domain/ticket/ending.ts';
import { recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { escalateTicket, holdTicket } from '../../../src/domain/ticket/work.ts';
import { day, hour, laterBy, minute } from '../../../src/domain/time.ts';
import { composeUpdate } from '../../../src/domain/update/compose-update.ts';
import { lintUpdate } from '../../../src/domain/update/lint-update.ts';
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

test('an update says where it stands, what comes next, what holds it up, a way round, when the next comes, and whom to ask', () => {
  const ticket = afterwards(aWorkedTicket(), ...answered('We are looking at it.'));
  expect(at(45)(ticket)).toBe(
    [
      'Update on T-1, as of 20 Nov 11:45 (Europe/Berlin). We have been working on it since 20 Nov. This is day 1. There is no new result since our message of 20 Nov.',
      'Nothing holds us up. Next: we follow up what we have found so far and look at the result before the time below.',
      'Workaround: none known yet.',
      'Next update: by 20 Nov 12:45 (Europe/Berlin), in this thread.',
      'Your contact: Ana Torres, ticket T-1. Write here at any time.',
    ].join('\n'),
  );
});

test.each<[string, (ticket: Ticket) => Ticket, string]>([
  [
    'a specialist has it',
    (now) => afterwards(now, (one) => escalateTicket(one, 'SECRET refund', asksAs.agent(after(20)))),
    'it went to a specialist on 20 Nov',
  ],
  [
    'others are waited for',
    (now) => afterwards(now, (one) => holdTicket(one, { reason: 'SECRET vendor' }, asksAs.agent(after(20)))),
    'a part that we cannot do ourselves',
  ],
  [
    'the answer did not help',
    (now) =>
      afterwards(
        now,
        (one) => replyPublicly(one, { publicText: 'Clear the cache.', next: 'ask' }, asksAs.agent(after(15))),
        (one) => disputeSolution(one, asksAs.requester(after(20))),
      ),
    'that answer is ruled out',
  ],
  [
    'an answer that was sent named a way round',
    (now) => afterwards(now, ...answered('In the meantime, please export as CSV.')),
    'For now: the workaround in our message of 20 Nov still holds.',
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

test('a delay says what was promised, why it takes longer, and which time is asked for', () => {
  const ticket = afterwards(aWorkedTicket(), ...answered('We are looking at it.'));
  const promise = { target: 'first_resolution' as const, dueAt: after(120) };
  const proposes = laterTime(promise, ticket, { book: settings.policies, now: after(100) })!;
  // Half of a day again, to the quarter hour.
  expect(proposes).toEqual({ target: 'first_resolution', dueAt: after(120 + 12 * 60) });
  const text = at(100, { late: { was: promise.dueAt, proposes } })(ticket);
  expect(text).toContain(
    'Our estimate for the solution was 20 Nov 13:00 (Europe/Berlin); our new estimate is 21 Nov 01:00 (Europe/Berlin).',
  );
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

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC', 'America/Argentina/Buenos_Aires'];
const months = fc.integer({ min: 0, max: 400 }).map((days) => days * day);

test('in every language, whatever happened, an update can be sent as it stands and is never the last one again', () => {
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
            const late = { was: laterBy(now, hour), proposes: { target, dueAt: laterBy(now, 3 * hour) } };
            const text = composeUpdate(
              {
                ...base,
                tongue: language,
                ...(within % 2 ? { late } : {}),
                ...(previous ? { previous } : {}),
              },
              updatePhrases,
            );
            const facts = { now, zone, latest: laterBy(now, within * minute), tickets: [told.id] };
            const names = { otherAccounts: ['Velaro Shoes'], colleagues: ['Omar Haddad'] };
            expect(lintUpdate(text, { ...facts, ...names, last: previous })).toEqual([]);
            expect(text).not.toContain(internalMarker);
            expect(text).not.toMatch(/undefined|NaN|Invalid/);
            if (previous) expect(changedShare(previous, text)).toBeGreaterThan(0.15);
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
