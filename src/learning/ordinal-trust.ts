/** A judgement of an example that was kept apart while learning: its score, and whether it was right. */
export type Tried = { readonly score: number; readonly right: boolean };

/** How often judgements with about this score were right, 0–1. Few trials promise little. */
export function trustFrom(tried: readonly Tried[]): (score: number) => number {
  const sorted = tried.toSorted((left, right) => left.score - right.score);
  const scores = sorted.map(({ score }) => score);
  const near = Math.max(10, Math.round(sorted.length / 20));
  return (score) => {
    const middle = placeOf(score, scores) - Math.round(near / 2);
    const from = Math.max(0, Math.min(sorted.length - near, middle));
    const some = sorted.slice(from, from + near);
    return (some.filter(({ right }) => right).length + 1) / (some.length + 2);
  };
}

/** How many of the ascending scores are below. */
function placeOf(score: number, scores: readonly number[]): number {
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? 0) < score) low = middle + 1;
    else high = middle;
  }
  return low;
}
