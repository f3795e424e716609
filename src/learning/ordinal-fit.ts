import type { SparseVector } from './linear-table.ts';
import { featureSpace } from './text-hash.ts';

/** What a straight line through many features says of a vector. */
export type Line = (vector: SparseVector) => number;

/**
 * Ridge regression by dual coordinate descent: the sum of squared errors times `cost` beside the squared weights. The
 * same examples in the same order give the same line.
 */
export function fitLine(
  vectors: readonly SparseVector[],
  targets: readonly number[],
  { cost, rounds = 20 }: { readonly cost: number; readonly rounds?: number },
): Line {
  const middle = targets.reduce((sum, target) => sum + target, 0) / Math.max(1, targets.length);
  const weights = new Float64Array(featureSpace);
  let bias = 0;
  const pulls = new Float64Array(vectors.length);
  const squares = vectors.map((vector) => 1 + squareOf(vector));
  const slack = 0.5 / cost;
  const stride = strideFor(vectors.length);
  for (let round = 0; round < rounds; round++) {
    for (let nth = 0; nth < vectors.length; nth++) {
      const at = (nth * stride + round) % vectors.length;
      const vector = vectors[at];
      if (vector === undefined) continue;
      const error = dot(weights, vector) + bias - ((targets[at] ?? 0) - middle) + slack * (pulls[at] ?? 0);
      const move = -error / ((squares[at] ?? 1) + slack);
      pulls[at] = (pulls[at] ?? 0) + move;
      bias += move;
      add(weights, vector, move);
    }
  }
  return (vector) => dot(weights, vector) + bias + middle;
}

function dot(weights: Float64Array, { ids, values }: SparseVector): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at++) sum += (weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function add(weights: Float64Array, { ids, values }: SparseVector, times: number): void {
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    weights[id] = (weights[id] ?? 0) + times * (values[at] ?? 0);
  }
}

function squareOf({ ids, values }: SparseVector): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at++) sum += (values[at] ?? 0) ** 2;
  return sum;
}

/** A step that visits every example once and keeps neighbours, which are often alike, apart. */
function strideFor(count: number): number {
  const divides = (one: number, other: number): number => (other === 0 ? one : divides(other, one % other));
  for (let stride = Math.max(1, Math.round(count * 0.618)); stride < count; stride++) {
    if (divides(stride, count) === 1) return stride;
  }
  return 1;
}
