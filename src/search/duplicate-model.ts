import { logistic } from '../domain/logistic.ts';
/** A candidate the team was shown, and what became of it. */
export type DecidedCandidate = {
  /** Log-odds by the formula alone, before anything was learned. */
  readonly odds: number;
  readonly same: boolean;
};

/** Nobody linked it: often because it was another problem, sometimes because nobody had the time. */
const weightOfSilence = 0.3;
/** How firmly the formula is believed: as if this many decided candidates stood behind its slope and its height. */
const firmnessOfSlope = 30;
const firmnessOfHeight = 8;
const rounds = 8;

/**
 * What this desk's own links and merges say about the odds of the formula: a slope and a height, near 1 and 0 while
 * little was decided. The order in which decisions are told makes no difference.
 */
export function createDuplicateModel() {
  const decided = new Map<string, readonly DecidedCandidate[]>();
  let fitted: Line | undefined;

  return {
    /** What became of the candidates of one ticket; told again, it replaces what was told before. */
    decide(ticket: string, candidates: readonly DecidedCandidate[]): void {
      if (candidates.length === 0 && !decided.has(ticket)) return;
      decided.set(ticket, candidates);
      fitted = undefined;
    },
    /** The odds as this desk knows them. */
    odds(odds: number): number {
      fitted ??= lineThrough(
        [...decided].sort(([left], [right]) => (left < right ? -1 : 1)).flatMap(([, all]) => all),
      );
      return fitted.slope * odds + fitted.height;
    },
  };
}

type Line = { readonly slope: number; readonly height: number };

/** Logistic regression on one number by Newton's method, held near slope 1 and height 0. */
function lineThrough(candidates: readonly DecidedCandidate[]): Line {
  let [slope, height] = [1, 0];
  for (let round = 0; round < rounds && candidates.length > 0; round += 1) {
    let [bySlope, byHeight] = [firmnessOfSlope * (slope - 1), firmnessOfHeight * height];
    let [slopeTwice, heightTwice, both] = [firmnessOfSlope, firmnessOfHeight, 0];
    for (const { odds, same } of candidates) {
      const weight = same ? 1 : weightOfSilence;
      const likely = logistic(slope * odds + height);
      const off = weight * (likely - (same ? 1 : 0));
      const bend = weight * likely * (1 - likely);
      bySlope += off * odds;
      byHeight += off;
      slopeTwice += bend * odds * odds;
      heightTwice += bend;
      both += bend * odds;
    }
    const area = slopeTwice * heightTwice - both * both;
    slope -= (heightTwice * bySlope - both * byHeight) / area;
    height -= (slopeTwice * byHeight - both * bySlope) / area;
  }
  return { slope: Math.max(0.1, slope), height };
}
