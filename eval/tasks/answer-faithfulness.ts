import { z } from 'zod';
import { supportOf } from '../../src/domain/safety/support-of.ts';
import { faithfulnessBaselines } from '../baselines/faithfulness-baselines.ts';
import { interval } from '../random.ts';
import type { Task } from '../task.ts';
import { auc } from './clinc150.ts';

const Rated = z.object({
  question: z.string(),
  history: z.array(z.object({ text: z.string() })),
  passages: z.array(z.string()),
  response: z.string(),
  faithfulness: z.number(),
});
type Rated = z.infer<typeof Rated>;

/** Three people gave 1–4 each; below this mean at least one of them found something that no passage says. */
const faithful = 3.5;

/** Answers that people found unfaithful to their passages get less support than the others. */
export const answerFaithfulness: Task = {
  set: 'answer-faithfulness',
  title: 'telling answers that say more than their passages',
  learns: 'nothing',
  async run(_train, test) {
    const rows = z.array(Rated).parse(test.rows);
    const scored = (score: (row: Rated) => number) =>
      rows.map((row) => ({ score: score(row), isKnown: row.faithfulness >= faithful }));
    const ours = scored(({ response, passages, question, history }) =>
      supportOf(response, {
        sources: passages,
        conversation: [...history.map(({ text }) => text), question].join('\n'),
      }),
    );
    return [
      {
        metric: 'auc',
        value: auc(ours),
        interval: interval(ours, auc),
        baselines: faithfulnessBaselines.map(({ name, score }) => ({
          name,
          value: auc(scored(({ response, passages }) => score(response, passages))),
        })),
      },
    ];
  },
};
