import { severities } from '../../src/domain/words.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { Engine } from '../../src/ports.ts';
import { answerKey, type Key, saysWhatItMust } from '../practice/answer-key.ts';
import { freshQuestions } from '../practice/fresh-questions.ts';
import { freshTriage } from '../practice/fresh-triage.ts';
import type { FreshTriage } from '../practice/fresh-triage-question.ts';
import {
  type Judged,
  judgeFreshQuestions,
  judgeFreshTriage,
  judgePastTickets,
} from '../practice/practice-desk.ts';
import { untouchedTriage } from '../practice/untouched-triage.ts';
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
        ...(limit === undefined
          ? [...(await freshFigures(engine)), ...(await freshTriageFigures(engine))]
          : []),
      ];
    },
  };
}

/** Questions the rules were not written with, so that they show how far the rules carry. */
async function freshFigures(engine: Engine): Promise<readonly Figure[]> {
  const fresh = (await judgeFreshQuestions(engine, freshQuestions)).map((each) => ({ ...each, key: each }));
  const answerable = fresh.filter(({ key }) => key.expect === 'answer');
  const unanswerable = fresh.filter(({ key }) => key.expect === 'none');
  return [
    share('fresh_draft_useful', answerable, isUseful),
    share('fresh_unknown_when_right', unanswerable, ({ draft }) => draft.answer.outcome === 'unknown'),
    { ...share('fresh_draft_wrong', fresh, isWrong), lowerIsBetter: true },
  ];
}

/**
 * Tickets sorted by hand: `fresh` ones the rules were tuned after, and `untouched` ones written when the tuning was over,
 * which say how far the rules carry to words nobody thought of.
 */
async function freshTriageFigures(engine: Engine): Promise<readonly Figure[]> {
  return [
    ...(await sortedFigures(engine, 'fresh', freshTriage)),
    ...(await sortedFigures(engine, 'untouched', untouchedTriage)),
  ];
}

async function sortedFigures(
  engine: Engine,
  name: string,
  tickets: readonly FreshTriage[],
): Promise<readonly Figure[]> {
  const judged = (await judgeFreshTriage(engine, tickets)).map(({ triage, ...wanted }) => ({
    ...wanted,
    found: triage.answer,
  }));
  const apart = ({ severity, found }: (typeof judged)[number]) =>
    Math.abs(severities.indexOf(severity) - severities.indexOf(found.severity));
  return [
    share(`${name}_category`, judged, ({ category, found }) => found.category === category),
    share(`${name}_severity`, judged, (each) => apart(each) === 0),
    share(`${name}_severity_within_one`, judged, (each) => apart(each) <= 1),
  ];
}

type Keyed = Pick<Judged, 'draft'> & { readonly key: Key };

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
