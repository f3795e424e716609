import { z } from 'zod';
import { reciprocalRank, retrievalFigure, searchOver } from '../retrieval.ts';
import type { Task } from '../task.ts';

const Paraphrase = z.object({ faq: z.string(), question: z.string(), text: z.string() });

/** Questions asked in other words: an easy check that short texts are found as well. */
export const faqParaphrases: Task = {
  set: 'faq-paraphrases',
  title: 'the question that was asked in other words',
  learns: 'nothing',
  async run(_train, test) {
    const rows = z.array(Paraphrase).parse(test.rows);
    const known = new Map(rows.map(({ faq, question }) => [faq, question]));
    const texts = [...known].map(([id, text]) => ({ id, title: '', text }));
    const asked = rows.map((row) => ({ row, question: row.text }));
    const search = searchOver(texts);
    const figure = retrievalFigure('p_at_1', asked, {
      mark: (ids, { faq }) => reciprocalRank(ids, [faq], 1),
      ours: ({ text }) => search.passages(text, 1).map(({ id }) => id),
      simple(index) {
        const find = index(texts);
        return ({ question }) => find(question, 1);
      },
    });
    return [figure];
  },
};
