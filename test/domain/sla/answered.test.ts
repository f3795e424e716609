import { expect, test } from 'vitest';
import { isAnswered, wasEverAnswered } from '../../../src/domain/sla/answered.ts';
import { deleteMessage, editMessage } from '../../../src/domain/ticket/conversation.ts';
import type { Decision } from '../../../src/domain/ticket/decision.ts';
import { solveTicket } from '../../../src/domain/ticket/ending.ts';
import type { PublicReply, Ticket } from '../../../src/domain/ticket/ticket.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, asksAs, support } from '../../support/builders.ts';
import { answers, arrives, asks, leaves } from './talking.ts';

type Step = (ticket: Ticket) => Decision;
const told = (given: Partial<PublicReply>): readonly Step[] => [leaves(10, given), arrives(10)];
const second = `${support}:${after(20)}`;
const becomesThanks: Step = (ticket) =>
  editMessage(ticket, { message: second, text: 'Thanks', files: [] }, asksAs.requester(after(30)));
const takesAllBack: Step = (ticket) =>
  deleteMessage(ticket, ticket.messages[0]?.id ?? '', asksAs.requester(after(5)));
const solves: Step = (ticket) => solveTicket(ticket, undefined, asksAs.agent(after(30)));

test.each<[string, readonly Step[], { ever: boolean; now: boolean }]>([
  ['nothing was said', [], { ever: false, now: false }],
  ['an answer was approved only', answers(10).slice(0, 1), { ever: false, now: false }],
  ['a person answered', answers(10), { ever: true, now: true }],
  ['a rule answered', told({ rule: 'account: password' }), { ever: true, now: true }],
  ['an update in the desk’s words arrived', told({ update: 'u1' }), { ever: false, now: false }],
  ['an update in a person’s words arrived', told({ update: 'u1', edited: true }), { ever: true, now: true }],
  ['it was asked anew', [...answers(10), asks(20)], { ever: true, now: false }],
  ['thanks came', [...answers(10), asks(20, 'Thank you')], { ever: true, now: true }],
  ['the second question became thanks', [...answers(10), asks(20), becomesThanks], { ever: true, now: true }],
  ['it was asked anew and solved', [...answers(10), asks(20), solves], { ever: true, now: true }],
  ['all was taken back before an answer', [takesAllBack], { ever: false, now: false }],
])('when %s', (_what, steps, { ever, now }) => {
  const ticket = afterwards(aWorkedTicket({ status: 'open' }), ...steps);
  expect(wasEverAnswered(ticket)).toBe(ever);
  expect(isAnswered(ticket)).toBe(now);
});
