import { expect, test } from 'vitest';
import {
  correctTriage,
  discardDraft,
  identifyRequester,
  noteEngineFailure,
  proposeDraft,
  requestDraft,
  triageTicket,
} from '../../../src/domain/ticket/judgement.ts';
import { proposedDraft } from '../../../src/domain/ticket/ticket.ts';
import { afterwards, aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { aDraft, after, asksAs, aTriage, outcomeOf } from '../../support/builders.ts';

const account = { id: 'acme', name: 'Acme', plan: 'enterprise', annualRevenue: 120_000 } as const;

test('who asks is learned once', () => {
  const person = { name: 'Dana', email: 'dana@acme.test', account };
  const ticket = afterwards(aTicket(), (now) => identifyRequester(now, person, asksAs.desk()));
  expect(ticket).toMatchObject({ requesterName: 'Dana', requesterEmail: 'dana@acme.test', account });
  expect(outcomeOf(identifyRequester(ticket, person, asksAs.desk()))).toBe('nothing');
  expect(outcomeOf(identifyRequester(ticket, { name: 'Dana B.' }, asksAs.desk()))).toBe(
    'requester_identified',
  );
});

test('an engine’s judgement stands on the ticket', () => {
  const ticket = afterwards(aTicket(), (now) => triageTicket(now, aTriage(), asksAs.desk()));
  expect(ticket.triage).toMatchObject({ category: 'technical', severity: 'P2', corrections: [] });
});

test('what a person corrected survives the next judgement', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => correctTriage(now, { field: 'severity', to: 'P1' }, asksAs.agent()),
    (now) => triageTicket(now, aTriage({ severity: 'P4', category: 'bug' }), asksAs.desk()),
  );
  expect(ticket.triage).toMatchObject({
    severity: 'P1',
    category: 'bug',
    corrections: [{ field: 'severity', was: 'P2' }],
  });
});

test.each([
  ['to what it is already', { field: 'category', to: 'technical' }, 'nothing'],
  ['to a severity that does not exist', { field: 'severity', to: 'P9' }, 'refused: nothing_to_do'],
  ['to a category that does not exist', { field: 'category', to: 'weather' }, 'refused: nothing_to_do'],
  ['to no queue', { field: 'queue', to: '' }, 'refused: nothing_to_do'],
  ['to another queue', { field: 'queue', to: 'billing' }, 'corrected'],
] as const)('a correction %s gives %s', (_what, correction, outcome) => {
  expect(outcomeOf(correctTriage(aWorkedTicket(), correction, asksAs.agent()))).toBe(outcome);
});

test.each([
  ['P2', 2, 'P1', 4],
  ['P1', 4, 'P2', 2],
  ['P1', 4, 'P3', 2],
  ['P1', 4, 'P4', 1],
  ['P3', 1, 'P2', 1],
  ['P2', 3, 'P4', 3],
] as const)('a %s ticket of tier %i, corrected to %s, is run as tier %i', (severity, tier, to, then) => {
  const ticket = afterwards(
    aTicket(),
    (now) => triageTicket(now, aTriage({ severity, tier }), asksAs.desk()),
    (now) => correctTriage(now, { field: 'severity', to }, asksAs.agent()),
  );
  expect(ticket.triage).toMatchObject({ severity: to, tier: then });
});

test('the next judgement leaves the tier and the severity that a person chose', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => correctTriage(now, { field: 'severity', to: 'P1' }, asksAs.agent(after(5))),
    (now) => triageTicket(now, aTriage({ severity: 'P3', tier: 1 }), asksAs.desk(after(6))),
  );
  expect(ticket).toMatchObject({ triage: { severity: 'P1', tier: 4 } });
});

test('there is nothing to correct before the ticket was judged', () => {
  expect(outcomeOf(correctTriage(aTicket(), { field: 'queue', to: 'billing' }, asksAs.agent()))).toBe(
    'refused: nothing_to_do',
  );
});

test('a new draft takes the place of the one before; the same draft again is none', () => {
  const ticket = afterwards(aWorkedTicket(), (now) =>
    proposeDraft(now, aDraft({ draft: 'd2' }), asksAs.desk()),
  );
  expect(ticket.drafts.map((draft) => draft.state)).toEqual(['outdated', 'proposed']);
  expect(proposedDraft(ticket)?.draft).toBe('d2');
  expect(outcomeOf(proposeDraft(ticket, aDraft({ draft: 'd2' }), asksAs.desk()))).toBe('nothing');
});

test.each(['solved', 'closed'] as const)('nothing is drafted for a %s ticket', (status) => {
  const ticket = aTicket({ status });
  expect(outcomeOf(proposeDraft(ticket, aDraft(), asksAs.desk()))).toBe('refused: closed');
  expect(outcomeOf(requestDraft(ticket, asksAs.agent()))).toBe('refused: closed');
});

test('only the draft on the card can be discarded, and only once', () => {
  const ticket = afterwards(aWorkedTicket(), (now) => discardDraft(now, 'd1', asksAs.agent()));
  expect(proposedDraft(ticket)).toBeUndefined();
  expect(outcomeOf(discardDraft(ticket, 'd1', asksAs.agent()))).toBe('refused: no_draft');
  expect(outcomeOf(discardDraft(aWorkedTicket(), 'd7', asksAs.agent()))).toBe('refused: no_draft');
});

test('while another draft is made the old one cannot be sent', () => {
  expect(
    proposedDraft(afterwards(aWorkedTicket(), (now) => requestDraft(now, asksAs.agent()))),
  ).toBeUndefined();
});

test('a failed engine is noted once and forgotten at the next success', () => {
  const failed = afterwards(aTicket(), (now) => noteEngineFailure(now, 'cannot be reached', asksAs.desk()));
  expect(failed.engineTrouble?.reason).toBe('cannot be reached');
  expect(outcomeOf(noteEngineFailure(failed, 'cannot be reached', asksAs.desk()))).toBe('nothing');
  const judged = afterwards(failed, (now) => triageTicket(now, aTriage(), asksAs.desk()));
  expect(judged.engineTrouble).toBeUndefined();
});
