/** A document and how well it fits. */
export type Scored = { readonly key: string; readonly score: number };

/**
 * The best of some slots, best first; equal scores by key, so that the same data always gives the same order. `keyOf`
 * gives undefined for a slot that is not wanted.
 */
export function pickBest(
  slots: readonly number[],
  limit: number,
  { scores, keyOf }: { readonly scores: Float64Array; keyOf(slot: number): string | undefined },
): readonly Scored[] {
  const best: Scored[] = [];
  for (const slot of slots) {
    const score = scores[slot] ?? 0;
    const last = best[best.length - 1];
    if (best.length >= limit && last !== undefined && score < last.score) continue;
    const key = keyOf(slot);
    if (key === undefined) continue;
    insertBest(best, { key, score }, limit);
  }
  return best;
}

/** Puts one into its place among the best so far; the last of more than `limit` goes. */
export function insertBest(best: Scored[], one: Scored, limit: number): void {
  let at = best.length;
  while (at > 0) {
    const before = best[at - 1];
    if (before === undefined || before.score > one.score) break;
    if (before.score === one.score && before.key < one.key) break;
    at -= 1;
  }
  best.splice(at, 0, one);
  if (best.length > limit) best.pop();
}
