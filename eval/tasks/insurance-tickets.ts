import { textBaselines } from '../baselines/text-baselines.ts';
import type { Task } from '../task.ts';
import { accuracy, labelledRows, sortingFigure, taught } from './sorted-texts.ts';

/** Sorting support tickets into 10 categories with some seven examples of each. */
export const insuranceTickets: Task = {
  set: 'insurance-tickets',
  title: 'sorting support tickets into 10 categories with few labels',
  async run({ rows: learned }, { rows: asked }) {
    const [train, test] = [labelledRows(learned), labelledRows(asked)];
    const classifier = taught(train);
    return [
      sortingFigure('accuracy', accuracy, {
        train,
        test,
        say: (text) => classifier.judge(text)?.label ?? '',
        baselines: Object.values(textBaselines),
      }),
    ];
  },
};
