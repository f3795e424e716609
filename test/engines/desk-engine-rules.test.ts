import { expect, test } from 'vitest';
import { heldByRules } from '../../src/engines/desk-engine-rules.ts';
import { aTriage } from '../support/builders.ts';
import { triageFacts } from '../support/claude-facts.ts';

const { at: _at, engine: _engine, model: _model, persona: _persona, ...sorted } = aTriage();
const facts = triageFacts({ precedents: [] });
const rules = {
  ...sorted,
  severity: 'P2' as const,
  queue: 'technical',
  severityReasons: ['checkout is down'],
};

test.each([
  ['P1', 'P1'],
  ['P2', 'P2'],
  ['P3', 'P3'],
  ['P4', 'P3'],
] as const)('where the rules find P2, %s becomes %s', (said, held) => {
  expect(heldByRules({ ...sorted, severity: said }, rules, facts).severity).toBe(held);
});

test('a queue that takes such tickets stays', () => {
  expect(heldByRules({ ...sorted, queue: 'general' }, rules, facts).queue).toBe('general');
});

test('a queue whose conditions shut the ticket out gives way to the one that takes it', () => {
  const held = heldByRules({ ...sorted, category: 'technical', queue: 'billing' }, rules, facts);
  expect(held).toMatchObject({
    queue: 'technical',
    reasons: { queue: 'the rules of the queues send it to technical' },
  });
});

test('a queue people corrected such a ticket to takes it all the same', () => {
  const [precedent] = triageFacts().precedents;
  const corrected = { ...facts, precedents: [{ ...precedent!, queue: 'billing' }] };
  expect(heldByRules({ ...sorted, queue: 'billing' }, rules, corrected).queue).toBe('billing');
  const { correctedBy: _by, ...unnamed } = precedent!;
  const confirmed = { ...facts, precedents: [{ ...unnamed, queue: 'billing' }] };
  expect(heldByRules({ ...sorted, queue: 'billing' }, rules, confirmed).queue).toBe('technical');
});

test('a war room is for P1 alone', () => {
  expect(heldByRules({ ...sorted, severity: 'P2', tier: 4 }, rules, facts).tier).toBe(3);
  expect(heldByRules({ ...sorted, severity: 'P1', tier: 4 }, rules, facts).tier).toBe(4);
});

test('a jump above the rules is told and counts as unsure', () => {
  const held = heldByRules(
    { ...sorted, severity: 'P1', confidence: 0.95 },
    { ...rules, severity: 'P3' },
    facts,
  );
  expect(held).toMatchObject({ severity: 'P1', confidence: 0.5 });
  expect(held.severityReasons).toContain('the rules alone would say P3');
});
