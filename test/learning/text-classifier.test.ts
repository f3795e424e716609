import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextClassifier, type TextClassifier } from '../../src/learning/text-classifier.ts';
import { ticketTexts } from './support-tickets.ts';

const three = ['billing', 'bug', 'account'] as const;

function taught(ofEach: number): TextClassifier {
  const classifier = createTextClassifier();
  for (const label of three) {
    for (const [at, text] of ticketTexts(label, ofEach).entries()) {
      classifier.learn({ id: `${label}-${at}`, text, label });
    }
  }
  return classifier;
}

test('ten examples of each class are enough to sort new ones', () => {
  const classifier = taught(10);
  const fresh = three.flatMap((label) => ticketTexts(label, 8, 10).map((text) => ({ label, text })));
  const right = fresh.filter(({ label, text }) => classifier.judge(text)?.label === label);
  expect(right.length).toBeGreaterThanOrEqual(fresh.length - 1);
});

test('one class alone is no choice, so there is no judgement', () => {
  const classifier = createTextClassifier();
  classifier.learn({ id: 'a', text: 'The invoice is wrong', label: 'billing' });
  classifier.learn({ id: 'b', text: 'Another invoice is wrong', label: 'billing' });
  expect(classifier.judge('The invoice is wrong')).toBeUndefined();
});

test('a text of which nothing is known is out of scope, a familiar one is not', () => {
  const classifier = taught(12);
  expect(classifier.judge('Der Zug nach Köln fährt heute später')?.inScope).toBeLessThan(0.5);
  expect(classifier.judge('The invoice for April is higher than agreed')?.inScope).toBeGreaterThan(0.5);
});

test('examples that belong to no class teach what is out of scope', () => {
  const asked = 'What shall we have for lunch in the office';
  const before = taught(12).judge(asked)?.inScope ?? 0;
  const classifier = taught(12);
  for (const [at, meal] of ['soup', 'pizza', 'salad', 'noodles'].entries()) {
    classifier.learn({ id: `none-${at}`, text: `Shall we have ${meal} for lunch in the office` });
  }
  expect(classifier.judge(asked)?.inScope).toBeLessThan(before);
  expect([...(classifier.judge(asked)?.scores.keys() ?? [])].sort()).toEqual([...three].sort());
});

test('the same examples in another order give the same judgement once settled', () => {
  const examples = three.flatMap((label) =>
    ticketTexts(label, 10).map((text, at) => ({ id: `${label}-${at}`, text, label })),
  );
  const judgedAfter = (order: readonly (typeof examples)[number][]) => {
    const classifier = createTextClassifier();
    for (const example of order) classifier.learn(example);
    classifier.settle();
    return classifier.judge('The bill was taken twice');
  };
  const expected = judgedAfter(examples);
  fc.assert(
    fc.property(fc.shuffledSubarray(examples, { minLength: examples.length }), (order) => {
      expect(judgedAfter(order)).toEqual(expected);
    }),
    { numRuns: 8 },
  );
});

test('what is forgotten leaves the same judgement as if it had never been learned', () => {
  const without = taught(10);
  const classifier = taught(10);
  classifier.learn({ id: 'extra', text: 'The zebra stripes of the chart are missing', label: 'billing' });
  classifier.judge('zebra');
  classifier.forget('extra');
  classifier.settle();
  without.settle();
  expect(classifier.judge('zebra stripes')).toEqual(without.judge('zebra stripes'));
  expect(classifier.seen('billing')).toBe(10);
});

test('a forgotten example counts no more at once, even among many', () => {
  const classifier = taught(60);
  classifier.settle();
  const before = classifier.judge('zebra stripes')?.scores.get('billing') ?? 0;
  classifier.learn({ id: 'extra', text: 'zebra stripes zebra', label: 'billing', weight: 3 });
  expect(classifier.judge('zebra stripes')?.scores.get('billing')).toBeGreaterThan(before + 0.2);
  classifier.forget('extra');
  expect(classifier.judge('zebra stripes')?.scores.get('billing')).toBeCloseTo(before, 2);
});

test('an example learned again with another label replaces the first', () => {
  const classifier = taught(10);
  classifier.learn({ id: 'x', text: 'The purple widget squeaks', label: 'billing' });
  classifier.learn({ id: 'x', text: 'The purple widget squeaks', label: 'bug' });
  expect(classifier.judge('The purple widget squeaks again')).toMatchObject({ label: 'bug', like: 'x' });
  expect([classifier.seen('billing'), classifier.seen('bug')]).toEqual([10, 11]);
});

test('a class that appears late is known from its first example on', () => {
  const classifier = taught(60);
  classifier.settle();
  classifier.learn({ id: 'new', text: 'Please add a dark theme to the product', label: 'feature_request' });
  expect(classifier.judge('Please add a dark theme')?.label).toBe('feature_request');
});

test('an example does not speak for itself when it is left out', () => {
  const classifier = taught(10);
  classifier.learn({ id: 'odd', text: 'The marmalade quartz is humming', label: 'account', weight: 3 });
  const [with_, without] = [undefined, 'odd'].map(
    (id) => classifier.judge('The marmalade quartz is humming', id)?.scores.get('account') ?? 0,
  );
  expect(without).toBeLessThan((with_ ?? 0) - 0.3);
  expect(classifier.judge('The marmalade quartz is humming', 'odd')?.like).not.toBe('odd');
});

test('settling in small pieces ends where settling at once ends', () => {
  const [pieces, whole] = [taught(20), taught(20)];
  while (!pieces.settle(7));
  whole.settle();
  expect(pieces.judge('My bill was taken twice')).toEqual(whole.judge('My bill was taken twice'));
});

test('confidence is high where new examples are judged rightly, and low for a coin toss', () => {
  const classifier = taught(20);
  const clear = classifier.judge('The invoice for April shows the wrong tax')?.confidence ?? 0;
  const torn = classifier.judge('The invoice page crashes')?.confidence ?? 1;
  expect(clear).toBeGreaterThan(0.9);
  expect(torn).toBeLessThan(clear);
  const tossed = createTextClassifier();
  for (const [at, text] of ticketTexts('bug', 40).entries()) {
    tossed.learn({ id: `${at}-heads`, text, label: 'heads' });
    tossed.learn({ id: `${at}-tails`, text, label: 'tails' });
  }
  tossed.settle();
  expect(tossed.judge('The chart page freezes')?.confidence).toBeLessThan(0.7);
});

test.each([
  ['nothing', ''],
  ['signs alone', '!!! ??? --- …'],
  ['emoji', '🔥🔥🔥 💸 👩‍👩‍👧‍👦'],
  ['Japanese', '請求書の金額が間違っています'],
  ['Arabic', 'الفاتورة غير صحيحة'],
  ['half a character', '\ud83d invoice \udc00'],
  ['control characters', 'invoice\u0000\u0007\u202ebilling'],
  ['one endless word', 'a'.repeat(2_000_000)],
  ['endless words', 'invoice crash '.repeat(200_000)],
  ['names of an object', '__proto__ constructor toString hasOwnProperty'],
])('%s is read like any text', (_, text) => {
  const classifier = taught(5);
  classifier.learn({ id: '__proto__', text, label: 'constructor' });
  const judged = classifier.judge(text);
  expect(judged?.confidence).toBeGreaterThanOrEqual(0);
  expect(judged?.confidence).toBeLessThanOrEqual(1);
  expect(judged?.inScope).toBeGreaterThanOrEqual(0);
  classifier.forget('__proto__');
  expect(classifier.judge('The invoice for April is missing')?.label).toBe('billing');
});
