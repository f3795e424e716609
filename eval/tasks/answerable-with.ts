import { z } from 'zod';
import { runDrafting } from '../../src/agents/run-agent.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { createExperience } from '../../src/learning/experience.ts';
import type { Engine, Search } from '../../src/ports.ts';
import { sampleOf, shippedPersona } from '../engine-sample.ts';
import { interval } from '../random.ts';
import { searchOver } from '../retrieval.ts';
import type { Figure, Task } from '../task.ts';

const Turn = z.object({ speaker: z.string(), text: z.string() });
const Row = z.object({
  collection: z.string(),
  answerability: z.string(),
  question: z.string(),
  history: z.array(Turn),
});
const Text = z.object({ id: z.string(), collection: z.string(), text: z.string() });

type Drafted = { readonly isAnswerable: boolean; readonly isAnswered: boolean; readonly blocked: boolean };

/** The offline engine's drafts on the whole set. */
export const answerableDrafts: Task = answerableWith(createOfflineEngine(), Number.POSITIVE_INFINITY);

/** Whether an engine drafts where an answer stands in the collection, and says "I don't know" where none does. */
export function answerableWith(engine: Engine, limit: number): Task {
  return {
    set: 'multiturn-rag',
    title: 'drafts where there is an answer, “I don’t know” where there is none',
    learns: 'nothing',
    async run(_train, test) {
      const persona = await shippedPersona('drafting');
      const texts = z
        .array(Text)
        .parse(test.corpus)
        .map((text) => ({ ...text, title: '' }));
      const experience = createExperience();
      const made = new Map<string, Search>();
      const searchIn = (collection: string) => {
        const known =
          made.get(collection) ?? searchOver(texts.filter((text) => text.collection === collection));
        made.set(collection, known);
        return known;
      };
      const drafted: Drafted[] = [];
      for (const row of sampleOf(
        test.rows.map((each) => Row.parse(each)),
        limit,
      )) {
        const turns = row.history.map(({ speaker, text }) => ({
          from: speaker === 'user' ? ('requester' as const) : ('desk' as const),
          text,
        }));
        const query = { text: row.question, before: turns };
        const passages = searchIn(row.collection).passages(query, 8);
        const run = await runDrafting(engine, persona, {
          ticket: 'T-1',
          deskName: 'the desk',
          conversation: [...turns, { from: 'requester', text: row.question }],
          requester: { name: '', earlierTickets: 1 },
          triage: plainTriage,
          passages,
          answerable: experience.answerable(query, passages),
          resolutions: [],
        });
        drafted.push({
          isAnswerable: row.answerability === 'ANSWERABLE' || row.answerability === 'PARTIAL',
          isAnswered: run.answer.outcome === 'answer',
          blocked: run.blocked,
        });
      }
      return [
        share(
          'answered_when_answerable',
          drafted.filter(({ isAnswerable }) => isAnswerable),
          ({ isAnswered }) => isAnswered,
        ),
        share(
          'unknown_when_right',
          drafted.filter(({ isAnswerable }) => !isAnswerable),
          ({ isAnswered }) => !isAnswered,
        ),
        share('draft_blocked', drafted, ({ blocked }) => blocked),
      ];
    },
  };
}

const plainTriage = {
  category: 'technical',
  severity: 'P3',
  sentiment: 'neutral',
  frustration: 0,
  productArea: 'product',
  language: 'en',
} as const;

function share(metric: string, rows: readonly Drafted[], holds: (row: Drafted) => boolean): Figure {
  const mean = (sample: readonly Drafted[]) => sample.filter(holds).length / Math.max(1, sample.length);
  return { metric, value: mean(rows), interval: interval(rows, mean), baselines: [] };
}
