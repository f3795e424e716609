import type { TextClassifier } from '../../src/learning/text-classifier.ts';
import { textBaselines } from '../baselines/text-baselines.ts';
import { interval } from '../random.ts';
import type { Figure, Task } from '../task.ts';
import { accuracy, type LabelledRow, labelledRows, sortingFigure, taught } from './sorted-texts.ts';

/**
 * Sorting requests into 150 intents, and telling those that belong to none. The few rows that are out of scope among
 * those to learn from teach what is a stranger; the simple methods, which cannot use them, learn the others.
 */
export const clinc150: Task = {
  set: 'clinc150',
  title: 'sorting into 150 intents and knowing what is none of them',
  async run({ rows: learned }, { rows: asked }) {
    const [train, test] = [labelledRows(learned), labelledRows(asked)];
    const classifier = taught(train.map(({ label, ...row }) => (label === 'oos' ? row : { ...row, label })));
    const known = train.filter(({ label }) => label !== 'oos');
    const inScope = sortingFigure('accuracy_in_scope', accuracy, {
      train: known,
      test: test.filter(({ label }) => label !== 'oos'),
      say: (text) => classifier.judge(text)?.label ?? '',
      baselines: [nearest, bayes, words, wordsAndLetters],
    });
    return [inScope, outOfScope(classifier, known, test)];
  },
};

const { nearest, bayes, words, wordsAndLetters } = textBaselines;

type Scored = { readonly isKnown: boolean; readonly score: number };

function outOfScope(
  classifier: TextClassifier,
  known: readonly LabelledRow[],
  test: readonly LabelledRow[],
): Figure {
  const scored = (say: (text: string) => number): readonly Scored[] =>
    test.map(({ text, label }) => ({ isKnown: label !== 'oos', score: say(text) }));
  const ours = scored((text) => classifier.judge(text)?.inScope ?? 0);
  return {
    metric: 'oos_auc',
    value: auc(ours),
    interval: interval(ours, auc),
    baselines: [wordsAndLetters].map(({ name, train }) => {
      const guess = train(known);
      return { name: `${name}, highest score`, value: auc(scored((text) => guess(text).score)) };
    }),
  };
}

/** How often a known row scores above a stranger; equal scores count half. */
export function auc(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((one, other) => one.score - other.score);
  const known = sorted.filter(({ isKnown }) => isKnown).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    const middle = (from + to + 1) / 2;
    for (let at = from; at < to; at++) if (sorted[at]?.isKnown) ranks += middle;
    from = to;
  }
  return (ranks - (known * (known + 1)) / 2) / Math.max(1, known * (sorted.length - known));
}
