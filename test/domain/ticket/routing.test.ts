import { expect, test } from 'vitest';
import { discardDraft, proposeDraft } from '../../../src/domain/ticket/judgement.ts';
import { replyPublicly } from '../../../src/domain/ticket/reply.ts';
import { attentionOf, awaitsEscalationManager, routeByDraft } from '../../../src/domain/ticket/routing.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { claimTicket, escalateTicket, releaseTicket } from '../../../src/domain/ticket/work.ts';
import { afterwards, aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { aDraft, after, asksAs } from '../../support/builders.ts';

const threshold = 0.75;
const routed = (ticket: Ticket, draft: Parameters<typeof aDraft>[0]) =>
  routeByDraft(ticket, aDraft(draft), threshold, asksAs.desk(after(2)));
const unsure = afterwards(aWorkedTicket(), (ticket) => ({ events: routed(ticket, { confidence: 0.42 }) }));

test.each([
  ['a sure draft', { confidence: 0.75 }, []],
  [
    'an unsure draft',
    { confidence: 0.42 },
    [{ to: 'escalation_manager', reason: 'confidence 0.42 is below 0.75' }],
  ],
  [
    '“I don’t know”',
    { outcome: 'unknown', confidence: 0.9 },
    [{ to: 'escalation_manager', reason: 'the desk does not know' }],
  ],
  [
    'a draft that a guard stopped',
    { findings: [{ guard: 'x', effect: 'blocks', reason: 'It promises a refund.' }] },
    [{ to: 'escalation_manager', reason: 'a guard stopped the draft' }],
  ],
] as const)('%s on a fresh ticket', (_what, draft, events) => {
  expect(routed(aWorkedTicket(), draft as Parameters<typeof aDraft>[0])).toMatchObject(events);
});

test('a better draft later sends it back to the agents; the same judgement again is no news', () => {
  expect(routed(unsure, { confidence: 0.42 })).toEqual([]);
  expect(routed(unsure, { confidence: 0.9 })).toMatchObject([{ to: 'agent' }]);
});

test('it waits until somebody takes or answers it, and again when it is given back', () => {
  expect(awaitsEscalationManager(unsure)).toBe(true);
  const taken = afterwards(unsure, (ticket) => claimTicket(ticket, asksAs.agent(after(3))));
  expect(awaitsEscalationManager(taken)).toBe(false);
  const back = afterwards(taken, (ticket) => releaseTicket(ticket, asksAs.agent(after(4))));
  expect(awaitsEscalationManager(back)).toBe(true);
  const answered = afterwards(
    unsure,
    (ticket) => replyPublicly(ticket, { publicText: 'Hello', next: 'wait' }, asksAs.agent(after(3))),
    (ticket) => releaseTicket(ticket, asksAs.agent(after(4))),
  );
  expect(awaitsEscalationManager(answered)).toBe(false);
});

test('marking it changes no status, no time and nothing that is owed', () => {
  const before = aWorkedTicket();
  expect({ ...unsure, route: undefined, changedAt: before.changedAt }).toEqual({
    ...before,
    route: undefined,
  });
});

test('what an agent escalated stands above what the desk is not sure of; what is over needs nobody', () => {
  const called = afterwards(unsure, (ticket) => escalateTicket(ticket, 'a refund', asksAs.agent(after(5))));
  expect([attentionOf(aTicket()), attentionOf(unsure), attentionOf(called)]).toEqual([
    undefined,
    'unsure',
    'escalated',
  ]);
  expect(attentionOf({ ...called, status: 'solved' })).toBeUndefined();
});

test('who discards a draft or is given another leaves the mark until a draft is sure', () => {
  const discarded = afterwards(unsure, (ticket) => discardDraft(ticket, 'd1', asksAs.agent(after(3))));
  expect(awaitsEscalationManager(discarded)).toBe(true);
  const next = aDraft({ draft: 'd2', confidence: 0.8, at: after(4) });
  const sure = afterwards(
    discarded,
    (ticket) => proposeDraft(ticket, next, asksAs.desk(after(4))),
    (ticket) => ({ events: routeByDraft(ticket, next, threshold, asksAs.desk(after(4))) }),
  );
  expect(awaitsEscalationManager(sure)).toBe(false);
});
