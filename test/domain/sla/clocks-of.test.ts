import { expect, test } from 'vitest';
import type { Clock } from '../../../src/domain/sla/clock.ts';
import { clocksOf, dueSteps, nextDue } from '../../../src/domain/sla/clocks-of.ts';
import type { SlaTarget } from '../../../src/domain/sla/policy.ts';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import type { Decision } from '../../../src/domain/ticket/decision.ts';
import { closeTicket, reopenTicket, solveTicket } from '../../../src/domain/ticket/ending.ts';
import { recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { PublicReply, Ticket } from '../../../src/domain/ticket/ticket.ts';
import { claimTicket, resumeTicket, waitForRequester } from '../../../src/domain/ticket/work.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, aMessage, asksAs, settings, support, ten } from '../../support/builders.ts';

const book = settings.policies;
const at = (ticket: Ticket, minutes: number) => clocksOf(ticket, book, after(minutes));
const one = (ticket: Ticket, target: SlaTarget, minutes: number): Clock | undefined =>
  at(ticket, minutes).findLast((clock) => clock.target === target);

const says = (text: string, when: Instant) => (ticket: Ticket) =>
  joinMessage(ticket, aMessage({ id: `${support}:${when}`, at: when, text }), asksAs.requester(when));
const replies = (when: Instant, next: PublicReply['next'] = 'open') => [
  (ticket: Ticket) => replyPublicly(ticket, { publicText: 'We are on it.', next }, asksAs.agent(when)),
  (ticket: Ticket): Decision =>
    recordDelivery(
      ticket,
      {
        reply: `r${ticket.replies.length}`,
        thread: ticket.conversation.thread ?? '',
        id: `${support}:${when}r`,
      },
      asksAs.desk(when),
    ),
];

test('the first answer is owed from the request on and is met when it was delivered', () => {
  const ticket = afterwards(aWorkedTicket(), ...replies(after(30)));
  expect(one(aWorkedTicket(), 'first_response', 10)).toMatchObject({
    state: 'running',
    startedAt: ten,
    dueAt: after(240),
  });
  expect(one(ticket, 'first_response', 60)).toMatchObject({
    state: 'ended',
    end: { at: after(30), how: 'met' },
    isBreached: false,
  });
});

test('a late answer is a breach, however late anybody looks, and says how late it was', () => {
  const ticket = afterwards(aWorkedTicket(), ...replies(after(250)));
  expect(one(ticket, 'first_response', 9999)).toMatchObject({ isBreached: true, overdueMs: 10 * 60_000 });
});

test('claiming, a change of status and a note are no answer', () => {
  const ticket = afterwards(aWorkedTicket(), (now) => claimTicket(now, asksAs.agent(after(5))));
  expect(one(ticket, 'first_response', 20)).toMatchObject({ state: 'running' });
});

test('each later request owes the next answer, thanks owe nothing, and the first of several counts', () => {
  const answered = afterwards(aWorkedTicket(), ...replies(after(30)), says('Thank you!', after(40)));
  expect(one(answered, 'next_response', 50)).toBeUndefined();
  const asked = afterwards(
    answered,
    says('It still fails in the EU', after(60)),
    says('Any news?', after(90)),
  );
  expect(one(asked, 'next_response', 100)).toMatchObject({ startedAt: after(60), dueAt: after(300) });
});

test('waiting for the requester moves the due time of a solution by exactly that time', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    ...replies(after(30)),
    (now) => waitForRequester(now, asksAs.agent(after(60))),
    (now) => resumeTicket(now, asksAs.agent(after(240))),
  );
  expect(one(ticket, 'total_resolution', 250)).toMatchObject({
    dueAt: after(24 * 60 + 180),
    pauses: [{ from: after(60), to: after(240) }],
  });
  expect(nextDue(ticket, book, after(250))?.dueAt).toBe(after(24 * 60 + 180));
});

test('a pause that begins after the due time does not bring it back', () => {
  const late = 24 * 60 + 10;
  const ticket = afterwards(aWorkedTicket(), ...replies(after(30)), (now) =>
    waitForRequester(now, asksAs.agent(after(late))),
  );
  expect(one(ticket, 'total_resolution', late + 600)).toMatchObject({
    state: 'running',
    isBreached: true,
    dueAt: after(24 * 60),
  });
});

test('only an update that was delivered starts the next one', () => {
  const approved = afterwards(aWorkedTicket(), (now) =>
    replyPublicly(now, { publicText: 'Soon more.', next: 'open' }, asksAs.agent(after(30))),
  );
  expect(one(approved, 'next_update', 40)).toBeUndefined();
  const delivered = afterwards(aWorkedTicket(), ...replies(after(30)));
  expect(one(delivered, 'next_update', 40)).toMatchObject({
    startedAt: after(30),
    dueAt: after(30 + 24 * 60),
  });
});

test('a reopened ticket has at least the floor, and its first solution stands', () => {
  const solvedAt = 24 * 60 - 5;
  const ticket = afterwards(
    aWorkedTicket(),
    ...replies(after(30)),
    (now) => solveTicket(now, undefined, asksAs.agent(after(solvedAt))),
    (now) => reopenTicket(now, 'It is back', asksAs.requester(after(solvedAt + 600))),
  );
  const now = solvedAt + 601;
  expect(one(ticket, 'first_resolution', now)).toMatchObject({ state: 'ended', isBreached: false });
  expect(one(ticket, 'total_resolution', now)).toMatchObject({
    state: 'running',
    dueAt: after(solvedAt + 615),
  });
  expect(one(ticket, 'next_response', now)).toMatchObject({ startedAt: after(solvedAt + 600) });
});

test('what was never a request owes nothing and counts as nothing', () => {
  const ticket = afterwards(aWorkedTicket(), (now) =>
    closeTicket(now, 'not_a_request', asksAs.agent(after(900))),
  );
  expect(at(ticket, 1000).every(({ state, isBreached }) => state === 'ended' && !isBreached)).toBe(true);
});

test('each step is due at its share of the time and then stays due until somebody was told', () => {
  const steps = (minutes: number) =>
    dueSteps(aWorkedTicket(), book, after(minutes)).map(({ clock, step }) => `${clock.target} ${step.step}`);
  expect(steps(119)).toEqual([]);
  expect(steps(120)).toEqual(['first_response warn_50']);
  expect(steps(217)).toEqual(['first_response warn_50', 'first_response warn_75', 'first_response warn_90']);
});
