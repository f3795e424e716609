import { z } from 'zod';
import { ndcg, retrievalFigure, searchOver } from '../retrieval.ts';
import type { Task } from '../task.ts';

const Turn = z.object({ speaker: z.string(), text: z.string() });
const Conversation = z.object({
  collection: z.string(),
  question: z.string(),
  history: z.array(Turn),
  passages: z.array(z.string()),
});
const Text = z.object({ id: z.string(), collection: z.string(), text: z.string() });

/** The last turn of a conversation that has an answer in its collection. The simple ways get the turn before it too. */
export const multiturnRagSearch: Task = {
  set: 'multiturn-rag',
  title: 'passages that answer the last turn of a conversation',
  learns: 'nothing',
  async run(_train, test) {
    const texts = z.array(Text).parse(test.corpus);
    const rows = z
      .array(Conversation)
      .parse(test.rows)
      .filter(({ passages }) => passages.length > 0);
    const asked = rows.map((row) => {
      const before = row.history.findLast(({ speaker }) => speaker === 'user')?.text ?? '';
      return { row, question: `${row.question} ${before}` };
    });
    const figure = retrievalFigure('ndcg_at_5', asked, {
      mark: (ids, row) => ndcg(ids, row.passages, 5),
      ours: oursIn(texts),
      simple(index) {
        const find = perCollection(texts, (own) => index(own));
        return ({ row, question }) => find(row.collection)(question, 5);
      },
    });
    return [figure];
  },
};

type Texts = readonly z.infer<typeof Text>[];

function oursIn(texts: Texts): (row: z.infer<typeof Conversation>) => readonly string[] {
  const searchIn = perCollection(texts, searchOver);
  return ({ collection, question, history }) => {
    const before = history.map(({ speaker, text }) => ({
      from: speaker === 'user' ? ('requester' as const) : ('desk' as const),
      text,
    }));
    const hits = searchIn(collection).passages({ text: question, before }, 5);
    return hits.map(({ id }) => id);
  };
}

type Titled = { readonly id: string; readonly title: string; readonly text: string };

/** One index per collection, made when it is first asked. */
function perCollection<T>(texts: Texts, make: (own: readonly Titled[]) => T): (collection: string) => T {
  const made = new Map<string, T>();
  return (collection) => {
    const known = made.get(collection);
    if (known !== undefined) return known;
    const own = texts.filter((text) => text.collection === collection);
    const fresh = make(own.map(({ id, text }) => ({ id, title: '', text })));
    made.set(collection, fresh);
    return fresh;
  };
}
