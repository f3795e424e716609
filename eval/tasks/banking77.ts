import { textBaselines } from '../baselines/text-baselines.ts';
import { randomFrom, shuffled } from '../random.ts';
import type { Figure, Task } from '../task.ts';
import { accuracy, type LabelledRow, labelledRows, sortingFigure, taught } from './sorted-texts.ts';

/** Sorting short questions into 77 intents: with all labels, and with ten of each. */
export const banking77: Task = {
  set: 'banking77',
  title: 'sorting into 77 intents, with all labels and with ten of each',
  async run({ rows: learned }, { rows: asked }) {
    const [train, test] = [labelledRows(learned), labelledRows(asked)];
    const classifier = taught(train);
    const whole = sortingFigure('accuracy', accuracy, {
      train,
      test,
      say: (text) => classifier.judge(text)?.label ?? '',
      baselines: Object.values(textBaselines),
    });
    return [whole, fewLabels(train, test)];
  },
};

const { nearest, bayes, words, wordsAndLetters } = textBaselines;

/** The mean over five draws of ten examples per class. No other text of the set is looked at. */
function fewLabels(train: readonly LabelledRow[], test: readonly LabelledRow[]): Figure {
  const draws = [1, 2, 3, 4, 5].map((seed) => {
    const few = tenOfEach(train, seed);
    const classifier = taught(few);
    return sortingFigure('accuracy_10_per_class', accuracy, {
      train: few,
      test,
      say: (text) => classifier.judge(text)?.label ?? '',
      baselines: [nearest, bayes, words, wordsAndLetters],
    });
  });
  const mean = (of: (figure: Figure) => number) =>
    draws.reduce((sum, draw) => sum + of(draw), 0) / draws.length;
  return {
    metric: 'accuracy_10_per_class',
    value: mean(({ value }) => value),
    interval: [mean(({ interval: [low] = [0, 0] }) => low), mean(({ interval: [, high] = [0, 0] }) => high)],
    baselines: (draws[0]?.baselines ?? []).map(({ name }, at) => ({
      name,
      value: mean(({ baselines }) => baselines[at]?.value ?? 0),
    })),
  };
}

function tenOfEach(rows: readonly LabelledRow[], seed: number): readonly LabelledRow[] {
  const taken = new Map<string, number>();
  return shuffled(rows, randomFrom(seed)).filter(({ label }) => {
    const count = taken.get(label) ?? 0;
    taken.set(label, count + 1);
    return count < 10;
  });
}
