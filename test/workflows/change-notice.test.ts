import { expect, test } from 'vitest';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { correctTriage } from '../../src/domain/ticket/judgement.ts';
import { mergeInto } from '../../src/domain/ticket/relation.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { claimTicket, escalateTicket } from '../../src/domain/ticket/work.ts';
import { minute } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { setPreference } from '../../src/workflows/preferences.ts';
import { ana, ben, mia } from '../support/builders.ts';
import { openDesk, type TestDesk } from './desk.ts';

/** Ana has T-1. */
async function aDeskAtWork(): Promise<TestDesk> {
  const opened = await openDesk();
  await opened.write('Where do I change the sender of order mails?');
  opened.start();
  await opened.pass();
  await decide(opened, ana, claimTicket);
  await opened.pass();
  return opened;
}

const decide = (
  opened: TestDesk,
  person: string,
  what: (ticket: Ticket, asked: ReturnType<typeof askedBy>) => Decision,
  id = 'T-1',
) =>
  changeTicket(opened.desk, id, (ticket) => what(ticket, askedBy(opened.desk, person, opened.clock.now())));
const toP1 = (ticket: Ticket, asked: ReturnType<typeof askedBy>) =>
  correctTriage(ticket, { field: 'severity', to: 'P1' }, asked);
const told = (opened: TestDesk, person: string) => opened.shown(person);

test('a severity that somebody else changed is told with the old and the new time', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, mia, toP1);
  await opened.pass();
  const [words = ''] = told(opened, ana);
  expect(words).toMatch(/changed the severity from P\d to P1/);
  expect(words).toMatch(/first answer now due .*, it was due /);
  expect(told(opened, ana)).toHaveLength(1);
});

test('an old and a new time are of the same promise, also when another one is owed sooner', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, ana, (ticket, asked) =>
    replyPublicly(ticket, { publicText: 'Under Settings.', next: 'open' }, asked),
  );
  await opened.pass();
  await decide(opened, mia, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P2' }, asked));
  await opened.pass();
  const words = told(opened, ana).join();
  expect(words).toMatch(/update now due .*21 Nov.*, it was due .*2[27] Nov/);
  expect(words).not.toContain('solution');
});

test('who does it themselves hears nothing', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, ana, toP1);
  await decide(opened, ana, (ticket, asked) => escalateTicket(ticket, 'the bank is down', asked));
  await opened.pass();
  expect(told(opened, ana)).toEqual([]);
});

test('several things before the message leaves are one message', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, mia, toP1);
  await decide(opened, ben, (ticket, asked) => escalateTicket(ticket, 'the bank is down', asked));
  await opened.pass();
  expect(told(opened, ana)).toHaveLength(1);
  expect(told(opened, ana)[0]).toMatch(/severity[\s\S]*escalated it: the bank is down/);
});

test('who loses a ticket to another hears it', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, mia, claimTicket);
  await opened.pass();
  expect(told(opened, ana)[0]).toContain('took it over from you');
  expect(told(opened, mia)).toEqual([]);
});

test('a ticket merged into theirs is news, unless they merged it', async () => {
  const opened = await aDeskAtWork();
  await opened.clock.advance(5 * minute);
  expect(await opened.write('Another thing: where is my invoice?')).toBe('T-2');
  await opened.clock.advance(5 * minute);
  expect(await opened.write('One more: how do I export all orders?')).toBe('T-3');
  await opened.pass();
  const target = await opened.ticket('T-1');
  await decide(opened, ana, (ticket, asked) => mergeInto(ticket, target, asked), 'T-2');
  await opened.pass();
  expect(told(opened, ana)).toEqual([]);
  await decide(opened, mia, (ticket, asked) => mergeInto(ticket, target, asked), 'T-3');
  await opened.pass();
  expect(told(opened, ana)).toHaveLength(1);
  expect(told(opened, ana)[0]).toContain('T-3 was merged into it');
});

test('at night it waits for the morning, unless the ticket is critical', async () => {
  const opened = await aDeskAtWork();
  await opened.clock.set('2026-11-20T22:00:00.000Z');
  await opened.pass();
  const before = told(opened, ana).length;
  await decide(opened, ben, (ticket, asked) => escalateTicket(ticket, 'the bank is down', asked));
  await opened.pass();
  expect(told(opened, ana)).toHaveLength(before);
  await decide(opened, mia, toP1);
  await opened.clock.advance(10 * minute);
  await opened.pass();
  const news = told(opened, ana)
    .slice(before)
    .filter((words) => words.includes('severity'));
  expect(news).toHaveLength(1);
  expect(news[0]).toContain('escalated it');
});

test('who wants only what is due hears of no changes', async () => {
  const opened = await aDeskAtWork();
  const preference = { amount: 'due', quiet: 'off', weekends: 'as_other_days', where: 'direct' } as const;
  await setPreference(opened.desk, preference, { by: ana, at: opened.clock.now() });
  await decide(opened, mia, toP1);
  await opened.pass();
  expect(told(opened, ana)).toEqual([]);
});

test('who wants to be called where the team works finds it under the card', async () => {
  const opened = await aDeskAtWork();
  const preference = { amount: 'all', quiet: 'off', weekends: 'as_other_days', where: 'thread' } as const;
  await setPreference(opened.desk, preference, { by: ana, at: opened.clock.now() });
  await decide(opened, mia, toP1);
  await opened.pass();
  expect(told(opened, ana)).toEqual([]);
  const [said] = opened.chat.said.filter(({ post }) => post.key.includes('change_notice'));
  expect(said?.post.thread).toBe((await opened.ticket('T-1')).cards.at(-1)?.id);
  expect(JSON.stringify(said?.post.card.blocks)).toContain(`"person":"${ana}","notify":true`);
});
