import type { TextJudgement } from './text-classifier.ts';
import type { Choice } from './triage-field.ts';

/**
 * The value in the middle: as likely as not, the right one lies above or below it. Between neighbours this is the best
 * fitting value; when P1 and P3 are about as likely, it is P2, which errs by one at most.
 */
export function middleValue(judged: TextJudgement, values: readonly string[]): Choice {
  const best = Math.max(...judged.scores.values());
  const shares = values.map((value) =>
    Math.exp(sharpness * ((judged.scores.get(value) ?? Number.NEGATIVE_INFINITY) - best)),
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let below = 0;
  const place = shares.findIndex((share) => {
    below += share;
    return below >= whole / 2;
  });
  const value = values[place] ?? judged.label;
  const ofBest = shares[values.indexOf(judged.label)] ?? 1;
  return { value, confidence: judged.confidence * Math.min(1, (shares[place] ?? 0) / ofBest) };
}

/** Turns differences of scores into odds; scores are about 1 apart where the case is clear. */
const sharpness = 3;
