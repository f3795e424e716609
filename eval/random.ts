/** Numbers in [0, 1) from a seed: the same seed gives the same numbers everywhere (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A shuffled copy. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [copy[at], copy[other]];
    if (one !== undefined && two !== undefined) [copy[at], copy[other]] = [two, one];
  }
  return copy;
}

/** 95 % interval of a figure by resampling its items: a percentile bootstrap. */
export function interval<T>(
  items: readonly T[],
  figure: (sample: readonly T[]) => number,
  { rounds = 400, seed = 7 } = {},
): readonly [number, number] {
  const random = randomFrom(seed);
  const values = Array.from({ length: rounds }, () => {
    const sample = items.map(() => items[Math.floor(random() * items.length)] as T);
    return figure(sample);
  }).sort((left, right) => left - right);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
  return [at(0.025), at(0.975)];
}
