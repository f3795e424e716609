import { z } from 'zod';
import type { Asked } from '../../src/learning/answerable-features.ts';
import { answerability, learnAnswerable } from '../../src/learning/answerable-model.ts';
import { answerableSigns } from '../baselines/answerable-baselines.ts';
import { interval } from '../random.ts';
import { searchOver } from '../retrieval.ts';
import type { Row, Task } from '../task.ts';
import { auc } from './clinc150.ts';

const Conversation = z.object({
  collection: z.string(),
  answerability: z.enum(['ANSWERABLE', 'PARTIAL', 'UNANSWERABLE', 'UNDERSPECIFIED']),
  question: z.string(),
  history: z.array(z.object({ speaker: z.string(), text: z.string() })),
});
type Conversation = z.infer<typeof Conversation>;
const Text = z.object({ id: z.string(), collection: z.string(), text: z.string() });
type Text = z.infer<typeof Text>;

/** Is there an answer in the collection, whole or in part? Questions without one and such as say too little are the others. */
export const multiturnRagAnswerable: Task = {
  set: 'multiturn-rag',
  title: 'knowing when the knowledge base holds no answer',
  async run(train, test) {
    const learned = conversations(train.rows);
    const asked = askedIn(z.array(Text).parse(train.corpus));
    const model = learnAnswerable(
      learned.map((row) => ({ ...asked(row), wasAnswerable: isAnswerable(row) })),
    );
    const texts = z.array(Text).parse(test.corpus);
    const askedNow = askedIn(texts);
    const rows = conversations(test.rows);
    const scored = (score: (row: Conversation) => number) =>
      rows.map((row) => ({ score: score(row), isKnown: isAnswerable(row) }));
    const questions = new Map(rows.map((row) => [row, askedNow(row)]));
    const ours = scored((row) => answerability(questions.get(row) ?? askedNow(row), model));
    const cold = scored((row) => answerability(questions.get(row) ?? askedNow(row)));
    const signs = perCollection(texts, answerableSigns);
    const names = answerableSigns([]).map(({ name }) => name);
    return [
      {
        metric: 'answerable_auc',
        value: auc(ours),
        interval: interval(ours, auc),
        baselines: [
          ...names.map((name, at) => ({
            name,
            value: auc(scored(({ collection, question }) => signs(collection)[at]?.score(question) ?? 0)),
          })),
          { name: 'ours before it has learned', value: auc(cold) },
        ],
      },
    ];
  },
};

function conversations(rows: readonly Row[]): readonly Conversation[] {
  return z.array(Conversation).parse(rows);
}

function isAnswerable({ answerability: label }: Conversation): boolean {
  return label === 'ANSWERABLE' || label === 'PARTIAL';
}

/** A row as the product would see it, with what its own search finds. */
function askedIn(texts: readonly Text[]): (row: Conversation) => Asked {
  const searchIn = perCollection(texts, searchOver);
  return ({ collection, question, history }) => {
    const before = history.map(({ speaker, text }) => ({
      from: speaker === 'user' ? ('requester' as const) : ('desk' as const),
      text,
    }));
    return { question, before, hits: searchIn(collection).passages({ text: question, before }, 8) };
  };
}

function perCollection<T>(
  texts: readonly Text[],
  make: (own: readonly { id: string; title: string; text: string }[]) => T,
): (collection: string) => T {
  const made = new Map<string, T>();
  return (collection) => {
    const own = texts.filter((text) => text.collection === collection);
    const fresh = made.get(collection) ?? make(own.map(({ id, text }) => ({ id, title: '', text })));
    made.set(collection, fresh);
    return fresh;
  };
}
