/** Where one level ends and the next begins on a line of scores: one threshold fewer than there are levels. */
export type Thresholds = readonly number[];

/** The level (by position, 0 first) of a score. */
export function levelAt(score: number, thresholds: Thresholds): number {
  return thresholds.filter((threshold) => score >= threshold).length;
}

/** Scores cut so that each level gets the share it has among `levels`. */
export function matchedThresholds(
  scores: readonly number[],
  levels: readonly number[],
  count: number,
): Thresholds {
  const sorted = scores.toSorted((left, right) => left - right);
  return Array.from({ length: count - 1 }, (_, level) => {
    const below = levels.filter((each) => each <= level).length;
    return sorted[below] ?? Number.POSITIVE_INFINITY;
  });
}

/** Scores cut where they agree best with `levels`, found by moving one threshold at a time from the matched ones. */
export function agreeingThresholds(
  scores: readonly number[],
  levels: readonly number[],
  count: number,
): Thresholds {
  let best = matchedThresholds(scores, levels, count);
  let most = agreementOf(best, scores, levels);
  const places = placesOf(scores);
  for (let round = 0; round < 4; round++) {
    for (let at = 0; at < count - 1; at++) {
      for (const place of places) {
        if (place < (best[at - 1] ?? -Infinity) || place > (best[at + 1] ?? Infinity)) continue;
        const tried = best.with(at, place);
        const reached = agreementOf(tried, scores, levels);
        if (reached > most + 1e-9) [best, most] = [tried, reached];
      }
    }
  }
  return best;
}

/** Few enough places that none is chosen for the sake of one report. */
function placesOf(scores: readonly number[]): readonly number[] {
  const sorted = scores.toSorted((left, right) => left - right);
  return Array.from({ length: 50 }, (_, at) => sorted[Math.floor(((at + 0.5) / 50) * sorted.length)] ?? 0);
}

function agreementOf(thresholds: Thresholds, scores: readonly number[], levels: readonly number[]): number {
  return quadraticKappa(
    levels,
    scores.map((score) => levelAt(score, thresholds)),
  );
}

/** Agreement of two sequences of levels beyond chance; a miss by two levels counts four times one by one. */
export function quadraticKappa(one: readonly number[], other: readonly number[]): number {
  let missed = 0;
  for (const [at, level] of one.entries()) missed += (level - (other[at] ?? 0)) ** 2;
  let byChance = 0;
  const [left, right] = [countsOf(one), countsOf(other)];
  for (const [a, times] of left) for (const [b, others] of right) byChance += times * others * (a - b) ** 2;
  return byChance === 0 ? 0 : 1 - (missed * one.length) / byChance;
}

function countsOf(levels: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return counts;
}
