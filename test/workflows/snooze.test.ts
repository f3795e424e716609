import { describe, expect, test } from 'vitest';
import { nothing } from '../../src/domain/ticket/decision.ts';
import { snoozeTicket, wakeTicket } from '../../src/domain/ticket/work.ts';
import { hour, laterBy, minute } from '../../src/domain/time.ts';
import { changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana, ben, triageChannel } from '../support/builders.ts';
import { decide, openDesk, type TestDesk } from './desk.ts';

/** Ana snoozes T-1 for an hour. */
async function aSnoozedTicket(): Promise<TestDesk> {
  const opened = await openDesk();
  await opened.write('Checkout fails with error 502');
  opened.start();
  await opened.pass();
  const until = laterBy(opened.clock.now(), hour);
  await decide(opened, (ticket, asked) => snoozeTicket(ticket, until, asked));
  await opened.pass();
  return opened;
}

async function later(opened: TestDesk, milliseconds: number) {
  await opened.clock.advance(milliseconds);
  await opened.pass();
}

const calls = (opened: TestDesk) =>
  opened.chat.said.filter(({ post }) => post.card.summary.includes('Your snooze of T-1 is over'));

describe('a snooze', () => {
  test('wakes whoever snoozed once, in the thread of the card, with what is owed next', async () => {
    const opened = await aSnoozedTicket();
    await later(opened, 59 * minute);
    expect(calls(opened)).toEqual([]);
    await later(opened, minute);
    const [call, ...more] = calls(opened);
    expect(more).toEqual([]);
    const card = (await opened.ticket('T-1')).cards[0]!;
    expect(call?.post).toMatchObject({ audience: 'team', channel: card.channel, thread: card.id });
    const [block] = call?.post.card.blocks ?? [];
    expect(block).toMatchObject({ lines: [[{ person: ana, notify: true }, {}, {}, {}, {}, {}]] });
    expect(opened.shown(triageChannel).join()).toMatch(/is over\. Owed next: first answer by /);
    await later(opened, 2 * hour);
    expect(calls(opened)).toHaveLength(1);
  });

  test('ends when the requester writes, and says so to whoever snoozed', async () => {
    const opened = await aSnoozedTicket();
    const thread = (await opened.ticket('T-1')).conversation.thread!;
    await opened.write('It is Safari only', { thread });
    await later(opened, minute);
    expect((await opened.ticket('T-1')).snooze).toBeUndefined();
    expect(calls(opened)).toHaveLength(1);
    await later(opened, 2 * hour);
    expect(calls(opened)).toHaveLength(1);
  });

  test('that somebody ends by hand is news to the other, not to themselves', async () => {
    const own = await aSnoozedTicket();
    await decide(own, wakeTicket);
    await own.pass();
    expect(calls(own)).toEqual([]);
    const others = await aSnoozedTicket();
    await decide(others, wakeTicket, { by: ben });
    await others.pass();
    expect(calls(others)).toHaveLength(1);
  });

  test('hides no due time: the card and the lists show what is owed, and when', async () => {
    const opened = await aSnoozedTicket();
    const shown = opened.shown(triageChannel).find((text) => text.includes('💤 Snoozed until'));
    expect(shown).toMatch(/💤 Snoozed until .*; what is owed stays owed/);
    expect(shown).toContain('First answer by');
    const [summary] = await opened.desk.store.tickets({ ids: ['T-1'] });
    await decide(opened, wakeTicket);
    const [awake] = await opened.desk.store.tickets({ ids: ['T-1'] });
    expect(summary?.dueAt).toBeDefined();
    expect(summary?.dueAt).toBe(awake?.dueAt);
  });

  test('that ended while no desk was running is told once at the next start', async () => {
    const opened = await aSnoozedTicket();
    await opened.end();
    await opened.clock.advance(26 * hour);
    const again = await openDesk({ world: opened });
    again.start();
    await again.pass();
    expect(calls(again)).toHaveLength(1);
  });

  test('of an update that an earlier version wrote down to tell goes without a word and bothers nobody', async () => {
    const opened = await aSnoozedTicket();
    const before = opened.chat.said.length;
    const row = { add: 'update_reminder:u1@2026-11-20T11:00:00.000Z', kind: 'update_reminder' };
    const ref = 'u1@2026-11-20T11:00:00.000Z';
    await changeTicket(opened.desk, 'T-1', () => nothing, {
      outbox: [{ ...row, ref, channel: triageChannel, priority: 3 }],
    });
    await opened.pass();
    expect(opened.chat.said).toHaveLength(before);
    expect(opened.desk.store.health(opened.clock.now())).toMatchObject({ outboxWaiting: 0, parked: 0 });
  });
});
