import { expect, test } from 'vitest';
import { draftOutcomes, hasHeld } from '../../src/domain/outcome.ts';
import { joinMessage } from '../../src/domain/ticket/conversation.ts';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { closeTicket, disputeSolution, reopenTicket, solveTicket } from '../../src/domain/ticket/ending.ts';
import { discardDraft, proposeDraft, rateDraft, requestDraft } from '../../src/domain/ticket/judgement.ts';
import { approveDraft, replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { afterwards, aWorkedTicket } from '../support/a-ticket.ts';
import { aDraft, after, aMessage, ana, asksAs, ben, mia } from '../support/builders.ts';

type Step = (ticket: Ticket) => Decision;

const send: Step = (ticket) =>
  approveDraft(ticket, { draft: 'd1', mode: 'careful' }, asksAs.agent(after(10)));
const sendEdited =
  (publicText: string): Step =>
  (ticket) =>
    replyPublicly(ticket, { publicText, draft: 'd1', next: 'ask' }, asksAs.agent(after(10)));
const answerInOwnWords: Step = (ticket) =>
  replyPublicly(ticket, { publicText: 'It is mended.', next: 'ask' }, asksAs.agent(after(11)));
const rate =
  (rating: 'up' | 'down', by = ana, minutes = 5): Step =>
  (ticket) =>
    rateDraft(ticket, { draft: 'd1', rating }, asksAs.agent(after(minutes), by));
const solve: Step = (ticket) => solveTicket(ticket, undefined, asksAs.agent(after(20)));
const stillBroken: Step = (ticket) => disputeSolution(ticket, asksAs.requester(after(30)));
const reopen: Step = (ticket) => reopenTicket(ticket, 'It came back', asksAs.agent(after(40)));
const discard: Step = (ticket) => discardDraft(ticket, 'd1', asksAs.agent(after(6)));
const another: Step = (ticket) => requestDraft(ticket, asksAs.agent(after(6)));
const redraft: Step = (ticket) =>
  proposeDraft(ticket, aDraft({ draft: 'd2', at: after(7) }), asksAs.desk(after(7)));

const outcomes = (...steps: readonly Step[]) => draftOutcomes(afterwards(aWorkedTicket(), ...steps));

test.each<[string, readonly Step[], object]>([
  ['proposed and not yet judged', [], { verdict: 'undecided' }],
  ['sent as it is, while the ticket is open', [send], { verdict: 'undecided' }],
  [
    'sent as it is, and the ticket is solved',
    [send, solve],
    { verdict: 'sent_unchanged', decidedAt: after(20) },
  ],
  [
    'sent as it is and still broken',
    [send, stillBroken],
    { verdict: 'sent_unchanged', aftermath: 'disputed', decidedAt: after(30) },
  ],
  [
    'sent, solved and opened again',
    [send, solve, reopen],
    { verdict: 'sent_unchanged', aftermath: 'reopened', decidedAt: after(40) },
  ],
  ['discarded', [discard], { verdict: 'rejected', decidedAt: after(6) }],
  ['turned down for another one', [another, redraft], { verdict: 'rejected', decidedAt: after(6) }],
  [
    'passed over for an agent’s own answer',
    [answerInOwnWords],
    { verdict: 'rejected', decidedAt: after(11) },
  ],
  ['passed over because the story went on', [redraft], { verdict: 'unused', decidedAt: after(7) }],
  ['left aside when the ticket was solved', [solve], { verdict: 'unused' }],
  ['thought badly of', [rate('down')], { verdict: 'rejected', decidedAt: after(5) }],
  ['thought badly of, then well', [rate('down'), rate('up')], { verdict: 'undecided' }],
  ['thought badly of by one of two', [rate('down'), rate('up', ben)], { verdict: 'undecided' }],
  ['sent, and thought badly of', [send, rate('down', mia, 12), solve], { verdict: 'rejected' }],
])('a draft that is %s', (_what, steps, outcome) => {
  expect(outcomes(...steps)[0]).toMatchObject(outcome);
});

test('an edited draft says how much was changed', () => {
  const [some] = outcomes(sendEdited('Hello Dana,\nplease clear the gateway cache twice.'), solve);
  expect(some).toMatchObject({ verdict: 'edited', decidedAt: after(10) });
  expect(some?.changed).toBeGreaterThan(0);
  const [all] = outcomes(sendEdited('We are on it'), solve);
  expect(all?.changed).toBe(1);
});

test('what an agent writes in the requester’s thread passes over a draft that nobody uses any more', () => {
  const message = aMessage({ id: 'memory:own', author: ana, from: 'desk', at: after(8), text: 'Try UTF-8' });
  const join: Step = (ticket) => joinMessage(ticket, message, asksAs.agent(after(8)));
  expect(outcomes(join)[0]?.verdict).toBe('undecided');
  expect(outcomes(join, solve)[0]).toMatchObject({ verdict: 'rejected', decidedAt: after(8) });
});

test('trouble after a later answer is not the first draft’s', () => {
  const [first] = outcomes(send, answerInOwnWords, stillBroken, (ticket) =>
    closeTicket(ticket, 'not_a_request', asksAs.agent(after(50))),
  );
  expect(first?.aftermath).toBeUndefined();
});

test('“I don’t know” is no draft, and a draft a guard stopped is marked', () => {
  const unknown = aWorkedTicket({ drafts: [{ ...aDraft({ outcome: 'unknown' }), state: 'proposed' }] });
  expect(draftOutcomes(unknown)).toEqual([]);
  const findings = [{ guard: 'commitments', effect: 'blocks' as const, reason: 'It promises a refund.' }];
  const stopped = aWorkedTicket({ drafts: [{ ...aDraft(), findings, state: 'proposed' }] });
  expect(draftOutcomes(stopped)).toMatchObject([{ blocked: true, findings: 1 }]);
});

test('what is learned is learned from the engine’s own number, never from what was learned', () => {
  const drafts = [{ ...aDraft({ confidence: 0.9, rawConfidence: 0.6 }), state: 'proposed' as const }];
  expect(draftOutcomes(aWorkedTicket({ drafts }))).toMatchObject([{ rawConfidence: 0.6, confidence: 0.9 }]);
  expect(draftOutcomes(aWorkedTicket())).toMatchObject([{ rawConfidence: 0.8, confidence: 0.8 }]);
});

test.each<[readonly Step[], boolean | undefined]>([
  [[send, solve], true],
  [[send, stillBroken], false],
  [[sendEdited('Hello'), solve], false],
  [[discard], false],
  [[send], undefined],
  [[solve], undefined],
])('held or not, or no sign of either (%#)', (steps, held) => {
  const [outcome] = outcomes(...steps);
  expect(outcome && hasHeld(outcome)).toBe(held);
});
