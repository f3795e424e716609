import { featureSpace } from './text-hash.ts';

/** A text as numbers: `values[at]` belongs to feature `ids[at]`. `values` may be longer than `ids`. */
export type SparseVector = { readonly ids: Uint32Array; readonly values: Float32Array };

/** One example while it is learned from. Its own pulls on each class make it possible to take it back exactly. */
export type LinearExample = {
  /** Position of its class; -1 when it belongs to none of them. */
  readonly target: number;
  /** How much a mistake on it costs: 1 is usual. */
  readonly cost: number;
  /** Filled by `visit`. Starts empty. */
  pulls: Float32Array;
};

/** Weights for each class, learned one against the rest, example by example. */
export type LinearModel = {
  readonly classes: number;
  /** Room for one class more; its weights are zero. */
  addClass(): void;
  /** How well the text fits each class: about 1 when it does, about -1 when it does not. Reuses `into` when it is given. */
  scores(vector: SparseVector, into?: Float64Array): Float64Array;
  /** Learns from one example, of which `before` are the scores; visited again and again, the weights settle. */
  visit(example: LinearExample, vector: SparseVector, before: Float64Array): void;
  /** Takes back all that an example has done. */
  withdraw(example: LinearExample, vector: SparseVector): void;
};

/**
 * A linear support vector machine with squared hinge loss, one class against the rest, by dual coordinate descent
 * (Hsieh et al. 2008, https://doi.org/10.1145/1390156.1390208). The result does not depend on the order of the
 * visits once settled, new examples may join at any time, and memory grows with the features that occur.
 */
export function createLinearModel(classes: number): LinearModel {
  let count = classes;
  /** Numbers per feature in `weights`: grows ahead of the classes. */
  let stride = Math.max(4, classes);
  const rows = new Int32Array(featureSpace).fill(-1);
  let used = 0;
  let weights = new Float32Array(1_024 * stride);
  let deltas = new Float64Array(stride);
  let moved = new Int32Array(stride);

  function rowOf(feature: number): number {
    const row = rows[feature] ?? -1;
    if (row >= 0) return row;
    if ((used + 1) * stride > weights.length) weights = grown(weights, weights.length * 2);
    rows[feature] = used;
    return used++;
  }

  function widen(to: number): void {
    const wider = new Float32Array(Math.max(1_024, used) * to);
    for (let row = 0; row < used; row++) {
      wider.set(weights.subarray(row * stride, row * stride + count), row * to);
    }
    weights = wider;
    stride = to;
    deltas = new Float64Array(stride);
    moved = new Int32Array(stride);
  }

  /** Adds `deltas` of the `moves` classes in `moved` to the weights of the vector's features. */
  function apply({ ids, values }: SparseVector, moves: number): void {
    for (let at = 0; at < ids.length; at++) {
      const base = rowOf(ids[at] ?? 0) * stride;
      const value = values[at] ?? 0;
      for (let move = 0; move < moves; move++) {
        const place = base + (moved[move] ?? 0);
        weights[place] = (weights[place] ?? 0) + (deltas[move] ?? 0) * value;
      }
    }
  }

  return {
    get classes() {
      return count;
    },
    addClass() {
      if (count + 1 > stride) widen(stride * 2);
      count += 1;
    },
    scores({ ids, values }, into) {
      const scores = into !== undefined && into.length === count ? into.fill(0) : new Float64Array(count);
      for (let at = 0; at < ids.length; at++) {
        const row = rows[ids[at] ?? 0] ?? -1;
        if (row < 0) continue;
        const base = row * stride;
        const value = values[at] ?? 0;
        for (let each = 0; each < count; each++) {
          scores[each] = (scores[each] ?? 0) + value * (weights[base + each] ?? 0);
        }
      }
      return scores;
    },
    visit(example, vector, before) {
      if (example.pulls.length < count) example.pulls = grown(example.pulls, count);
      const square = squareOf(vector);
      const slack = 0.5 / example.cost;
      let moves = 0;
      for (let each = 0; each < count; each++) {
        const side = each === example.target ? 1 : -1;
        const pull = example.pulls[each] ?? 0;
        const gradient = side * (before[each] ?? 0) - 1 + slack * pull;
        const next = Math.max(0, pull - gradient / (square + slack));
        if (Math.abs(next - pull) < tooSmall) continue;
        example.pulls[each] = next;
        deltas[moves] = side * (next - pull);
        moved[moves++] = each;
      }
      if (moves > 0) apply(vector, moves);
    },
    withdraw(example, vector) {
      let moves = 0;
      for (const [each, pull] of example.pulls.entries()) {
        if (pull === 0) continue;
        deltas[moves] = each === example.target ? -pull : pull;
        moved[moves++] = each;
      }
      if (moves > 0) apply(vector, moves);
      example.pulls = new Float32Array(0);
    },
  };
}

/** The sum of the squares of a vector's values. */
export function squareOf({ ids, values }: SparseVector): number {
  let square = 0;
  for (let at = 0; at < ids.length; at++) square += (values[at] ?? 0) ** 2;
  return square;
}

/**
 * How the example would score had it not been learned from: its own pulls are taken out of its scores. It errs on the
 * side of caution (Jaakkola and Haussler 1999).
 */
export function unseenScores(example: LinearExample, scores: Float64Array, square: number): Float64Array {
  return scores.map((score, each) => {
    const own = (example.pulls[each] ?? 0) * square;
    return each === example.target ? score - own : score + own;
  });
}

/** Smaller changes are not worth the writing. */
const tooSmall = 1e-6;

function grown(from: Float32Array, length: number): Float32Array<ArrayBuffer> {
  const to = new Float32Array(length);
  to.set(from);
  return to;
}
