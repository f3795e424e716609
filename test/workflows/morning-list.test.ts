import { describe, expect, test } from 'vitest';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import { Refused } from '../../src/domain/errors.ts';
import { Preference } from '../../src/domain/notice/preference.ts';
import { policyBook } from '../../src/domain/sla/policy-book.ts';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { closeTicket } from '../../src/domain/ticket/ending.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import {
  addNote,
  claimTicket,
  escalateTicket,
  holdTicket,
  snoozeTicket,
  waitForRequester,
} from '../../src/domain/ticket/work.ts';
import { hour, minute } from '../../src/domain/time.ts';
import { recurring } from '../../src/recurring.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { setPreference } from '../../src/workflows/preferences.ts';
import { armRecurring } from '../../src/workflows/routine.ts';
import { anEdition } from '../support/an-edition.ts';
import { ana, ben, mia, settings } from '../support/builders.ts';
import { aWorld, openDesk, type TestDesk, type World } from './desk.ts';

/** It is Friday, 20 November 2026, 11:00 in Berlin; Monday's list comes on the 23rd at 08:00 in UTC. */
const monday = '2026-11-23T08:00:00.000Z';

/** A desk that promises nothing is late at nothing. */
const nothingPromised = {
  ...settings,
  policies: policyBook([
    anEdition({ rules: [], cadence: { calendar: 'always', bySeverity: {}, byPlan: {} } }),
  ]),
};

async function aDesk(
  given: { readonly world?: World; readonly tickets?: number; readonly settings?: DeskSettings } = {},
): Promise<TestDesk> {
  const opened = await openDesk({
    settings: given.settings ?? nothingPromised,
    ...(given.world ? { world: given.world } : {}),
  });
  await armRecurring(opened.desk, recurring);
  for (let count = 0; count < (given.tickets ?? 0); count += 1) {
    await opened.write(`Checkout fails with error ${500 + count}`);
    await opened.clock.advance(5 * minute);
  }
  opened.start();
  await opened.pass();
  return opened;
}

const decide = (
  opened: TestDesk,
  id: string,
  what: (ticket: Ticket, asked: ReturnType<typeof askedBy>) => Decision,
  by = ana,
) => changeTicket(opened.desk, id, (ticket) => what(ticket, askedBy(opened.desk, by, opened.clock.now())));

async function until(opened: TestDesk, at: string) {
  await opened.clock.set(at);
  await opened.pass();
}

/** The lists a person was sent. */
const lists = (opened: TestDesk, person: string) =>
  opened.shown(person).filter((text) => text.includes('To look at today'));
const everybodysLists = (opened: TestDesk) => [ana, ben, mia].map((person) => lists(opened, person).length);

const escalated = (opened: TestDesk, id: string, by = ana) =>
  decide(opened, id, (ticket, asked) => escalateTicket(ticket, 'needs a decision', asked), by);

describe('in the morning', () => {
  test('managers and whoever escalated hear of escalated tickets that nobody touched for a day', async () => {
    const opened = await aDesk({ tickets: 2 });
    await escalated(opened, 'T-1');
    await opened.clock.advance(hour);
    await escalated(opened, 'T-2', ben);
    await until(opened, monday);
    expect(everybodysLists(opened)).toEqual([1, 1, 1]);
    expect(lists(opened, ana)[0]).toMatch(/T-1 .*escalated, untouched for 2 days \d+ h/);
    expect(lists(opened, ana)[0]).not.toContain('T-2');
    const [toMia = ''] = lists(opened, mia);
    expect(toMia.indexOf('T-1 ')).toBeLessThan(toMia.indexOf('T-2 '));
  });

  test('nobody hears of one that somebody touched, and nobody is told that there is nothing', async () => {
    const opened = await aDesk({ tickets: 1 });
    await escalated(opened, 'T-1');
    await until(opened, '2026-11-22T20:00:00.000Z');
    await decide(
      opened,
      'T-1',
      (ticket, asked) => addNote(ticket, { internalText: 'Asked them' }, asked),
      ben,
    );
    await until(opened, monday);
    expect(everybodysLists(opened)).toEqual([0, 0, 0]);
  });

  test('a person’s own tickets on hold without a date are listed after two days', async () => {
    const opened = await aDesk({ tickets: 2 });
    await decide(opened, 'T-1', claimTicket);
    await decide(opened, 'T-1', (ticket, asked) => holdTicket(ticket, { reason: 'the bank' }, asked), mia);
    await decide(opened, 'T-2', claimTicket, ben);
    const dated = { reason: 'the bank', until: '2026-12-01T10:00:00.000Z' };
    await decide(opened, 'T-2', (ticket, asked) => holdTicket(ticket, dated, asked), ben);
    await until(opened, monday);
    expect(everybodysLists(opened)).toEqual([1, 0, 0]);
    expect(lists(opened, ana)[0]).toContain('on hold without a date for 2 days');
  });

  test('snoozes that end today are listed for those who snoozed', async () => {
    const opened = await aDesk({ tickets: 2 });
    const today = '2026-11-23T15:00:00.000Z';
    const tomorrow = '2026-11-23T23:30:00.000Z';
    await decide(opened, 'T-1', (ticket, asked) => snoozeTicket(ticket, today, asked), ben);
    await decide(opened, 'T-2', (ticket, asked) => snoozeTicket(ticket, tomorrow, asked), ana);
    await until(opened, monday);
    expect(everybodysLists(opened)).toEqual([0, 1, 0]);
    expect(lists(opened, ben)[0]).toContain('your snooze ends 16:00');
  });

  test('managers hear of tickets that wait for the requester and that nobody has', async () => {
    const opened = await aDesk({ tickets: 2 });
    await until(opened, '2026-11-23T06:00:00.000Z');
    await decide(opened, 'T-1', waitForRequester);
    await decide(opened, 'T-2', claimTicket);
    await decide(opened, 'T-2', waitForRequester);
    await until(opened, monday);
    expect(everybodysLists(opened)).toEqual([0, 0, 1]);
    expect(lists(opened, mia)[0]).toMatch(/T-1 .*nobody has it/);
    expect(lists(opened, mia)[0]).not.toContain('T-2');
  });

  test('every ticket that is late is listed, for who has it or for those who lead, until it is done', async () => {
    const opened = await aDesk({ tickets: 3, settings });
    await decide(opened, 'T-1', claimTicket);
    await decide(opened, 'T-2', (ticket, asked) => closeTicket(ticket, 'not_a_request', asked));
    await until(opened, monday);
    expect(lists(opened, ana).join()).toMatch(/T-1 .*late for 2 days/);
    expect(lists(opened, mia).join()).toMatch(/T-3 .*late for 2 days/);
    expect([...lists(opened, ana), ...lists(opened, mia)].join()).not.toContain('T-2 ');
    await until(opened, '2026-11-24T08:00:00.000Z');
    expect(lists(opened, ana).at(-1)).toMatch(/T-1 .*late for 3 days/);
  });

  test('several reasons for one person are one message, and for one ticket one line', async () => {
    const opened = await aDesk({ tickets: 2 });
    await escalated(opened, 'T-1', mia);
    await decide(opened, 'T-1', (ticket, asked) => holdTicket(ticket, { reason: 'the bank' }, asked), mia);
    const until_ = '2026-11-23T15:00:00.000Z';
    await decide(opened, 'T-2', (ticket, asked) => snoozeTicket(ticket, until_, asked), mia);
    await until(opened, monday);
    expect(everybodysLists(opened)).toEqual([0, 0, 1]);
    const line = lists(opened, mia)[0]
      ?.split('\n')
      .find((text) => text.includes('T-1 '));
    expect(line).toMatch(/untouched for .* on hold without a date/);
    expect(lists(opened, mia)[0]).toContain('T-2 ');
  });
});

test('three mornings without a desk give one list', async () => {
  const opened = await aDesk({ tickets: 1 });
  await escalated(opened, 'T-1');
  await opened.end();
  await opened.clock.set('2026-11-25T14:00:00.000Z');
  const again = await aDesk({ world: opened });
  expect(everybodysLists(again)).toEqual([1, 0, 1]);
  await until(again, '2026-11-26T07:59:00.000Z');
  expect(everybodysLists(again)).toEqual([1, 0, 1]);
  await until(again, '2026-11-26T08:00:00.000Z');
  expect(everybodysLists(again)).toEqual([2, 0, 2]);
});

test('a process that ends between the list and its delivery gives it once', async () => {
  const opened = await aDesk({ tickets: 1 });
  await escalated(opened, 'T-1');
  await opened.end();
  const listing = await openDesk({ world: opened });
  await listing.clock.set(monday);
  const now = listing.clock.now();
  const claims = await listing.desk.store.claim('timers', { now, leaseMs: minute, limit: 50 });
  const { timers } = await import('../../src/timers.ts');
  for (const claim of claims) {
    if (claim.kind === 'routine') await timers.recur(listing.desk, claim);
  }
  await listing.end();
  expect(everybodysLists(listing)).toEqual([0, 0, 0]);
  const again = await aDesk({ world: listing });
  expect(everybodysLists(again)).toEqual([1, 0, 1]);
  await again.pass(minute);
  expect(everybodysLists(again)).toEqual([1, 0, 1]);
});

test('a list that could not be said for days is the newest one when it is', async () => {
  const world = await aWorld();
  const opened = await aDesk({ world, tickets: 2 });
  await escalated(opened, 'T-1', mia);
  await escalated(opened, 'T-2', mia);
  await opened.end();
  for (const at of [monday, '2026-11-24T08:00:00.000Z']) {
    const listing = await openDesk({ world });
    await listing.clock.set(at);
    const claims = await listing.desk.store.claim('timers', { now: at, leaseMs: minute, limit: 50 });
    const { timers } = await import('../../src/timers.ts');
    for (const claim of claims) if (claim.kind === 'routine') await timers.recur(listing.desk, claim);
    await changeTicket(listing.desk, 'T-2', (ticket) =>
      closeTicket(ticket, 'not_a_request', askedBy(listing.desk, mia, at)),
    );
    await listing.end();
  }
  const again = await aDesk({ world });
  expect(lists(again, mia)).toHaveLength(1);
  expect(lists(again, mia)[0]).toContain('T-1 ');
  expect(lists(again, mia)[0]).not.toContain('T-2 ');
});

test('who left the team overnight is not sent the list that waited for the end of their night', async () => {
  const opened = await aDesk({ tickets: 1 });
  await escalated(opened, 'T-1');
  const late = {
    amount: 'all',
    quiet: { from: '22:00', to: '12:00' },
    weekends: 'as_other_days',
    where: 'direct',
  };
  await setPreference(opened.desk, Preference.parse(late), { by: ana, at: opened.clock.now() });
  await until(opened, monday);
  expect(everybodysLists(opened)).toEqual([0, 0, 1]);
  Object.assign(opened.desk, { people: { agents: new Set([ben]), managers: new Set([mia]) } });
  await until(opened, '2026-11-23T12:00:00.000Z');
  expect(everybodysLists(opened)).toEqual([0, 0, 1]);
});

test('where nobody leads, all agents hear of what would be told to those who lead', async () => {
  const opened = await aDesk({ tickets: 1 });
  Object.assign(opened.desk, { people: { agents: new Set([ana, ben]), managers: new Set() } });
  await until(opened, '2026-11-23T06:00:00.000Z');
  await decide(opened, 'T-1', waitForRequester);
  await until(opened, monday);
  expect(everybodysLists(opened)).toEqual([1, 1, 0]);
});

test('a ticket that cannot be read is on no list and keeps nobody from theirs', async () => {
  const opened = await aDesk({ tickets: 2 });
  await escalated(opened, 'T-2');
  const stored = await opened.desk.store.load('ticket', 'T-1');
  await opened.desk.store.commit({
    kind: 'ticket',
    id: 'T-1',
    expectedVersion: stored?.version ?? 0,
    events: [],
    state: { id: 'T-1', ofAnotherVersion: true },
    at: opened.clock.now(),
  });
  await until(opened, monday);
  expect(everybodysLists(opened)).toEqual([1, 0, 1]);
});

test('who cannot be written to stops nobody else’s list', async () => {
  const opened = await aDesk({ tickets: 1 });
  await escalated(opened, 'T-1');
  await until(opened, '2026-11-23T07:59:00.000Z');
  opened.chat.failNext('post', new Refused('This person left.', 'user_disabled'));
  await until(opened, monday);
  expect(everybodysLists(opened).reduce((sum, count) => sum + count)).toBe(1);
  await opened.pass(minute);
  expect((await opened.desk.store.load('routine', 'desk'))?.outbox).toEqual([]);
});

test('somebody’s quiet hours hold their list back until they are over', async () => {
  const opened = await aDesk({ tickets: 1 });
  const preference = {
    amount: 'all',
    quiet: { from: '20:00', to: '11:00' },
    weekends: 'quiet',
    where: 'direct',
  } as const;
  await setPreference(opened.desk, preference, { by: mia, at: opened.clock.now() });
  await escalated(opened, 'T-1');
  await until(opened, monday);
  expect(everybodysLists(opened)).toEqual([1, 0, 0]);
  await until(opened, '2026-11-23T09:59:00.000Z');
  expect(everybodysLists(opened)).toEqual([1, 0, 0]);
  await until(opened, '2026-11-23T10:00:00.000Z');
  expect(everybodysLists(opened)).toEqual([1, 0, 1]);
  await opened.pass(minute);
  expect(everybodysLists(opened)).toEqual([1, 0, 1]);
});
