import { z } from 'zod';
import { createTextClassifier, type TextClassifier } from '../../src/learning/text-classifier.ts';
import type { Labelled, TextBaseline } from '../baselines/text-baseline.ts';
import { interval } from '../random.ts';
import type { Figure, Row } from '../task.ts';

const LabelledRow = z.object({ id: z.string(), text: z.string(), label: z.string() });
export type LabelledRow = z.infer<typeof LabelledRow>;

export function labelledRows(rows: readonly Row[]): readonly LabelledRow[] {
  return rows.map((row) => LabelledRow.parse(row));
}

/** A classifier that has learned these rows, one by one as tickets arrive. Rows without a label belong to no class. */
export function taught(rows: readonly { id: string; text: string; label?: string }[]): TextClassifier {
  const classifier = createTextClassifier();
  for (const row of rows) classifier.learn(row);
  classifier.settle();
  return classifier;
}

export type Verdict = { readonly label: string; readonly said: string };

/** What is said of each row. */
export function verdicts(rows: readonly Labelled[], say: (text: string) => string): readonly Verdict[] {
  return rows.map(({ text, label }) => ({ label, said: say(text) }));
}

/** Share of rows whose label was said. */
export function accuracy(told: readonly Verdict[]): number {
  return told.filter(({ label, said }) => label === said).length / Math.max(1, told.length);
}

/** F1 of each class, all classes alike. */
export function macroF1(told: readonly Verdict[]): number {
  const classes = [...new Set(told.map(({ label }) => label))];
  const each = classes.map((one) => {
    const hits = told.filter(({ label, said }) => label === one && said === one).length;
    const named = told.filter(({ said }) => said === one).length;
    const there = told.filter(({ label }) => label === one).length;
    return (2 * hits) / (named + there);
  });
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
}

/** A figure of ours beside what the simple methods reach on the same rows. */
export function sortingFigure(
  metric: string,
  measure: (told: readonly Verdict[]) => number,
  {
    train,
    test,
    say,
    baselines,
  }: {
    readonly train: readonly Labelled[];
    readonly test: readonly Labelled[];
    readonly say: (text: string) => string;
    readonly baselines: readonly TextBaseline[];
  },
): Figure {
  const told = verdicts(test, say);
  return {
    metric,
    value: measure(told),
    interval: interval(told, measure),
    baselines: baselines.map(({ name, train: learn }) => {
      const guess = learn(train);
      return { name, value: measure(verdicts(test, (text) => guess(text).label)) };
    }),
  };
}
