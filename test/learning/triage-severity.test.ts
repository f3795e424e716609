import { expect, test } from 'vitest';
import { middleValue } from '../../src/learning/triage-severity.ts';

const values = ['P1', 'P2', 'P3', 'P4'];
const judged = (scores: Record<string, number>) => {
  const label = Object.entries(scores).sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
  return { label, confidence: 0.8, margin: 0, inScope: 1, scores: new Map(Object.entries(scores)) };
};

test('a clear severity stays, with its confidence', () => {
  expect(middleValue(judged({ P1: 1, P2: -1, P3: -1, P4: -1 }), values)).toEqual({
    value: 'P1',
    confidence: 0.8,
  });
});

test('torn between P1 and P3, the middle is P2 and less sure', () => {
  const { value, confidence } = middleValue(judged({ P1: 0.41, P2: 0.1, P3: 0.4, P4: -2 }), values);
  expect(value).toBe('P2');
  expect(confidence).toBeLessThan(0.8);
});

test('a severity that was never seen is never chosen', () => {
  expect(middleValue(judged({ P1: 0.4, P4: 0.39 }), values).value).toBe('P1');
});
