import { featureSpace } from './text-hash.ts';

/** A text as numbers: `values[at]` belongs to feature `ids[at]`. `values` may be longer than `ids`. */
export type SparseVector = { readonly ids: Uint32Array; readonly values: Float32Array };

/** A number for each class and feature. Memory grows with the features that occur. */
export type LinearTable = {
  readonly classes: number;
  /** Features that occurred. */
  readonly features: number;
  /** Room for one class more; its numbers are zero. */
  addClass(): void;
  /** For each of the first `moves` classes in `moved`: adds the vector, times its number in `by`. */
  add(vector: SparseVector, change: Change): void;
  /** The vector times each class's numbers, summed. Reuses `into` when it fits. */
  times(vector: SparseVector, into?: Float64Array): Float64Array;
  /** Where the numbers of a feature begin in `numbers()`, one for each class; -1 when it never occurred. */
  row(feature: number): number;
  numbers(): Float32Array;
};

export type Change = { readonly moved: Int32Array; readonly by: Float64Array; readonly moves: number };

export function createLinearTable(classes: number): LinearTable {
  let count = classes;
  /** Numbers kept per feature: grows ahead of the classes. */
  let stride = Math.max(4, classes);
  const rows = new Int32Array(featureSpace).fill(-1);
  let used = 0;
  let numbers = new Float32Array(256 * stride);

  function rowFor(feature: number): number {
    const row = rows[feature] ?? -1;
    if (row >= 0) return row;
    if ((used + 1) * stride > numbers.length) {
      const longer = new Float32Array(numbers.length * 2);
      longer.set(numbers);
      numbers = longer;
    }
    rows[feature] = used;
    return used++;
  }

  function widen(to: number): void {
    const wider = new Float32Array(Math.max(256, used) * to);
    for (let row = 0; row < used; row++) {
      wider.set(numbers.subarray(row * stride, row * stride + count), row * to);
    }
    numbers = wider;
    stride = to;
  }

  return {
    get classes() {
      return count;
    },
    get features() {
      return used;
    },
    addClass() {
      if (count + 1 > stride) widen(stride * 2);
      count += 1;
    },
    add({ ids, values }, { moved, by, moves }) {
      for (let at = 0; at < ids.length; at++) {
        const base = rowFor(ids[at] ?? 0) * stride;
        const value = values[at] ?? 0;
        for (let move = 0; move < moves; move++) {
          const place = base + (moved[move] ?? 0);
          numbers[place] = (numbers[place] ?? 0) + (by[move] ?? 0) * value;
        }
      }
    },
    times({ ids, values }, into) {
      const sums = into !== undefined && into.length === count ? into.fill(0) : new Float64Array(count);
      for (let at = 0; at < ids.length; at++) {
        const row = rows[ids[at] ?? 0] ?? -1;
        if (row < 0) continue;
        const base = row * stride;
        const value = values[at] ?? 0;
        for (let each = 0; each < count; each++) {
          sums[each] = (sums[each] ?? 0) + value * (numbers[base + each] ?? 0);
        }
      }
      return sums;
    },
    row(feature) {
      const row = rows[feature] ?? -1;
      return row < 0 ? -1 : row * stride;
    },
    numbers: () => numbers,
  };
}

/** What two vectors share. Both list their features part by part, ascending within each, so one is looked up in a set. */
export function overlap(one: SparseVector, other: SparseVector): number {
  const values = new Map<number, number>();
  for (const [at, id] of one.ids.entries()) values.set(id, (values.get(id) ?? 0) + (one.values[at] ?? 0));
  let sum = 0;
  for (const [at, id] of other.ids.entries()) sum += (values.get(id) ?? 0) * (other.values[at] ?? 0);
  return sum;
}
