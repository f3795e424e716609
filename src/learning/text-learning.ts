import { startFit } from './linear-fit.ts';
import { type ConfidenceCurve, confidenceCurve, type LeftOut } from './text-confidence.ts';
import { textFeatures } from './text-features.ts';
import type { FeatureCounts } from './text-rarity.ts';
import { scopeCurve, scopeScore } from './text-scope.ts';
import { createTraining, type Reading, type Sorted, stranger, type Training } from './text-training.ts';

/** All that was learned at some moment: what reads a text, and what its readings are worth. */
export type Learned = {
  readonly training: Training;
  readonly confidence: ConfidenceCurve;
  /** A scope score as 0–1. */
  readonly scope: (score: number) => number;
};

/** Learning that goes on in steps. */
export type Learning = {
  /** Visits at most so many examples; says how many. */
  step(visits: number): number;
  /** Undefined until all steps are done. */
  learned(): Learned | undefined;
};

export type LearningOptions = {
  readonly cost: number;
  readonly nameOf: (label: string) => string;
  /** How often the features occur among the examples. */
  readonly counts: FeatureCounts;
};

/** Visits of each example until all is learned: the rounds of the fit, and one to see what it is worth unseen. */
export const visitsEach = 6;

/**
 * Learns anew from these examples, always in the order of their ids. Each label's own words, if `nameOf` gives any,
 * are one more example of it.
 */
export function startLearning(
  examples: ReadonlyMap<string, Sorted>,
  { cost, nameOf, counts }: LearningOptions,
): Learning {
  const inOrder = new Map([...examples].sort(([one], [other]) => (one < other ? -1 : 1)));
  const ids = [...inOrder.keys()];
  const names = namesOf(examples, nameOf);
  const training = createTraining(inOrder, { cost, names, counts });
  const all = [...ids, ...names.keys()];
  const fit = startFit(
    {
      count: all.length,
      model: training.model,
      vector: (at) => training.vector(all[at] ?? ''),
      example: (at) => training.example(all[at] ?? ''),
    },
    visitsEach - 1,
  );
  const leftOut: LeftOut[] = [];
  const scopes: number[] = [];
  let measured = 0;
  let isFitted = false;

  function measure(id: string): void {
    const each = inOrder.get(id);
    if (each === undefined || each.label === stranger) return;
    const reading = training.readAsNew(id);
    if (reading === undefined) return;
    const best = bestOf(reading);
    if (best) leftOut.push({ margin: best.margin, right: best.label === each.label });
    scopes.push(scopeScore(reading));
  }

  return {
    step(visits) {
      if (!isFitted) {
        const done = fit.step(visits);
        isFitted = fit.isDone();
        return Math.max(1, done);
      }
      let done = 0;
      for (; done < visits && measured < ids.length; done++) measure(ids[measured++] ?? '');
      return Math.max(1, done);
    },
    learned() {
      if (!isFitted || measured < ids.length) return undefined;
      return { training, confidence: confidenceCurve(leftOut), scope: scopeCurve(scopes) };
    },
  };
}

/** The class that fits best, and how far ahead of the second it is. Undefined where there are fewer than two. */
export function bestOf({
  labels,
  scores,
}: Reading): { readonly label: string; readonly margin: number } | undefined {
  let best = -1;
  let second = -1;
  for (const [place, score] of scores.entries()) {
    if (best < 0 || score > (scores[best] ?? 0)) {
      second = best;
      best = place;
    } else if (second < 0 || score > (scores[second] ?? 0)) second = place;
  }
  const label = labels[best];
  if (label === undefined || second < 0) return undefined;
  return { label, margin: (scores[best] ?? 0) - (scores[second] ?? 0) };
}

function namesOf(
  examples: ReadonlyMap<string, Sorted>,
  nameOf: (label: string) => string,
): ReadonlyMap<string, Sorted> {
  const labels = [...new Set([...examples.values()].map(({ label }) => label))].sort();
  const named = labels.map((label): [string, Sorted] => {
    const features = textFeatures(label === stranger ? '' : nameOf(label));
    return [nameId(label), { features, label, weight: 1 }];
  });
  return new Map(named.filter(([, { features }]) => features.buckets.length > 0));
}

/** No ticket has an id like this. */
const nameId = (label: string) => `\u0000${label}`;
