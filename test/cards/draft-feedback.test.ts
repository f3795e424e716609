import { expect, test } from 'vitest';
import { wholeTicketForm } from '../../src/cards/forms/whole-ticket-form.ts';
import { whyConfidenceForm } from '../../src/cards/forms/why-confidence-form.ts';
import { ticketCard } from '../../src/cards/team/ticket-card.ts';
import { rateDraft } from '../../src/domain/ticket/judgement.ts';
import { routeByDraft } from '../../src/domain/ticket/routing.ts';
import type { Draft, Ticket } from '../../src/domain/ticket/ticket.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { afterwards, aWorkedTicket } from '../support/a-ticket.ts';
import { aDraft, after, ana, asksAs, ben, settings } from '../support/builders.ts';
import { actionsOf, readText } from './reading.ts';

const usage = {
  inputTokens: 1200,
  cacheReadTokens: 800,
  cacheWriteTokens: 0,
  outputTokens: 310,
  costUsd: 0.0123,
};
const show = (ticket: Ticket) => readText(ticketCard(ticket, settings).blocks);
const withDraft = (given: Partial<Draft>) =>
  aWorkedTicket({ drafts: [{ ...aDraft(given), state: 'proposed' }] });
const why = (given: Partial<Draft>) => {
  const ticket = withDraft(given);
  return readText(whyConfidenceForm(ticket, ticket.drafts[0]!).blocks);
};

test('thumbs stand beside the confidence, with who gave them', () => {
  const rated = afterwards(
    aWorkedTicket(),
    (ticket) => rateDraft(ticket, { draft: 'd1', rating: 'up' }, asksAs.agent(after(3), ana)),
    (ticket) => rateDraft(ticket, { draft: 'd1', rating: 'down' }, asksAs.agent(after(4), ben)),
  );
  expect(show(rated)).toContain(`confidence high · 👍 @${ana} · 👎 @${ben}`);
});

test('a draft somebody may judge has thumbs and a way to the number; an “I don’t know” has none', () => {
  const actions = actionsOf(ticketCard(aWorkedTicket(), settings).blocks);
  expect(actions).toEqual(expect.arrayContaining(['rate_up', 'rate_down', 'why_confidence']));
  const unknown = actionsOf(ticketCard(withDraft({ outcome: 'unknown', text: '' }), settings).blocks);
  expect(unknown).not.toContain('rate_up');
});

test('a ticket for the Escalation Manager says why, in one line, until somebody has it', () => {
  const draft = aDraft({ confidence: 0.42 });
  const unsure = afterwards(withDraft({ confidence: 0.42 }), (ticket) => ({
    events: routeByDraft(ticket, draft, settings.automation.confidence, asksAs.desk(after(3))),
  }));
  expect(show(unsure)).toContain('🔎 For the Escalation Manager: not sure enough (low)');
  expect(show(unsure)).not.toContain('read it closely');
  const taken = afterwards(unsure, (ticket) => claimTicket(ticket, asksAs.agent(after(4))));
  expect(show(taken)).not.toContain('🔎');
  expect(show(taken)).toContain('read it closely');
});

test('the card says which engine answered when another should have', () => {
  const text = show(withDraft({ insteadOf: 'Claude did not answer (rate limit)' }));
  expect(text).toContain('Claude did not answer (rate limit): offline engine');
});

test('behind the word stand the number, what it was learned from, the guards, the mind and its price', () => {
  const finding = { guard: 'links', effect: 'weakens', reason: 'A link was left out' } as const;
  const text = why({
    confidence: 0.82,
    rawConfidence: 0.64,
    outcomesKnown: 46,
    findings: [finding],
    engine: 'claude',
    model: 'strong-1',
    usage,
  });
  expect(text).toContain('Confidence high: 0.82');
  expect(text).toContain(
    'about 82 in 100 were sent as they were and settled it. Learned from 46 decided drafts',
  );
  expect(text).toContain('0.64, after the guards');
  expect(text).toContain('Weakens it: A link was left out');
  expect(text).toContain('claude (strong-1)');
  expect(text).toContain('resolution-drafter, file 012345abcdef');
  expect(text).toContain('2,000 tokens in (800 from the cache), 310 out, $0.0123');
  expect(text).toContain('error-502#1');
});

test('a number that nothing was learned for says that it is the engine’s own', () => {
  expect(why({ confidence: 0.6, rawConfidence: 0.6, outcomesKnown: 4 })).toContain(
    'The engine’s own number: only 4 drafts had been decided by then.',
  );
});

test('the whole ticket names each mind with persona, engine, model and cost', () => {
  const text = readText(wholeTicketForm(withDraft({ usage }), settings, after(60)).blocks);
  expect(text).toContain('offline (rules-1) · triage-controller abcdef012345');
  expect(text).toContain('resolution-drafter 012345abcdef · 2,000 tokens in');
});
