import { expect, test } from 'vitest';
import { lineCard } from '../../../src/cards/incident/room/line.ts';
import { after, ana, ben, mia } from '../../support/builders.ts';
import { readText, specialSpans } from '../reading.ts';
import {
  accepted,
  declared,
  degraded,
  led,
  made,
  sentUpdate,
  type Told,
  tickets,
  told,
  type Unstamped,
} from './a-room.ts';
import { everyEvent } from './every-event.ts';

function lineOf(state: Told, number = state.log.length - 1): string {
  const card = lineCard(state.incident, number, viewOfNow(state));
  return readText(card?.blocks ?? []).replaceAll(' (Europe/Berlin)', '');
}

const viewOfNow = ({ log }: Told) => ({ log, now: after(40), timezone: 'Europe/Berlin' });
const after5 = { at: after(5), by: ana, source: 'command' as const };
const lineAfter = (...events: readonly Unstamped[]) => lineOf(told(...led, ...events));

test('the welcome tells what happened before there was a room, and how people work in it, in five lines', () => {
  const state = told(declared(), accepted('commander', ana), { type: 'nudged', about: 'x', to: [ben] }, made);
  expect(lineOf(state).split('\n').slice(0, 5)).toEqual([
    '👋 This is the war room of INC-7 · Checkout fails with error 502',
    'What happened so far',
    `11:00 @${ana} declared the incident “Checkout fails with error 502” as P1, from a ticket, with 2 tickets`,
    `11:01 @${ana} is commander`,
    'How we work here',
  ]);
  expect(lineOf(state).split('\n').slice(5)).toHaveLength(5);
});

test('in a thread the welcome says that the thread is the room', () => {
  expect(lineOf(told(declared(), degraded))).toContain('so this thread is the room');
});

test('a room that moved or came back says so, and since when it was away', () => {
  const lost: Unstamped = { type: 'room_lost', reason: 'It was archived.', at: after(6) };
  expect(lineAfter(lost, { type: 'room_back' })).toBe(
    '📍 The room is back. It was away since 11:06.\nThe card and the timeline hold everything that happened meanwhile.',
  );
  expect(lineAfter(lost, degraded)).toContain(
    'This thread is the room from now on. It was away since 11:06.',
  );
});

test('a line has who, what and when', () => {
  const status: Unstamped = {
    type: 'status_changed',
    to: 'identified',
    text: 'A certificate had expired',
    ...after5,
  };
  expect(lineAfter(status)).toBe(
    `🔄 @${ana} set what customers are told to cause identified: “A certificate had expired” · 11:05`,
  );
  expect(lineOf(told(...led), 2)).toBe(`👤 @${ana} is commander · 11:02`);
});

test('a line tells who had a role before, and who keeps it while it is handed over', () => {
  const offer: Unstamped = {
    type: 'role_offered',
    role: 'commander',
    person: mia,
    until: after(8),
    ...after5,
  };
  expect(lineAfter(offer)).toBe(
    `👤 @${ana} asked @${mia} to be commander, until 11:08. @${ana} keeps it until then · 11:05`,
  );
  expect(lineAfter(offer, accepted('commander', mia))).toContain(`@${mia} is commander, after @${ana}`);
});

test('what an update came to is told as it was then, with who could not be told and why', () => {
  const state = told(declared({ tickets: tickets(24) }), made, ...sentUpdate(24, { failed: 1 }));
  expect(lineOf(state)).toBe(
    '⚠️ Update 1 reached 23 of 24 customers, 1 could not be told, promises the next by 11:45 · 11:11\nT-24 (Acme 24): The thread was deleted.',
  );
});

test('tickets that follow one another within a minute are told together', () => {
  const attach = (ticket: string): Unstamped => ({
    type: 'ticket_attached',
    ticket: { ticket, accountName: 'Gamma' },
    ...after5,
  });
  const state = told(...led, attach('T-3'), attach('T-4'));
  expect(lineOf(state, 4)).toBe(`🎫 @${ana} attached T-3 (Gamma), T-4 (Gamma); 4 tickets in all · 11:05`);
});

test('the end has a summary: how, how long, thanks, and what comes next by whom', () => {
  const end: Unstamped = {
    type: 'resolved',
    text: 'Rolled back',
    dataLoss: 'no',
    reviewOwner: mia,
    ...after5,
  };
  expect(lineAfter(end).split('\n')).toEqual([
    `✅ Resolved after 5 min by @${ana} · 11:05 · data lost: no`,
    'Rolled back',
    `Thank you, @${ana}, @${ben}.`,
    'What comes next',
    'Final update to 2 tickets; they stay open until it is delivered.',
    `Review by @${mia}.`,
  ]);
});

test('whoever is given a task is called, once; nobody else ever is', () => {
  const given = told(...led, { type: 'task_added', task: 't1', text: 'Roll back', owner: ben, ...after5 });
  const called = (state: Told, number: number) =>
    specialSpans(lineCard(state.incident, number, viewOfNow(state))?.blocks ?? []).filter(
      (span) => 'person' in span && span.notify,
    );
  expect(called(given, 4)).toEqual([{ person: ben, notify: true }]);
  const own = told(...led, { type: 'task_added', task: 't1', text: 'Roll back', owner: ana, ...after5 });
  expect(called(own, 4)).toEqual([]);
});

test('every line of a drill says that it is one', () => {
  const [first, ...rest] = everyEvent;
  const state = told({ ...first, mode: 'drill' } as Unstamped, ...rest);
  for (const number of state.log.keys()) {
    const card = lineCard(state.incident, number, viewOfNow(state));
    if (card)
      expect(`${card.summary} ${readText(card.blocks)}`).toMatch(/^DRILL .* 🔴 DRILL\. Nothing here reaches/);
  }
});
