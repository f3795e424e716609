import { expect, test } from 'vitest';
import { ticketCard } from '../../src/cards/team/ticket-card.ts';
import { deleteMessage, editMessage, joinMessage } from '../../src/domain/ticket/conversation.ts';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { closeTicket, reopenTicket } from '../../src/domain/ticket/ending.ts';
import { correctTriage, proposeDraft, triageTicket } from '../../src/domain/ticket/judgement.ts';
import { mergeInto } from '../../src/domain/ticket/relation.ts';
import { recordDelivery, recordFailure, replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { addNote, escalateTicket, holdTicket, snoozeTicket } from '../../src/domain/ticket/work.ts';
import { afterwards, aTicket, aWorkedTicket } from '../support/a-ticket.ts';
import { aDraft, after, aMessage, ana, asksAs, aTriage, settings, support } from '../support/builders.ts';
import { actionsOf, itemsOf, readText } from './reading.ts';

const account = {
  id: 'acme',
  name: 'Acme Retail',
  plan: 'enterprise',
  annualRevenue: 120_000,
  configuration: 'EU region',
} as const;

const show = (ticket: Ticket) => readText(ticketCard(ticket, settings).blocks);
const actions = (ticket: Ticket) => actionsOf(ticketCard(ticket, settings).blocks);
const worked = (...decide: readonly ((ticket: Ticket) => Decision)[]) =>
  afterwards(aWorkedTicket({ account, requesterName: 'Dana' }), ...decide);
const _drafting = (given: Parameters<typeof aDraft>[0]) => (ticket: Ticket) =>
  proposeDraft(ticket, aDraft({ draft: 'd2', ...given }), asksAs.desk());

test('on hold shows what for and until when, and offers to resume', () => {
  const ticket = worked((now) => holdTicket(now, { reason: 'the bank', until: after(120) }, asksAs.agent()));
  expect(show(ticket)).toContain('⏸ On hold: the bank, until 20 Nov 13:00 (Europe/Berlin)');
  expect(actions(ticket)).toContain('more:resume');
  expect(actions(ticket)).not.toContain('more:hold');
});

test('a pending ticket shows that it waits, what was answered and whether it arrived', () => {
  const answered = worked((now) =>
    replyPublicly(now, { publicText: 'Please clear the cache', next: 'ask' }, asksAs.agent()),
  );
  expect(show(answered)).toContain('waiting for the requester');
  expect(show(answered)).toContain('sending · “Please clear the cache”');
  const receipt = { reply: 'r1', thread: 'memory:thread', id: 'memory:posted' };
  expect(show(afterwards(answered, (now) => recordDelivery(now, receipt, asksAs.desk())))).toContain(
    'delivered',
  );
});

test('an answer that did not arrive is said aloud, with a way to send it again', () => {
  const ticket = worked(
    (now) => replyPublicly(now, { publicText: 'Please clear the cache', next: 'ask' }, asksAs.agent()),
    (now) => recordFailure(now, { key: 'reply:r1:0', reason: 'The channel is archived.' }, asksAs.desk()),
  );
  expect(show(ticket)).toContain('❗ Not delivered: The channel is archived.');
  expect(show(ticket)).toContain('not delivered');
  expect(actions(ticket)).toContain('retry_delivery');
});

test('a solved ticket shows how and offers to reopen', () => {
  const ticket = aWorkedTicket({ status: 'solved' });
  expect(show(ticket)).toContain(`Solved 20 Nov 11:05 (Europe/Berlin) by @${ana}: cleared the cache`);
  expect(actions(ticket)).toEqual(['reopen', 'note', 'show_all']);
});

test('a solved ticket whose question did not arrive can be sent again', () => {
  const ticket = afterwards(aWorkedTicket({ status: 'solved' }), (now) =>
    recordFailure(now, { key: 'ask:x', reason: 'The channel is archived.' }, asksAs.desk()),
  );
  expect(actions(ticket)).toContain('retry_delivery');
});

test('a closed ticket shows when and by whom', () => {
  expect(show(aWorkedTicket({ status: 'closed' }))).toContain(
    'Closed 20 Nov 11:06 (Europe/Berlin) by the desk',
  );
});

test('a ticket that was no request says so when it is closed', () => {
  const ticket = worked((now) => closeTicket(now, 'not_a_request', asksAs.agent()));
  expect(show(ticket)).toContain('Closed as not a request');
});

test('a reopened ticket shows why it is back', () => {
  const ticket = afterwards(aWorkedTicket({ status: 'solved' }), (now) =>
    reopenTicket(now, 'Reopened by the team', asksAs.agent()),
  );
  expect(show(ticket)).toContain('↩️ Reopened by the team, ');
});

test('a merged ticket names the other one and offers only to take it back', () => {
  const ticket = worked((now) => mergeInto(now, aTicket({ id: 'T-2' }), asksAs.agent()));
  expect(show(ticket)).toContain(`Merged into T-2 by @${ana}.`);
  expect(actions(ticket)).toEqual(['unmerge']);
});

test('an escalated ticket shows by whom and why', () => {
  const ticket = worked((now) => escalateTicket(now, 'A refund is asked for', asksAs.agent()));
  expect(show(ticket)).toContain(`⬆️ Escalated by @${ana}: A refund is asked for`);
});

test('a snoozed ticket shows until when and can be woken', () => {
  const ticket = worked((now) => snoozeTicket(now, after(120), asksAs.agent()));
  expect(show(ticket)).toContain('💤 Snoozed until 20 Nov 13:00 (Europe/Berlin)');
  expect(actions(ticket)).toContain('more:wake');
});

test('words changed or taken back after the answer are flagged', () => {
  const answered = worked((now) =>
    replyPublicly(now, { publicText: 'Try this', next: 'wait' }, asksAs.agent()),
  );
  const first = `${support}:T-1.1`;
  const edit = { message: first, text: 'Only on Safari', files: [] };
  const edited = afterwards(answered, (now) => editMessage(now, edit, asksAs.requester(after(61))));
  expect(show(edited)).toContain('changed their message after it was answered');
  const deleted = afterwards(answered, (now) => deleteMessage(now, first, asksAs.requester(after(61))));
  expect(show(deleted)).toContain('changed their message after it was answered');
  expect(show(deleted)).toContain('The requester deleted what they wrote.');
});

test('a correction shows what it was and who changed it', () => {
  const ticket = worked(
    (now) => correctTriage(now, { field: 'severity', to: 'P1' }, asksAs.agent()),
    (now) => correctTriage(now, { field: 'queue', to: 'account' }, asksAs.agent()),
  );
  expect(show(ticket)).toContain(`severity was P2, changed by @${ana}`);
  expect(show(ticket)).toMatch(/Corrected: severity was .+ · queue was /);
});

test('internal notes are counted, not shown', () => {
  const ticket = worked(
    (now) => replyPublicly(now, { publicText: 'Try this', next: 'wait' }, asksAs.agent()),
    (now) => addNote(now, { internalText: 'They always say that' }, asksAs.agent()),
  );
  expect(show(ticket)).toContain('1 internal note');
  const unanswered = worked((now) => addNote(now, { internalText: 'ask finance' }, asksAs.agent()));
  expect(show(unanswered)).toContain('1 internal note');
  expect(show(ticket)).not.toContain('They always say that');
});

test('a file shows its name and size, and why it cannot be read', () => {
  const files = [
    { name: 'screen.png', bytes: 20_480, kind: 'png', url: 'https://files.test/1' },
    { name: 'dump.zip', bytes: 10, kind: 'zip', problem: 'The file is not shared with this channel.' },
  ];
  const ticket = aTicket({ messages: [aMessage({ files })] });
  expect(show(ticket)).toContain('📎 screen.png (20 KB) open');
  expect(show(ticket)).toContain('📎 dump.zip (1 KB) The file is not shared with this channel.');
});

test('several lines stay several lines', () => {
  expect(show(aTicket({ messages: [aMessage({ text: '1. open cart\n2. pay' })] }))).toContain(
    '1. open cart\n2. pay',
  );
});

test('a hundred messages show the first, the last two and how many there are between', () => {
  const ticket = Array.from({ length: 99 }, (_, i) => i + 2).reduce(
    (now, i) =>
      afterwards(now, (each) =>
        joinMessage(
          each,
          aMessage({ id: `memory:${i}`, text: `Line ${i}`, at: after(i) }),
          asksAs.requester(after(i)),
        ),
      ),
    aTicket(),
  );
  expect(show(ticket)).toContain('97 more messages between');
  expect(show(ticket)).toContain('Line 100');
  expect(show(ticket)).not.toContain('Line 50');
  expect(ticketCard(ticket, settings).blocks.length).toBeLessThan(12);
});

test.each([
  ['T-9', 'followed by T-9'],
  ['T-0', 'follows T-0'],
])('a follow-up is named from both sides: %s', (other, words) => {
  const links = [{ ticket: other, kind: 'follow_up' as const, by: 'desk', at: after(9) }];
  expect(show(aTicket({ links }))).toContain(words);
});

test.each([
  ['of the same requester or account can be merged or linked', true, ['Merge into T-7', 'Link T-7']],
  ['of somebody else can only be linked', false, ['Link T-7']],
  ['of which that is not known can only be linked', undefined, ['Link T-7']],
] as const)('a duplicate %s', (_what, sameAudience, offered) => {
  const known = sameAudience === undefined ? {} : { sameAudience };
  const duplicates = [{ ticket: 'T-7', subject: 'x', score: 0.8, why: 'y', ...known }];
  const ticket = afterwards(aTicket(), (now) => triageTicket(now, aTriage({ duplicates }), asksAs.desk()));
  const items = itemsOf(ticketCard(ticket, settings).blocks);
  expect(items.map(({ label }) => label).filter((label) => label.includes('T-7'))).toEqual(offered);
});

test('a duplicate that is merged or linked already is not offered again', () => {
  const duplicates = [{ ticket: 'T-7', subject: 'x', score: 0.8, why: 'y' }];
  const ticket = afterwards(aTicket(), (now) => triageTicket(now, aTriage({ duplicates }), asksAs.desk()));
  const links = [{ ticket: 'T-7', kind: 'duplicate' as const, by: ana, at: after(9) }];
  expect(show(ticket)).toContain('Maybe the same as T-7');
  expect(show({ ...ticket, links })).not.toContain('Maybe the same as T-7');
  expect(show({ ...ticket, links })).toContain('same as T-7');
});
