import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/learning/answerable-features.ts';
import { answerableFeatures, answerableNames } from '../../src/learning/answerable-features.ts';
import { answerability, learnAnswerable } from '../../src/learning/answerable-model.ts';

const hit = (text: string, score: number) => ({ text, score });
const near: Asked = {
  question: 'How do I reset my password?',
  before: [],
  hits: [
    hit('To reset a password, open the sign-in page and press Forgot password.', 0.8),
    hit('Invoices are sent on the first day.', 0.2),
    hit('Orders can be cancelled.', 0.2),
    hit('A shop has owners.', 0.1),
    hit('Reports are weekly.', 0.1),
  ],
};
const far: Asked = {
  question: 'Which brand of candy should this team buy?',
  before: [],
  hits: near.hits.slice(1).map(({ text }) => hit(text, 0.1)),
};

describe('whether the knowledge base holds an answer', () => {
  it('is likelier when a passage is near and alone in being so, before anything was learned', () => {
    expect(answerability(near)).toBeGreaterThan(0.7);
    expect(answerability(far)).toBeLessThan(0.3);
    expect(answerability({ ...near, hits: [] })).toBeLessThan(0.3);
  });

  it('sinks when the question leaves the conversation for something it does not name', () => {
    const before = [
      { from: 'requester' as const, text: 'My printer prints labels twice.' },
      { from: 'desk' as const, text: 'Turn the double print of labels off.' },
    ];
    const follows = { question: 'Does the printer print labels at night?', before };
    const leaves = { question: 'Who plays the detective in the series?', before };
    const hits = [hit('Labels are printed by the printer.', 0.4)];
    expect(answerability({ ...follows, hits })).toBeGreaterThan(answerability({ ...leaves, hits }));
  });

  it('is learned from outcomes, and the same ones teach the same', () => {
    const examples = Array.from({ length: 40 }, (_, at) => ({
      ...(at % 2 === 0 ? near : far),
      wasAnswerable: at % 2 === 1,
    }));
    const model = learnAnswerable(examples);
    expect(answerability(far, model)).toBeGreaterThan(answerability(near, model));
    expect(learnAnswerable(examples)).toEqual(model);
  });

  it('has one number for each thing it looks at, and a likelihood for anything', () => {
    expect(answerableFeatures(near)).toHaveLength(answerableNames.length);
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string()),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (question, texts, score) => {
          const likely = answerability({ question, before: [], hits: texts.map((text) => hit(text, score)) });
          expect(likely).toBeGreaterThan(0);
          expect(likely).toBeLessThan(1);
        },
      ),
    );
  });
});
