import { fewestOutcomes, type Prediction } from '../domain/reliability.ts';
import { bentCurve } from './bent-curve.ts';

/** Outcomes with about the same raw score. Whole numbers, so that their order cannot change a sum. */
export type ScoreBin = { drafts: number; held: number };
/** Outcomes of one engine by its raw score: ten bins of equal width, lowest first. */
export type ScoreBins = readonly ScoreBin[];

const binCount = 10;

export function noBins(): ScoreBins {
  return Array.from({ length: binCount }, () => ({ drafts: 0, held: 0 }));
}

/** Counts an outcome in, or with `-1` out again. `said` is the raw score. */
export function countIn(bins: ScoreBins, { said, held }: Prediction, times: 1 | -1): void {
  const bin = bins[Math.min(binCount - 1, Math.floor(said * binCount))];
  if (bin === undefined) return;
  bin.drafts += times;
  bin.held += held ? times : 0;
}

export function draftsIn(bins: ScoreBins): number {
  return bins.reduce((sum, { drafts }) => sum + drafts, 0);
}

/** How many outcomes of a bin it takes to outweigh what was believed before. */
const priorDrafts = 10;

/**
 * What a raw score is worth: the share of drafts with such a score that were sent as they were and held. Never falls
 * where the score rises. Starts from the engine's own number, bent as a whole by the outcomes of other engines and then
 * by its own, and gives way bin by bin to what happened there.
 */
export function calibrated(raw: number, own: ScoreBins, others: ScoreBins): number {
  if (draftsIn(own) + draftsIn(others) < fewestOutcomes) return raw;
  const believed = bentCurve(bentCurve(centres, others), own);
  const shifts = risingFit(blended(own, believed)).map((share, at) => share - (centres[at] ?? share));
  return clamped(raw + between(shifts, raw * binCount - 0.5));
}

const centres: readonly number[] = Array.from({ length: binCount }, (_, at) => (at + 0.5) / binCount);

type Weighed = { readonly share: number; readonly weight: number };

/** Each bin's share, drawn towards what was believed before. */
function blended(bins: ScoreBins, before: readonly number[]): readonly Weighed[] {
  return bins.map(({ drafts, held }, at) => {
    const weight = drafts + priorDrafts;
    return { share: (held + priorDrafts * (before[at] ?? 0)) / weight, weight };
  });
}

/** The nearest shares that never fall: neighbours in the wrong order are pooled (pool adjacent violators). */
function risingFit(shares: readonly Weighed[]): readonly number[] {
  const pools: { share: number; weight: number; bins: number }[] = [];
  for (const { share, weight } of shares) {
    pools.push({ share, weight, bins: 1 });
    for (let last = pools.pop(), before = pools.pop(); last; last = pools.pop(), before = pools.pop()) {
      if (before === undefined || before.share <= last.share) {
        if (before) pools.push(before);
        pools.push(last);
        break;
      }
      const sum = before.weight + last.weight;
      pools.push({
        share: (before.share * before.weight + last.share * last.weight) / sum,
        weight: sum,
        bins: before.bins + last.bins,
      });
    }
  }
  return pools.flatMap(({ share, bins }) => new Array<number>(bins).fill(share));
}

/** The value between two neighbours; beyond the ends, the end's. */
function between(values: readonly number[], at: number): number {
  const left = Math.max(0, Math.min(values.length - 1, Math.floor(at)));
  const right = Math.min(values.length - 1, left + 1);
  const share = Math.max(0, Math.min(1, at - left));
  return (values[left] ?? 0) * (1 - share) + (values[right] ?? 0) * share;
}

function clamped(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
}
