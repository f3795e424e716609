import {
  createLinearModel,
  type LinearExample,
  type LinearModel,
  type SparseVector,
} from './linear-model.ts';

/** Examples in an order of their own: `vector` is read at once, so it may use its arrays again. */
export type LinearExamples = {
  readonly count: number;
  readonly classes: number;
  vector(at: number): SparseVector;
  example(at: number): LinearExample;
};

/** Learning that can be done in small steps, so that it never holds anybody up for long. */
export type LinearFit = {
  readonly model: LinearModel;
  /** Visits at most so many examples; true once all is learned. */
  step(visits: number): boolean;
};

/**
 * Learns from all examples in `rounds` rounds. `onLast` is told the scores of each example just before its last visit.
 * The same examples in the same order give the same weights.
 */
export function startFit(
  examples: LinearExamples,
  {
    rounds = 10,
    onLast,
  }: { readonly rounds?: number; readonly onLast?: (at: number, scores: Float64Array) => void } = {},
): LinearFit {
  const model = createLinearModel(examples.classes);
  const scores = new Float64Array(examples.classes);
  let round = 0;
  let visited = 0;
  return {
    model,
    step(visits) {
      for (let left = visits; left > 0 && round < rounds; left--) {
        if (visited < examples.count) {
          const at = strideThrough(visited, examples.count, round);
          const vector = examples.vector(at);
          model.scores(vector, scores);
          if (round === rounds - 1) onLast?.(at, scores);
          model.visit(examples.example(at), vector, scores);
          visited += 1;
        }
        if (visited >= examples.count) {
          visited = 0;
          round += 1;
        }
      }
      return round >= rounds;
    },
  };
}

/** Learns at once from vectors that keep their own arrays. Targets are positions of classes, -1 for none of them. */
export function fitLinear(
  vectors: readonly SparseVector[],
  targets: readonly number[],
  { classes, cost = 1, rounds = 10 }: { classes: number; cost?: number; rounds?: number },
): LinearModel {
  const examples = targets.map((target) => ({ target, cost, pulls: new Float32Array(classes) }));
  const fit = startFit(
    {
      count: vectors.length,
      classes,
      vector: (at) => vectors[at] ?? { ids: new Uint32Array(0), values: new Float32Array(0) },
      example: (at) => examples[at] ?? { target: -1, cost, pulls: new Float32Array(classes) },
    },
    { rounds },
  );
  fit.step(Number.POSITIVE_INFINITY);
  return fit.model;
}

/** The nth of `count` in an order that jumps about, another one each round: neighbours are often alike. */
function strideThrough(nth: number, count: number, round: number): number {
  const stride = coprimeNear(Math.floor(count * (0.618 - 0.07 * (round % 4))), count);
  return (nth * stride + round * 7) % count;
}

function coprimeNear(from: number, count: number): number {
  for (let stride = Math.max(1, from); stride < count; stride++) {
    if (commonDivisor(stride, count) === 1) return stride;
  }
  return 1;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
