import { expect, test } from 'vitest';
import { lastActivityAt } from '../../../src/domain/routine/last-activity.ts';
import { morningLists, type ReminderFacts } from '../../../src/domain/routine/reminders.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { day, laterBy } from '../../../src/domain/time.ts';
import { aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, aMessage, ana, ben, dana, mia, settings, ten } from '../../support/builders.ts';

const later = laterBy(ten, 5 * day);
const facts: ReminderFacts = {
  now: later,
  timezone: settings.timezone,
  policies: settings.policies,
  managers: new Set([mia]),
  isTeam: (person) => [ana, ben, mia].includes(person),
  ...settings.routine,
};
const reasonsOf = (ticket: Ticket, given: Partial<ReminderFacts> = {}) =>
  morningLists([ticket], { ...facts, ...given }).map(
    ({ person, entries }) =>
      `${person} ${entries.flatMap(({ reasons }) => reasons.map(({ reason }) => reason))}`,
  );

const escalation = { by: ana, at: after(10), reason: 'needs a decision' };

test('an escalated ticket is stale from the moment on at which nobody touched it for the time that was set', () => {
  const ticket = aTicket({ status: 'open', escalation });
  expect(reasonsOf(ticket, { now: laterBy(after(10), day - 1) })).toEqual([]);
  expect(reasonsOf(ticket, { now: laterBy(after(10), day) })).toEqual([
    `${mia} stale_escalation`,
    `${ana} stale_escalation`,
  ]);
});

test.each<[string, Partial<Ticket>]>([
  ['a message of the requester', { messages: [aMessage({ at: laterBy(later, -1000) })] }],
  ['a note', { notes: [{ note: 'n1', internalText: 'Asked', by: ben, at: laterBy(later, -1000) }] }],
  [
    'an edit of a message',
    { messages: [aMessage({ edits: [{ text: 'before', until: laterBy(later, -1000) }] })] },
  ],
  ['somebody who took it', { assignee: { person: ben, at: laterBy(later, -1000) } }],
])('%s is activity', (_what, given) => {
  const ticket = aTicket({ status: 'open', escalation, ...given });
  expect(lastActivityAt(ticket)).toBe(laterBy(later, -1000));
  expect(reasonsOf(ticket)).toEqual([]);
});

test('what the desk notes for itself is not activity', () => {
  const ticket = aTicket({
    status: 'open',
    escalation,
    changedAt: laterBy(later, -1000),
    notices: [{ at: laterBy(later, -1000), steps: [], to: [mia] }],
  });
  expect(reasonsOf(ticket)).toHaveLength(2);
});

test('who is no longer of the team is told nothing', () => {
  const ticket = aTicket({ status: 'open', escalation: { ...escalation, by: dana } });
  expect(reasonsOf(ticket)).toEqual([`${mia} stale_escalation`]);
});

test('a hold is the concern of who has the ticket, else of who put it on hold', () => {
  const hold = { by: ben, at: after(10), reason: 'the bank' };
  expect(reasonsOf(aTicket({ status: 'on_hold', hold }))).toEqual([`${ben} hold_undated`]);
  const assignee = { person: ana, at: after(5) };
  expect(reasonsOf(aTicket({ status: 'on_hold', hold, assignee }))).toEqual([`${ana} hold_undated`]);
});

test('a hold with a date is left in peace until the date has passed', () => {
  const hold = { by: ben, at: after(10), reason: 'the bank' };
  expect(reasonsOf(aTicket({ status: 'on_hold', hold: { ...hold, until: laterBy(later, 1) } }))).toEqual([]);
  expect(reasonsOf(aTicket({ status: 'on_hold', hold: { ...hold, until: laterBy(later, -1) } }))).toEqual([
    `${ben} hold_past`,
  ]);
});

test('a ticket of somebody who left the team is followed by nobody while it waits', () => {
  const left = aTicket({ status: 'pending', assignee: { person: dana, at: after(5) } });
  expect(reasonsOf(left)).toEqual([`${mia} nobody_follows`]);
});

test('what has ended is on no list', () => {
  const hold = { by: ben, at: after(10), reason: 'the bank' };
  expect(reasonsOf(aTicket({ status: 'solved', escalation, hold }))).toEqual([]);
});

test.each<[string, Partial<Ticket>, readonly string[]]>([
  [
    'of who has it',
    { assignee: { person: ana, at: ten }, triage: { ...aWorkedTicket().triage!, severity: 'P3' } },
    [`${ana} overdue`],
  ],
  ['of those who lead while nobody has it', {}, [`${mia} overdue`]],
  ['of those who lead when who had it left', { assignee: { person: dana, at: ten } }, [`${mia} overdue`]],
  [
    'of both when it is grave',
    { assignee: { person: ana, at: ten }, triage: { ...aWorkedTicket().triage!, severity: 'P2' } },
    [`${ana} overdue`, `${mia} overdue`],
  ],
])('a ticket that is late is in the list %s, every morning', (_who, given, expected) => {
  const ticket = aWorkedTicket(given);
  expect(reasonsOf(ticket, { now: after(239) })).toEqual([]);
  for (const days of [1, 2, 30])
    expect(reasonsOf(ticket, { now: laterBy(ten, days * day) })).toEqual(expected);
});
