import { expect, test } from 'vitest';
import { mergeWords } from '../../src/cards/team/merge-words.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { aWorkedTicket } from '../support/a-ticket.ts';
import { after, ana, settings, ten } from '../support/builders.ts';

const calm = aWorkedTicket({ id: 'T-64' });
const graver: Ticket = {
  ...calm,
  ...(calm.triage ? { triage: { ...calm.triage, severity: 'P1' } } : {}),
  policies: (calm.policies ?? []).map((each) => ({ ...each, facts: { ...each.facts, severity: 'P1' } })),
};
const anas: Ticket = { ...calm, assignee: { person: ana, at: ten } };
const view = { settings, now: after(5), name: 'Ana' };

test('a merge that changes neither severity nor who has the ticket is not spoken of', () => {
  expect(mergeWords(calm, calm, view)).toBeUndefined();
});

test('a graver severity is named with what is due next by it and who has it', () => {
  const words = 'T-64 becomes P1, first answer due 11:15 (Europe/Berlin), and';
  expect(mergeWords(anas, { ...graver, assignee: anas.assignee }, view)).toBe(`${words} stays with Ana.`);
  expect(mergeWords(calm, { ...graver, assignee: anas.assignee }, view)).toBe(`${words} goes to Ana.`);
  expect(mergeWords(calm, graver, { ...view, name: undefined })).toBe(`${words} nobody has it yet.`);
});

test('who takes it on is named also when the severity stays', () => {
  expect(mergeWords(calm, anas, view)).toBe('T-64 goes to Ana.');
});
