import { expect, test } from 'vitest';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { deleteMessage, editMessage, joinMessage } from '../../../src/domain/ticket/conversation.ts';
import type { Decision } from '../../../src/domain/ticket/decision.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { timersOf } from '../../../src/domain/ticket/timers-of.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, aMessage, ana, asksAs, eventsOf, settings, support } from '../../support/builders.ts';
import { answers, arrives, asks, leaves } from '../sla/talking.ts';

const asked = (minutes: number) => `${support}:${after(minutes)}`;
const edits = (message: string) => (ticket: Ticket) =>
  editMessage(ticket, { message, text: 'It fails in Asia, too', files: [] }, asksAs.requester(after(60)));
const deletes = (message: string) => (ticket: Ticket) =>
  deleteMessage(ticket, message, asksAs.requester(after(60)));
const opening = (ticket: Ticket) => ticket.messages[0]?.id ?? '';
const typed = `${support}:typed`;
const types = (ticket: Ticket) =>
  joinMessage(
    ticket,
    { ...aMessage({ id: typed, text: 'We look', at: after(12) }), author: ana, from: 'desk' },
    asksAs.agent(after(12)),
  );

/** Whether the desk judges the ticket again because of it. */
function isJudgedAgain(ticket: Ticket, decide: (ticket: Ticket) => Decision): boolean {
  const events = eventsOf(decide(ticket));
  expect(events).not.toEqual([]);
  const steps = timersOf(ticket, applyEvents(ticket, events), events, settings);
  return steps.some((step) => 'set' in step && step.set === 'work');
}
const answered = () => afterwards(aWorkedTicket({ status: 'open' }), ...answers(10));

test('words that change are judged again while they wait for an answer, the first time and later', () => {
  const fresh = aWorkedTicket({ status: 'open' });
  expect(isJudgedAgain(fresh, edits(opening(fresh)))).toBe(true);
  expect(isJudgedAgain(answered(), edits(opening(answered())))).toBe(false);
  expect(isJudgedAgain(afterwards(answered(), asks(20)), edits(asked(20)))).toBe(true);
  expect(isJudgedAgain(afterwards(answered(), asks(20), ...answers(30)), edits(asked(20)))).toBe(false);
});

test('an update in the desk’s words does not end that', () => {
  const told = afterwards(aWorkedTicket({ status: 'open' }), leaves(10, { update: 'u1' }), arrives(10));
  expect(isJudgedAgain(told, edits(opening(told)))).toBe(true);
});

test('of two later questions one is taken back: what is left is judged again', () => {
  const waiting = afterwards(answered(), asks(20), asks(25, 'And where is the invoice?'));
  expect(isJudgedAgain(waiting, deletes(asked(25)))).toBe(true);
  expect(isJudgedAgain(afterwards(answered(), asks(20)), deletes(asked(20)))).toBe(false);
});

test('our own words that are put right or taken back change nothing', () => {
  const waiting = afterwards(answered(), types, asks(20));
  expect(isJudgedAgain(waiting, edits(typed))).toBe(false);
  expect(isJudgedAgain(waiting, deletes(typed))).toBe(false);
});
