import { expect, test } from 'vitest';
import { textBaselines } from '../../eval/baselines/text-baselines.ts';
import { auc } from '../../eval/tasks/clinc150.ts';
import { accuracy, macroF1 } from '../../eval/tasks/sorted-texts.ts';

test('a rare class counts as much as a frequent one in macro F1, not in accuracy', () => {
  const told = [...Array.from({ length: 9 }, () => ({ label: 'a', said: 'a' })), { label: 'b', said: 'a' }];
  expect(accuracy(told)).toBe(0.9);
  expect(macroF1(told)).toBeCloseTo(18 / 19 / 2);
});

test('the area under the curve is the share of pairs in the right order, a tie being half', () => {
  const scored = [
    { isKnown: true, score: 3 },
    { isKnown: true, score: 1 },
    { isKnown: false, score: 1 },
    { isKnown: false, score: 0 },
  ];
  expect(auc(scored)).toBe(3.5 / 4);
});

test('every simple method learns what is plain to see', () => {
  const examples = ['one', 'two', 'three', 'four'].flatMap((word) => [
    { text: `the invoice number ${word} is wrong`, label: 'billing' },
    { text: `the app page ${word} crashes`, label: 'bug' },
    { text: `the app tab ${word} crashes`, label: 'bug' },
  ]);
  for (const { name, train } of Object.values(textBaselines)) {
    const guess = train(examples);
    const said = ['wrong invoice', 'the page crashes'].map((text) => guess(text).label);
    expect([name, ...said]).toEqual([name, name === 'majority' ? 'bug' : 'billing', 'bug']);
  }
});
