import { expect, test } from 'vitest';
import { commandOf } from '../../handlers/commands/index.ts';
import { open } from '../../handlers/commands/ticket.ts';
import { warRoom } from '../../handlers/commands/war-room.ts';
import { ticketsIn } from '../../handlers/forms/tickets-in.ts';
import { impactIn } from '../../src/domain/incident/impact-words.ts';
import { incidentIdIn } from '../../src/domain/incident/incident-id.ts';

test.each([
  ['war-room', ''],
  ['WAR-ROOM list', 'list'],
  ['war-room T-12', 'T-12'],
  ['war-room t12 restricted T-13', 't12 restricted T-13'],
  ['war-room INC-7 note it is the cache', 'INC-7 note it is the cache'],
  ['war-room note it is the cache', 'note it is the cache'],
  ['war-room drill liaison', 'drill liaison'],
  ['war-room resolv', 'resolv'],
  ['inc-7', 'inc-7'],
])('“%s” is said to a war room', (text, rest) => {
  expect(commandOf(text)).toEqual({ handler: warRoom, rest });
});

test.each([
  'war-room is slow since this morning',
  'war rooms are too small',
  'war-room screens show nothing',
  'INC-7 of ours is not mentioned in your mail',
])('“%s” is a request', (text) => {
  expect(commandOf(text)).toEqual({ handler: open, rest: text });
});

test.each([
  ['INC-7', 'INC-7'],
  ['inc7', 'INC-7'],
  ['inc 007', 'INC-7'],
  ['INC-0', undefined],
  ['7', undefined],
  ['T-7', undefined],
  ['INC-7x', undefined],
])('%s names %s', (words, id) => {
  expect(incidentIdIn(words)).toBe(id);
});

test('tickets are named once each, and what is none is said', () => {
  expect(ticketsIn('T-13, t14;T-13 soup')).toEqual({ tickets: ['T-13', 'T-14'], unknown: ['soup'] });
  expect(ticketsIn(' ')).toEqual({ tickets: [], unknown: [] });
});

const summer = { now: '2026-07-20T10:00:00.000Z', timezone: 'Europe/Berlin' };

test.each([
  ['Checkout fails', { what: 'Checkout fails' }],
  [
    'Checkout fails, since 10:05, not affected: logins and search',
    { what: 'Checkout fails', since: '2026-07-20T08:05:00.000Z', notAffected: 'logins and search' },
  ],
  ['Mails are late since 23:50', { what: 'Mails are late', since: '2026-07-19T21:50:00.000Z' }],
  ['Slow since 25:10', { what: 'Slow since 25:10' }],
  ['Slow since yesterday', { what: 'Slow since yesterday' }],
])('the impact “%s” is taken apart', (words, parts) => {
  expect(impactIn(words, summer)).toEqual(parts);
});

test('a time that a spring night leaves out is a moment all the same', () => {
  const spring = { now: '2026-03-29T06:00:00.000Z', timezone: 'Europe/Berlin' };
  expect(impactIn('Slow since 02:30', spring).since).toMatch(/^2026-03-29T0[01]:30/);
});
