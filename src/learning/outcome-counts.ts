import type { Lesson } from '../domain/learning.ts';
import { type DraftOutcome, hasHeld } from '../domain/outcome.ts';
import type { Prediction } from '../domain/reliability.ts';
import { countIn, noBins, type ScoreBins } from './calibration.ts';

/** How drafts of each engine did, by their raw score. */
export type OutcomeCounts = {
  /** Counts the drafts of a ticket in, or with `-1` out again. */
  count(lesson: Lesson, times: 1 | -1): void;
  /** The counts of one engine and of all others, as if this ticket had never been. */
  without(
    lesson: Lesson | undefined,
    engine: string,
  ): { readonly own: ScoreBins; readonly others: ScoreBins };
};

export function outcomeCounts(): OutcomeCounts {
  const byEngine = new Map<string, ScoreBins>();
  return {
    count(lesson, times) {
      for (const outcome of lesson.drafts) {
        const prediction = rawPrediction(outcome);
        if (prediction === undefined) continue;
        const bins = byEngine.get(outcome.engine) ?? noBins();
        byEngine.set(outcome.engine, bins);
        countIn(bins, prediction, times);
      }
    },
    without(lesson, engine) {
      const own = noBins();
      const others = noBins();
      for (const [name, bins] of byEngine) addInto(name === engine ? own : others, bins);
      for (const outcome of lesson?.drafts ?? []) {
        const prediction = rawPrediction(outcome);
        if (prediction) countIn(outcome.engine === engine ? own : others, prediction, -1);
      }
      return { own, others };
    },
  };
}

function addInto(sum: ScoreBins, bins: ScoreBins): void {
  for (const [at, bin] of sum.entries()) {
    bin.drafts += bins[at]?.drafts ?? 0;
    bin.held += bins[at]?.held ?? 0;
  }
}

function rawPrediction(outcome: DraftOutcome): Prediction | undefined {
  const held = isTelling(outcome) ? hasHeld(outcome) : undefined;
  return held === undefined ? undefined : { said: outcome.rawConfidence, held };
}

/**
 * Does what became of it say anything about confidence? Not where a guard had decided, and not where no person could
 * have changed it.
 */
export function isTelling({ blocked, byRule }: DraftOutcome): boolean {
  return !blocked && !byRule;
}
