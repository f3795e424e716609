import { expect, test } from 'vitest';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { hour, type Instant, laterBy, minute } from '../../src/domain/time.ts';
import { awayBefore } from '../../src/keep-alive.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana, mia } from '../support/builders.ts';
import { aWorld, openDesk } from './desk.ts';
import { aDeskAtWork, claim, decide, notices, today, until } from './watching.ts';

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
