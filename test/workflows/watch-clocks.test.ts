import { expect, test } from 'vitest';
import { Refused, Unreachable } from '../../src/domain/errors.ts';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { correctTriage } from '../../src/domain/ticket/judgement.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { sendUpdate } from '../../src/domain/ticket/updating.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { hour, type Instant, laterBy, millisecondsBetween, minute } from '../../src/domain/time.ts';
import { awayBefore } from '../../src/keep-alive.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { watchClocks } from '../../src/workflows/watch-clocks.ts';
import { ana, mia, triageChannel } from '../support/builders.ts';
import { aWorld, openDesk, type TestDesk } from './desk.ts';

/** Asks at 10:00, which is 11:00 at the desk: the first answer is due at 14:00, warnings are at 12:00, 13:00, 13:36. */
async function aDeskAtWork(given: Parameters<typeof openDesk>[0] = {}): Promise<TestDesk> {
  const opened = await openDesk(given);
  await opened.write('Where do I change the sender of order mails?');
  opened.start();
  await opened.pass();
  return opened;
}

const decide = (
  opened: TestDesk,
  person: string,
  what: (ticket: Ticket, asked: ReturnType<typeof askedBy>) => Decision,
) =>
  changeTicket(opened.desk, 'T-1', (ticket) =>
    what(ticket, askedBy(opened.desk, person, opened.clock.now())),
  );

const claim = (opened: TestDesk, person = ana) => decide(opened, person, claimTicket);

/** Time goes on to a time of that day, stopping at each step of the way as a running desk does. */
async function until(opened: TestDesk, at: Instant) {
  const stop = 5 * minute;
  for (let left = millisecondsBetween(opened.clock.now(), at); left > 0; left -= stop) {
    await opened.clock.advance(Math.min(stop, left));
    await opened.pass(1);
  }
}
const today = (time: string): Instant => `2026-11-20T${time}:00.000Z`;
const notices = (opened: TestDesk, place: string) =>
  opened.chat.said.filter(({ post }) => post.channel === place && post.key.includes('clock_notice'));
const stepsOf = (ticket: Ticket) =>
  (ticket.notices ?? []).map(({ steps, to }) => [steps.map(({ step, target }) => `${target} ${step}`), to]);

test('who has the ticket is told in one direct message that goes on, and anew when it is due or there is something to send', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('12:10'));
  expect(notices(opened, ana)).toHaveLength(1);
  await until(opened, today('13:10'));
  expect(notices(opened, ana)).toHaveLength(1);
  expect(opened.shown(ana).at(-1)).toMatch(/first answer due 15:00 .*in (59|60) min of 4 h/);
  await until(opened, today('13:40'));
  expect(opened.shown(ana).at(-1)).toContain('Update for the requester');
  expect(notices(opened, ana)).toHaveLength(2);
  await until(opened, today('14:10'));
  expect(opened.shown(ana).at(-1)).toContain('first answer due now');
  expect(notices(opened, ana)).toHaveLength(3);
  expect(notices(opened, triageChannel)).toHaveLength(0);
});

test('what was prepared is shown once; later there are its buttons, until it was sent', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('14:10'));
  const [, prepared, due] = notices(opened, ana).map(({ post }) => post);
  const quotes = (post: typeof due) => post?.card.blocks.filter(({ type }) => type === 'quote').length;
  expect([quotes(prepared), quotes(due)]).toEqual([1, 0]);
  expect(JSON.stringify(due)).toContain('send_update');
  const update = (await opened.ticket('T-1')).updates?.at(-1)?.update ?? '';
  await decide(opened, ana, (ticket, asked) => sendUpdate(ticket, { update }, asked));
  await opened.pass();
  const changed = notices(opened, ana).map(({ post }) => JSON.stringify(post));
  expect(changed).toHaveLength(3);
  expect(changed.join()).not.toContain('send_update');
  expect(opened.shown(ana)[1]).toContain('Update sent by');
});

test('after an answer a warning is a message of its own', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('12:10'));
  await decide(opened, ana, (ticket, asked) =>
    replyPublicly(ticket, { publicText: 'Under Settings.', next: 'open' }, asked),
  );
  await opened.pass();
  await opened.write('Not there. What now?', {
    thread: (await opened.ticket('T-1')).conversation.thread ?? '',
  });
  await opened.pass();
  await until(opened, today('14:20'));
  expect(notices(opened, ana)).toHaveLength(2);
  expect(opened.shown(ana).at(-1)).toContain('next answer due');
});

test('a critical ticket that nobody has calls those who lead at the first warning, and once it is due', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, mia, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P1' }, asked));
  for (let minutes = 0; minutes < 20; minutes += 1) {
    await opened.clock.advance(minute);
    await opened.pass(1);
  }
  const told = notices(opened, triageChannel).map(({ post }) => JSON.stringify(post.card.blocks));
  const calls = told.map((blocks) => blocks.includes(`"person":"${mia}","notify":true`));
  expect(calls).toEqual([true, false, false, true]);
});

test('while nobody has it, warnings stand under the card and what is due stands at the top of the channel', async () => {
  const opened = await aDeskAtWork();
  await until(opened, today('14:10'));
  const told = notices(opened, triageChannel).map(({ post }) => post.thread !== undefined);
  expect(told).toEqual([true, true, true, false]);
});

test('those who lead hear of the last warning of what is grave, and of nothing else', async () => {
  const other = await aDeskAtWork();
  await claim(other);
  await until(other, today('13:40'));
  expect(notices(other, ana).length).toBeGreaterThan(0);
  expect(notices(other, mia)).toHaveLength(0);
  const opened = await aDeskAtWork();
  await claim(opened);
  await decide(opened, ana, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P2' }, asked));
  await until(opened, today('13:30'));
  expect(notices(opened, mia)).toHaveLength(0);
  await until(opened, today('13:40'));
  expect(opened.shown(mia).at(-1)).toContain('help');
});

test('a warning that waits to be said when the answer leaves is not said', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  opened.chat.failNext(
    'post',
    new Unreachable('Slack is down', { unknownOutcome: false, retryAfterMs: 10 * minute }),
  );
  await until(opened, today('12:00'));
  await opened.clock.advance(minute);
  await decide(opened, ana, (ticket, asked) =>
    replyPublicly(ticket, { publicText: 'Under Settings.', next: 'ask' }, asked),
  );
  await until(opened, today('12:30'));
  expect(notices(opened, ana)).toHaveLength(0);
  expect((await opened.ticket('T-1')).notices).toHaveLength(1);
});

test('a kill between the decision and the message loses nothing and repeats nothing', async () => {
  const world = await aWorld();
  const first = await aDeskAtWork({ world });
  await claim(first);
  await until(first, today('11:55'));
  first.chat.failNext('post', new Unreachable('lost', { unknownOutcome: true }), 'after');
  await until(first, today('12:00'));
  await first.end();
  expect(notices(first, ana)).toHaveLength(1);
  const second = await openDesk({ world });
  second.start();
  await until(second, today('12:20'));
  expect(notices(second, ana)).toHaveLength(1);
});

test('a timer that fires twice tells once', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await until(opened, today('12:00'));
  const timer = { key: 'clock', kind: 'clock', dueAt: today('12:00'), generation: 1 };
  await watchClocks(opened.desk, { kind: 'ticket', id: 'T-1', timer, attempts: 1 });
  await opened.pass();
  expect(notices(opened, ana)).toHaveLength(1);
});

test('who takes a ticket that is due is not told of it', async () => {
  const opened = await aDeskAtWork();
  await opened.clock.set(today('14:20'));
  await claim(opened);
  await until(opened, today('14:30'));
  expect(notices(opened, ana)).toHaveLength(0);
  expect(stepsOf(await opened.ticket('T-1')).flatMap(([, to]) => to)).not.toContain(ana);
});

test('someone who is not of the team any more gets nothing; the queue does', async () => {
  const world = await aWorld();
  const first = await aDeskAtWork({ world });
  await claim(first);
  await first.end();
  const second = await openDesk({ world });
  const alone = { ...second.desk, people: { agents: new Set<string>(), managers: new Set([mia]) } };
  await world.clock.set(today('12:00'));
  const timer = { key: 'clock', kind: 'clock', dueAt: today('12:00'), generation: 1 };
  await watchClocks(alone, { kind: 'ticket', id: 'T-1', timer, attempts: 1 });
  second.start();
  await second.pass();
  expect(notices(second, ana)).toHaveLength(0);
  expect(notices(second, triageChannel)).toHaveLength(1);
});

test('a person who cannot be written to is called in the thread of the card', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  opened.chat.failNext('post', new Refused('No conversation with this person.', 'cannot_dm_bot'));
  await until(opened, today('12:05'));
  expect(notices(opened, ana)).toHaveLength(0);
  const [told] = notices(opened, triageChannel);
  expect(told?.post.thread).toBeDefined();
  expect(JSON.stringify(told?.post.card.blocks)).toContain(`"person":"${ana}","notify":true`);
});

test('where the card is gone too, it stands at the top of the channel', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  opened.chat.failNext('post', new Refused('No conversation with this person.', 'cannot_dm_bot'));
  opened.chat.failNext('post', new Refused('The thread is gone.', 'thread_gone'));
  await until(opened, today('12:05'));
  expect(notices(opened, triageChannel).map(({ post }) => post.thread)).toEqual([undefined]);
});

test('a night is quiet; in the morning one message has everything of all tickets', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await opened.clock.advance(10 * minute);
  await opened.write('Where do I change the logo of the shop?');
  await opened.pass();
  await changeTicket(opened.desk, 'T-2', (ticket) =>
    claimTicket(ticket, askedBy(opened.desk, ana, opened.clock.now())),
  );
  await until(opened, today('18:55'));
  const before = notices(opened, ana).length;
  await decide(opened, ana, (ticket, asked) =>
    replyPublicly(ticket, { publicText: 'Under Settings.', next: 'open' }, asked),
  );
  await until(opened, '2026-11-21T06:55:00.000Z');
  expect(notices(opened, ana)).toHaveLength(before);
  await until(opened, '2026-11-21T07:05:00.000Z');
  expect(notices(opened, ana)).toHaveLength(before);
  const lists = opened.shown(ana).filter((text) => text.includes('To look at today'));
  expect(lists).toHaveLength(1);
  expect(lists[0]).toMatch(/T-1 .*came up in your quiet hours/);
  expect(lists[0]).toMatch(/T-2 .*late for/);
  expect(laterBy(today('10:00'), 21 * hour)).toBe('2026-11-21T07:00:00.000Z');
});

/** The process is killed at 11:50 and starts again later. */
async function aDeskThatWasAway(back: Instant, kill: Instant = today('11:50')) {
  const world = await aWorld();
  const first = await aDeskAtWork({ world });
  await claim(first);
  await until(first, kill);
  await first.desk.store.alive(kill);
  await first.end();
  const told = notices(first, ana).length;
  await world.clock.set(back);
  const second = await openDesk({ world });
  const away = awayBefore(second.desk.store, world.clock, second.desk.log);
  Object.assign(second.desk, { away });
  second.start();
  await second.pass();
  return { second, told };
}

test('after three hours away there is one message each, honest about the gap, and then silence', async () => {
  const { second, told } = await aDeskThatWasAway(today('14:50'));
  expect(told).toBe(0);
  expect(notices(second, ana)).toHaveLength(1);
  const [words = ''] = second.shown(ana);
  expect(words).toMatch(/first answer was due .*50 min late/);
  expect(words).toContain('The desk was away from');
  expect(words).toMatch(
    /Meanwhile: warning at .*, warning at .*, warning at .*, due at .*, now 50 min late\./,
  );
  expect(notices(second, mia)).toHaveLength(0);
  await until(second, today('15:10'));
  expect(notices(second, ana)).toHaveLength(1);
});

test('what comes within five minutes of that message waits for their end', async () => {
  const { second } = await aDeskThatWasAway(today('13:58'));
  expect(notices(second, ana)).toHaveLength(1);
  await second.clock.set(today('14:00'));
  await second.pass();
  expect(notices(second, ana)).toHaveLength(1);
  await second.clock.set(today('14:04'));
  await second.pass();
  expect(notices(second, ana)).toHaveLength(2);
});

test('a clock that jumps ahead is one message too, without a gap that never was', async () => {
  const opened = await aDeskAtWork();
  await claim(opened);
  await opened.clock.set(today('14:50'));
  await opened.pass();
  expect(notices(opened, ana)).toHaveLength(1);
  expect(opened.shown(ana)[0]).toContain('50 min late');
  expect(opened.shown(ana)[0]).not.toContain('away');
});

test('a desk that was away for nothing that matters says nothing of it', async () => {
  const { second } = await aDeskThatWasAway(today('11:58'));
  await until(second, today('12:05'));
  expect(second.shown(ana)[0]).not.toContain('away');
});
