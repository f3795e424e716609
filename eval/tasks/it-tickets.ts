import { z } from 'zod';
import { textBaselines } from '../baselines/text-baselines.ts';
import type { Row, Task } from '../task.ts';
import { accuracy, macroF1, sortingFigure, taught } from './sorted-texts.ts';

/** Sorting real IT tickets into categories of very uneven size. */
export const itTickets: Task = {
  set: 'it-tickets',
  title: 'the category of real IT tickets',
  async run({ rows: learned }, { rows: asked }) {
    const [train, test] = [learned.map(ticket), asked.map(ticket)];
    const classifier = taught(train);
    const rows = {
      train,
      test,
      say: (text: string) => classifier.judge(text)?.label ?? '',
      baselines: Object.values(textBaselines),
    };
    return [sortingFigure('accuracy', accuracy, rows), sortingFigure('macro_f1', macroF1, rows)];
  },
};

/** The set's categories are numbers without names. */
const Ticket = z.object({ id: z.string(), text: z.string(), category: z.number() });

function ticket(row: Row) {
  const { id, text, category } = Ticket.parse(row);
  return { id, text, label: `#${category}` };
}
