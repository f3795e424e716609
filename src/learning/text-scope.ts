import { logistic } from '../domain/logistic.ts';

/** What tells whether a text is like anything that was learned. */
export type ScopeSigns = {
  /** Scores of the classes. */
  readonly scores: Float64Array;
  /** Score of the examples that belong to no class, when there are such. */
  readonly stranger?: number;
  /** 0–1: how much of the text was seen before. */
  readonly known: number;
};

/** One number from the signs: higher is more at home. Only its order means something. */
export function scopeScore({ scores, stranger, known }: ScopeSigns): number {
  const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const others = scores.reduce((sum, score) => sum + Math.exp(sharpness * (score - best)), 0) - 1;
  const odds = -Math.log(others + 1e-9) / sharpness;
  return odds + knownWeight * known + (stranger === undefined ? 0 : strangerWeight * (best - stranger));
}

/** 0–1, a half where only `rejected` of the learned texts, each left out once, scored lower. */
export function scopeCurve(leftOut: readonly number[]): (score: number) => number {
  const sorted = Float64Array.from(leftOut).sort();
  const edge = Math.min(highestEdge, quantile(sorted, rejected));
  const spread = Math.max(narrowest, Math.min(widest, quantile(sorted, 0.5) - edge));
  return (score) => logistic((4 * (score - edge)) / spread);
}

/**
 * Bounds for texts that are nearly all the same, or for very few of them. On four sets of requests the edge lay between
 * 0.2 and 0.6, and most strangers below.
 */
const highestEdge = 0.6;
const narrowest = 0.5;
const widest = 2;
const sharpness = 3;
const knownWeight = 0.5;
const strangerWeight = 1;
const rejected = 0.05;

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
