import { createLinearTable, type SparseVector } from './linear-table.ts';

/** What speaks for each class by how often its features occur there and elsewhere. Sure of itself with few examples. */
export type NaiveBayes = {
  addClass(): void;
  /** Counts an example in so many times, or out again when negative. */
  count(vector: SparseVector, target: number, times: number): void;
  /** How much more likely the text is in each class than outside it, as a logarithm. */
  scores(vector: SparseVector): Float64Array;
};

export function createNaiveBayes(classes: number): NaiveBayes {
  const table = createLinearTable(classes);
  const moved = new Int32Array(1);
  const by = new Float64Array(1);
  let sums = new Float64Array(classes);
  return {
    addClass() {
      table.addClass();
      const longer = new Float64Array(table.classes);
      longer.set(sums);
      sums = longer;
    },
    count(vector, target, times) {
      moved[0] = target;
      by[0] = times;
      table.add(vector, { moved, by, moves: 1 });
      for (let at = 0; at < vector.ids.length; at++) {
        sums[target] = (sums[target] ?? 0) + times * (vector.values[at] ?? 0);
      }
    },
    scores({ ids, values }) {
      const numbers = table.numbers();
      const whole = sums.reduce((sum, each) => sum + each, 0);
      const spread = smoothing * table.features;
      const shift = sums.map((sum) => Math.log((whole - sum + spread) / (sum + spread)));
      const scores = new Float64Array(table.classes);
      for (let at = 0; at < ids.length; at++) {
        const base = table.row(ids[at] ?? 0);
        if (base < 0) continue;
        const value = values[at] ?? 0;
        let everywhere = 0;
        for (let each = 0; each < table.classes; each++) everywhere += numbers[base + each] ?? 0;
        for (let each = 0; each < table.classes; each++) {
          const here = Math.max(0, numbers[base + each] ?? 0);
          const elsewhere = Math.max(0, everywhere - here);
          const ratio = Math.log((here + smoothing) / (elsewhere + smoothing)) + (shift[each] ?? 0);
          scores[each] = (scores[each] ?? 0) + value * ratio;
        }
      }
      return scores;
    },
  };
}

/** Occurrences given to every feature in every class, in the units of a text's vector. */
const smoothing = 0.01;
