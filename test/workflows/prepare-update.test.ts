import { expect, test } from 'vitest';
import type { Clock } from '../../src/domain/sla/clock.ts';
import { liveClocks } from '../../src/domain/sla/clocks-of.ts';
import type { SlaTarget } from '../../src/domain/sla/policy.ts';
import { recordDelivery, replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { type PreparedUpdate, prepareUpdate, sendUpdate } from '../../src/domain/ticket/updating.ts';
import { hour, laterBy, minute } from '../../src/domain/time.ts';
import { findingsIn, preparedUpdate, updateOnDemand } from '../../src/workflows/prepare-update.ts';
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

const standing = (ticket: Ticket, update: PreparedUpdate) =>
  afterwards(ticket, (now) => prepareUpdate(now, update, asksAs.desk(at)));
const asked = (ticket: Ticket, update: PreparedUpdate) =>
  afterwards(
    standing(ticket, update),
    (now) => sendUpdate(now, { update: update.update }, asksAs.agent(at)),
    (now) => recordDelivery(now, { reply: 'r2', thread, id: `${support}:r2` }, asksAs.desk(at)),
  );

test('a request for more time is made once while it is open, and for two solutions due at once by the first one', async () => {
  expect(await prepared(answered(), 'total_resolution', 'delay')).toBeUndefined();
  const delay = (await prepared(answered(), 'first_resolution', 'delay'))!;
  expect(await prepared(standing(answered(), delay), 'first_resolution', 'delay')).toBeUndefined();
  const ticket = asked(answered(), delay);
  expect(await prepared(ticket, 'first_resolution', 'delay')).toBeUndefined();
  // The time it asked for has passed without a word: it is asked anew, and says which time was told before.
  const later = laterBy(delay.proposes!.dueAt, minute);
  const again = await preparedUpdate(
    (await deskAt(later)).desk,
    ticket,
    clockOf(ticket, 'first_resolution', later),
    'delay',
  );
  expect(again?.proposes?.dueAt).not.toBe(delay.proposes?.dueAt);
  expect(again?.text).toContain('Before, we said by');
});

test('a request for more time that stands keeps no more urgent message from being prepared', async () => {
  const { targets } = settings.policies.current.rules.at(-1)!;
  expect(targets.first_resolution?.withinMs).toBe(24 * hour);
  const delay = (await prepared(answered(), 'first_resolution', 'delay'))!;
  const ticket = standing(answered(), delay);
  // The update is owed after the solution is due here, so the request for more time does as much.
  expect(await prepared(ticket, 'next_update', 'progress')).toBeUndefined();
  const [pin] = ticket.policies!;
  const critical = { ...ticket, policies: [{ ...pin!, facts: { ...pin!.facts, severity: 'P1' as const } }] };
  const forSolution = { ...delay, clock: clockOf(critical, 'total_resolution', after(30)).id };
  const stands = { ...critical, updates: [{ ...critical.updates![0]!, ...forSolution }] };
  const now = after(60);
  const { desk } = await deskAt(now);
  const progress = await preparedUpdate(desk, stands, clockOf(stands, 'next_update', now), 'progress');
  expect(progress).toMatchObject({ update: 'u2', kind: 'progress' });
});

test('an answer is never asked for later than the solution is due', async () => {
  const ticket = aWorkedTicket();
  const [pin] = ticket.policies!;
  const facts = { ...pin!.facts, severity: 'P1' as const };
  const critical = { ...ticket, policies: [{ ...pin!, facts }] };
  // Four hours to the solution; the answer is three and a half hours late already.
  const now = after(225);
  const { desk } = await deskAt(now);
  const clock = clockOf(critical, 'first_response', now);
  expect((await preparedUpdate(desk, critical, clock, 'delay'))?.proposes?.dueAt).toBe(after(240));
  // Where that leaves no later time, the update says where things stand, if one is owed.
  const late = after(241);
  const { desk: later } = await deskAt(late);
  const update = await preparedUpdate(later, critical, clockOf(critical, 'first_response', late), 'delay');
  expect(update).toMatchObject({ kind: 'progress' });
  expect(update).not.toHaveProperty('proposes');
});

test('on demand it asks for more time where a promise is about to be broken, and else says where things are', async () => {
  const now = after(239);
  const { desk } = await deskAt(now);
  const ticket = aWorkedTicket();
  const first = (await updateOnDemand(desk, ticket))!;
  expect(first).toMatchObject({ kind: 'delay', proposes: { target: 'first_response' } });
  const again = await updateOnDemand(
    desk,
    afterwards(ticket, (one) => prepareUpdate(one, first, asksAs.desk(now))),
  );
  expect(again).toMatchObject({ update: 'u2', kind: 'progress' });
  expect(await updateOnDemand(desk, answered())).toMatchObject({ kind: 'progress' });
  expect(await updateOnDemand(desk, { ...answered(), status: 'solved' })).toBeUndefined();
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
