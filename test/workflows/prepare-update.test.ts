import { expect, test } from 'vitest';
import type { Clock } from '../../src/domain/sla/clock.ts';
import { liveClocks } from '../../src/domain/sla/clocks-of.ts';
import type { SlaTarget } from '../../src/domain/sla/policy.ts';
import { recordDelivery, replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { prepareUpdate, sendUpdate } from '../../src/domain/ticket/updating.ts';
import { laterBy, minute } from '../../src/domain/time.ts';
import { findingsIn, preparedUpdate } from '../../src/workflows/prepare-update.ts';
import { afterwards, aWorkedTicket } from '../support/a-ticket.ts';
import { after, ana, asksAs, dana, mia, settings, support } from '../support/builders.ts';
import { aWorld, openDesk } from './desk.ts';

const thread = `${support}:T-1.1`;
const answered = () =>
  afterwards(
    aWorkedTicket({ status: 'open' }),
    (now) => replyPublicly(now, { publicText: 'We look into it.', next: 'open' }, asksAs.agent(after(10))),
    (now) => recordDelivery(now, { reply: 'r1', thread, id: `${support}:r1` }, asksAs.desk(after(11))),
  );

async function deskAt(at: string) {
  const world = await aWorld();
  const { desk } = await openDesk({ world });
  return { desk: { ...desk, clock: { ...desk.clock, now: () => at } }, chat: world.chat };
}

const clockOf = (ticket: Ticket, target: SlaTarget, at: string): Clock =>
  liveClocks(ticket, settings.policies, at).find((clock) => clock.target === target)!;

test('the next update is told in the requester’s zone, by the cadence, with the assignee as the contact', async () => {
  const at = after(24 * 60);
  const { desk, chat } = await deskAt(at);
  chat.people.set(dana, { id: dana, name: 'Dana', timezone: 'Asia/Tokyo', isApp: false, isGuest: false });
  const ticket = answered();
  const update = await preparedUpdate(desk, ticket, clockOf(ticket, 'next_update', at), 'progress');
  expect(update).toMatchObject({ update: 'u1', kind: 'progress', clock: `next_update@${after(11)}` });
  expect(update?.text).toContain('Next update: by 22 Nov 19:00 (Asia/Tokyo)');
  expect(update?.text).toContain('Your contact: Ana,');
});

test('without a zone of their own the desk’s is used, and without an assignee the desk’s name', async () => {
  const at = after(100);
  const { desk } = await deskAt(at);
  const { assignee: _assignee, ...ticket } = answered();
  const update = await preparedUpdate(desk, ticket, clockOf(ticket, 'next_update', at), 'progress');
  expect(update?.text).toContain('(Europe/Berlin)');
  expect(update?.text).toContain('Your contact: Acme Support,');
});

test('a delay tells the next update no later than the time it asks for', async () => {
  const at = after(200);
  const { desk } = await deskAt(at);
  const ticket = aWorkedTicket();
  const update = await preparedUpdate(desk, ticket, clockOf(ticket, 'first_response', at), 'delay');
  // Four hours were promised, so two more are asked for.
  expect(update?.proposes).toEqual({ target: 'first_response', dueAt: after(6 * 60) });
  expect(update?.text).toContain('you will have it by 17:00 (Europe/Berlin)');
  expect(update?.text).toContain('Next update: by 17:00 (Europe/Berlin)');
});

const at = after(100);
const prepared = async (ticket: Ticket, target: SlaTarget, kind: 'progress' | 'delay') =>
  preparedUpdate((await deskAt(at)).desk, ticket, clockOf(ticket, target, at), kind);

test('nothing is prepared for what has ended, was merged, or has no place to say it', async () => {
  const ticket = answered();
  const clock = clockOf(ticket, 'next_update', at);
  const { desk } = await deskAt(at);
  const merged = { by: ana, at, into: 'T-2', was: 'open' as const };
  const { thread: _thread, ...placeless } = ticket.conversation;
  const nowhere: readonly Ticket[] = [
    { ...ticket, merged },
    { ...ticket, status: 'solved' },
    { ...ticket, conversation: placeless },
  ];
  for (const each of nowhere) {
    expect(await preparedUpdate(desk, each, clock, 'progress')).toBeUndefined();
  }
  expect(await preparedUpdate(desk, ticket, clock, 'progress')).toBeDefined();
});

test('one that stands is enough, until a time it names has passed', async () => {
  const first = (await prepared(answered(), 'next_update', 'progress'))!;
  const ticket = afterwards(answered(), (now) => prepareUpdate(now, first, asksAs.desk(at)));
  expect(await prepared(ticket, 'next_update', 'progress')).toBeUndefined();
  expect(await prepared(ticket, 'first_resolution', 'delay')).toBeDefined();
  const later = laterBy(at, 25 * 60 * minute);
  const again = await preparedUpdate(
    (await deskAt(later)).desk,
    ticket,
    clockOf(ticket, 'next_update', later),
    'progress',
  );
  expect(again?.update).toBe('u2');
});

test('a request for more time is made once, and for a solution by the first one', async () => {
  expect(await prepared(answered(), 'total_resolution', 'delay')).toBeUndefined();
  const delay = (await prepared(answered(), 'first_resolution', 'delay'))!;
  const standing = afterwards(answered(), (now) => prepareUpdate(now, delay, asksAs.desk(at)));
  expect(await prepared(standing, 'next_update', 'progress')).toBeUndefined();
  const sent = afterwards(
    standing,
    (now) => sendUpdate(now, { update: delay.update }, asksAs.agent(at)),
    (now) => recordDelivery(now, { reply: 'r2', thread, id: `${support}:r2` }, asksAs.desk(at)),
  );
  expect(await prepared(sent, 'first_resolution', 'delay')).toBeUndefined();
});

test('other customers and colleagues are known by name; the sender and the assignee may be named', async () => {
  const { desk } = await deskAt(at);
  await desk.store.commit({
    kind: 'directory',
    id: 'desk',
    expectedVersion: 0,
    events: [],
    state: { accounts: [{ id: 'velaro', name: 'Velaro Shoes', plan: 'standard', annualRevenue: 1 }] },
    at,
    timers: [],
    outbox: [],
  });
  const text = 'Ana, Ben and Mia look at it, as for velaro shoes. Next update: by 20 Nov 15:00 (UTC).';
  const findings = await findingsIn(desk, answered(), { text, by: mia });
  expect(findings.map(({ text: place, rule }) => [place, rule])).toEqual([
    ['velaro shoes', 'another customer'],
    ['Ben', 'a person inside'],
  ]);
});
