import { expect, test } from 'vitest';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import { discardDraft, proposeDraft } from '../../../src/domain/ticket/judgement.ts';
import {
  approveDraft,
  recordDelivery,
  recordFailure,
  replyPublicly,
  retryDelivery,
} from '../../../src/domain/ticket/reply.ts';
import { claimTicket } from '../../../src/domain/ticket/work.ts';
import { afterwards, aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { aDraft, after, aMessage, ana, asksAs, ben, mia, outcomeOf } from '../../support/builders.ts';

const approval = { draft: 'd1', mode: 'careful' } as const;
const say = (publicText: string, next: 'ask' | 'wait' | 'open' = 'wait') => ({ publicText, next });

test('an approved draft leaves word for word, and the requester is asked whether it works', () => {
  const ticket = afterwards(aWorkedTicket(), (now) => approveDraft(now, approval, asksAs.agent()));
  expect(ticket.replies).toMatchObject([
    { reply: 'r1', publicText: aDraft().text, by: ana, draft: 'd1', edited: false, next: 'ask' },
  ]);
  expect(ticket.drafts[0]?.state).toBe('sent');
  expect(ticket.status).toBe('pending');
});

test('two people approving the same draft send it once, and the second is told who was first', () => {
  const ticket = afterwards(aWorkedTicket(), (now) => approveDraft(now, approval, asksAs.agent()));
  expect(approveDraft(ticket, approval, asksAs.agent(after(61), ben))).toEqual({
    refused: 'already_sent',
    by: ana,
    at: after(60),
  });
});

test('a draft that a guard stopped cannot be approved', () => {
  const blocked = aDraft({
    draft: 'd2',
    findings: [{ guard: 'no-commitments', effect: 'blocks', reason: 'promises a date' }],
  });
  const ticket = afterwards(aWorkedTicket(), (now) => proposeDraft(now, blocked, asksAs.desk()));
  expect(outcomeOf(approveDraft(ticket, { ...approval, draft: 'd2' }, asksAs.agent()))).toBe(
    'refused: draft_blocked',
  );
});

test('an “I don’t know” cannot be approved', () => {
  const unknown = aDraft({ draft: 'd2', outcome: 'unknown', text: '', sources: [] });
  const ticket = afterwards(aWorkedTicket(), (now) => proposeDraft(now, unknown, asksAs.desk()));
  expect(outcomeOf(approveDraft(ticket, { ...approval, draft: 'd2' }, asksAs.agent()))).toBe(
    'refused: no_draft',
  );
});

test('a discarded draft cannot be approved', () => {
  const ticket = afterwards(aWorkedTicket(), (now) => discardDraft(now, 'd1', asksAs.agent()));
  expect(outcomeOf(approveDraft(ticket, approval, asksAs.agent()))).toBe('refused: no_draft');
});

test('somebody answered meanwhile: the draft waits until the person says “anyway”', () => {
  const answer = aMessage({ id: 'memory:answer', author: ben, from: 'desk', at: after(20) });
  const ticket = afterwards(aWorkedTicket(), (now) => joinMessage(now, answer, asksAs.agent(after(20), ben)));
  expect(approveDraft(ticket, approval, asksAs.agent())).toEqual({
    refused: 'answered_meanwhile',
    by: ben,
    at: after(20),
  });
  expect(outcomeOf(approveDraft(ticket, { ...approval, mode: 'anyway' }, asksAs.agent()))).toBe(
    'reply_approved',
  );
});

test('who answers a ticket that nobody has takes it', () => {
  const approved = afterwards(aWorkedTicket(), (now) => approveDraft(now, approval, asksAs.agent()));
  expect(approved.assignee).toEqual({ person: ana, at: after(60) });
  const written = afterwards(aTicket(), (now) => replyPublicly(now, say('On it.'), asksAs.manager()));
  expect(written.assignee?.person).toBe(mia);
  expect(written.status).toBe('pending');
});

test('who writes to the requester in their thread takes a ticket that nobody has', () => {
  const answer = aMessage({ id: 'memory:answer', author: ben, from: 'desk', at: after(20) });
  const ticket = afterwards(aTicket(), (now) => joinMessage(now, answer, asksAs.agent(after(20), ben)));
  expect(ticket).toMatchObject({ assignee: { person: ben }, status: 'open' });
});

test('helping out with an answer takes a ticket from nobody', () => {
  const ticket = afterwards(
    aTicket(),
    (now) => claimTicket(now, asksAs.agent(after(5))),
    (now) => replyPublicly(now, say('On it.'), asksAs.agent(after(6), ben)),
  );
  expect(ticket.assignee?.person).toBe(ana);
});

test('a word in the thread of a closed ticket takes nothing', () => {
  const word = aMessage({ id: 'memory:word', author: ben, from: 'desk', at: after(20) });
  const decision = joinMessage(aTicket({ status: 'closed' }), word, asksAs.agent(after(20), ben));
  expect(outcomeOf(decision)).toBe('message_joined');
});

test('a reply needs words', () => {
  expect(outcomeOf(replyPublicly(aTicket(), say('  \n '), asksAs.agent()))).toBe('refused: empty');
});

test('an edited draft is remembered as edited, an unchanged one is not', () => {
  const edited = { ...say('Other words'), draft: 'd1' };
  const same = { ...say(aDraft().text), draft: 'd1' };
  expect(
    afterwards(aWorkedTicket(), (now) => replyPublicly(now, edited, asksAs.agent())).replies[0],
  ).toMatchObject({ edited: true, draft: 'd1' });
  expect(
    afterwards(aWorkedTicket(), (now) => replyPublicly(now, same, asksAs.agent())).replies[0],
  ).toMatchObject({ edited: false });
});

test.each([
  ['ask', 'pending'],
  ['wait', 'pending'],
  ['open', 'open'],
] as const)('after a reply “then %s” the ticket is %s', (then, status) => {
  const ticket = afterwards(aTicket({ status: 'on_hold' }), (now) =>
    replyPublicly(now, say('Here', then), asksAs.agent()),
  );
  expect(ticket.status).toBe(status);
  expect(ticket.hold).toBeUndefined();
});

test('a reply to a closed ticket reopens it', () => {
  const decision = replyPublicly(aTicket({ status: 'closed' }), say('One more thing'), asksAs.agent());
  expect(outcomeOf(decision)).toBe('reopened claimed reply_approved');
});

test('a delivery counts once for each thread, and the first one is the first answer', () => {
  const receipt = { reply: 'r1', thread: 'memory:thread', id: 'memory:posted' };
  const ticket = afterwards(
    aTicket(),
    (now) => replyPublicly(now, say('Here'), asksAs.agent()),
    (now) => recordDelivery(now, receipt, asksAs.desk(after(61))),
  );
  expect(ticket.firstRespondedAt).toBe(after(61));
  expect(outcomeOf(recordDelivery(ticket, receipt, asksAs.desk(after(62))))).toBe('nothing');
  expect(outcomeOf(recordDelivery(ticket, { ...receipt, thread: 'memory:other' }, asksAs.desk()))).toBe(
    'reply_delivered',
  );
  expect(outcomeOf(recordDelivery(ticket, { ...receipt, reply: 'r9' }, asksAs.desk()))).toBe('nothing');
});

test('what could not be said stands on the ticket until it is said', () => {
  const failure = { key: 'reply:r1:0', reason: 'The channel is archived' };
  const failed = afterwards(
    aTicket(),
    (now) => replyPublicly(now, say('Here'), asksAs.agent()),
    (now) => recordFailure(now, failure, asksAs.desk()),
  );
  expect(failed.undelivered).toMatchObject([failure]);
  expect(failed.replies[0]?.failed?.reason).toBe('The channel is archived');
  expect(outcomeOf(recordFailure(failed, failure, asksAs.desk()))).toBe('nothing');
  const receipt = { reply: 'r1', thread: 'memory:thread', id: 'memory:posted' };
  const delivered = afterwards(failed, (now) => recordDelivery(now, receipt, asksAs.desk()));
  expect(delivered.undelivered).toEqual([]);
  expect(delivered.replies[0]?.failed).toBeUndefined();
});

test('trying again is only for what failed', () => {
  const failed = afterwards(aTicket(), (now) =>
    recordFailure(now, { key: 'notice', reason: 'The channel is archived' }, asksAs.desk()),
  );
  expect(outcomeOf(retryDelivery(failed, asksAs.agent()))).toBe('delivery_retried');
  expect(outcomeOf(retryDelivery(aTicket(), asksAs.agent()))).toBe('nothing');
});
