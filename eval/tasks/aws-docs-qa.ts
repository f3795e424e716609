import { z } from 'zod';
import { passagesOf } from '../../src/import/passages.ts';
import { createSearch } from '../../src/search/desk-search.ts';
import { reciprocalRank, retrievalFigure } from '../retrieval.ts';
import type { Task } from '../task.ts';

const Question = z.object({ question: z.string(), doc: z.string() });
const Page = z.object({ id: z.string(), title: z.string(), text: z.string() });

/** Questions of customers to whole pages of a manual: the page whose passage is found first. */
export const awsDocsQa: Task = {
  set: 'aws-docs-qa',
  title: 'the page that answers a question',
  learns: 'nothing',
  async run(_train, test) {
    const pages = z.array(Page).parse(test.corpus);
    const asked = z
      .array(Question)
      .parse(test.rows)
      .map((row) => ({ row, question: row.question }));
    const search = createSearch();
    const articles = pages.map(({ id, title, text }) => ({
      id,
      title,
      keywords: [],
      passages: [...passagesOf({ id, title }, text)],
    }));
    search.index({ type: 'articles', articles });
    const figure = retrievalFigure('p_at_1', asked, {
      mark: (ids, { doc }) => reciprocalRank(ids, [doc], 1),
      ours: ({ question }) => search.passages(question, 5).map(({ article }) => article),
      simple(index) {
        const find = index(pages);
        return ({ question }) => find(question, 1);
      },
    });
    return [figure];
  },
};
