/** A pair somebody decided about: how sure a method is, and whether it was one problem. */
export type DecidedPair = { readonly score: number; readonly same: boolean };

/** Area under precision and recall: 1 when every true pair stands before every other. Ties count against it. */
export function averagePrecision(pairs: readonly DecidedPair[]): number {
  const sorted = pairs.toSorted(
    (left, right) => right.score - left.score || Number(left.same) - Number(right.same),
  );
  let found = 0;
  let sum = 0;
  sorted.forEach(({ same }, at) => {
    if (!same) return;
    found += 1;
    sum += found / (at + 1);
  });
  return found === 0 ? 0 : sum / found;
}

/** How far scores lie from what became of them: mean distance in ten bands of the score, each by its size. */
export function calibrationError(pairs: readonly DecidedPair[]): number {
  return bandsOf(pairs).reduce(
    (sum, { count, said, was }) => sum + (count / pairs.length) * Math.abs(said - was),
    0,
  );
}

/** Of pairs with about one score: how many, what the score said on the mean, and how many were one problem. */
export type Band = { readonly count: number; readonly said: number; readonly was: number };

export function bandsOf(pairs: readonly DecidedPair[]): readonly Band[] {
  return Array.from({ length: 10 }, (_, band) =>
    pairs.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === band),
  )
    .filter((members) => members.length > 0)
    .map((members) => ({
      count: members.length,
      said: members.reduce((sum, { score }) => sum + score, 0) / members.length,
      was: members.filter(({ same }) => same).length / members.length,
    }));
}
