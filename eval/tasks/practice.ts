import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { Engine } from '../../src/ports.ts';
import { answerKey, type Key, saysWhatItMust } from '../practice/answer-key.ts';
import { type Judged, judgePastTickets } from '../practice/practice-desk.ts';
import { interval } from '../random.ts';
import type { Figure, Task } from '../task.ts';

/** The practice desk's 60 past tickets, each judged with the other 59 and the help pages, as in the product. */
export const practice: Task = practiceWith(createOfflineEngine());

/** The same with another engine; `limit` bounds what a paid one costs. */
export function practiceWith(engine: Engine, limit?: number): Task {
  return {
    set: 'practice',
    title: 'the practice desk, each ticket left out once',
    learns: 'own',
    async run() {
      const judged = await judgePastTickets(engine, limit);
      const drafts = judged.map((each) => ({ ...each, key: keyOf(each) }));
      const answerable = drafts.filter(({ key }) => key.expect === 'answer');
      const unanswerable = drafts.filter(({ key }) => key.expect === 'none');
      const commonest = (field: 'category' | 'severity') => {
        const values = judged.map(({ past }) => past[field]);
        return (
          Math.max(...values.map((value) => values.filter((each) => each === value).length)) / values.length
        );
      };
      return [
        {
          ...share(
            'category_accuracy',
            judged,
            ({ past, triage }) => triage.answer.category === past.category,
          ),
          baselines: [{ name: 'the most frequent category', value: commonest('category') }],
        },
        {
          ...share('severity_exact', judged, ({ past, triage }) => triage.answer.severity === past.severity),
          baselines: [{ name: 'the most frequent severity', value: commonest('severity') }],
        },
        share('draft_useful', answerable, isUseful),
        share('unknown_when_right', unanswerable, ({ draft }) => draft.answer.outcome === 'unknown'),
        { ...share('draft_wrong', drafts, isWrong), lowerIsBetter: true },
        share('draft_blocked', drafts, ({ draft }) => draft.blocked),
      ];
    },
  };
}

type Keyed = Judged & { readonly key: Key };

function isUseful({ key, draft }: Keyed): boolean {
  return draft.answer.outcome === 'answer' && !draft.blocked && saysWhatItMust(key, draft.text ?? '');
}

/** Offered to be sent, and not what the ticket needed. */
function isWrong({ key, draft }: Keyed): boolean {
  const isOffered = draft.answer.outcome === 'answer' && !draft.blocked;
  return isOffered && (key.expect === 'none' || !saysWhatItMust(key, draft.text ?? ''));
}

function keyOf({ past }: Judged): Key {
  const key = answerKey.find(({ subject }) => subject === past.subject);
  if (key === undefined) throw new Error(`The answer key has no “${past.subject}”.`);
  return key;
}

function share<T>(metric: string, items: readonly T[], holds: (item: T) => boolean): Figure {
  const mean = (sample: readonly T[]) => sample.filter(holds).length / Math.max(1, sample.length);
  return { metric, value: mean(items), interval: interval(items, mean), baselines: [] };
}
