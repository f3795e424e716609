import { z } from 'zod';
import { reciprocalRank, retrievalFigure, searchOver } from '../retrieval.ts';
import type { Task } from '../task.ts';

const Question = z.object({ question: z.string(), chunks: z.array(z.string()) });
const Chunk = z.object({ id: z.string(), title: z.string(), text: z.string() });

/** Questions to sections of a manual that answer each other's neighbours' questions nearly as well. */
export const claudeDocsQa: Task = {
  set: 'claude-docs-qa',
  title: 'the sections that answer a question',
  learns: 'nothing',
  async run(_train, test) {
    // Each text begins with its title.
    const chunks = z
      .array(Chunk)
      .parse(test.corpus)
      .map(({ id, title, text }) => ({
        id,
        title,
        text: text.startsWith(title) ? text.slice(title.length) : text,
      }));
    const asked = z
      .array(Question)
      .parse(test.rows)
      .map((row) => ({ row, question: row.question }));
    const search = searchOver(chunks);
    const figure = retrievalFigure('mrr_at_3', asked, {
      mark: (ids, row) => reciprocalRank(ids, row.chunks, 3),
      ours: ({ question }) => search.passages(question, 3).map(({ id }) => id),
      simple(index) {
        const find = index(chunks);
        return ({ question }) => find(question, 3);
      },
    });
    return [figure];
  },
};
