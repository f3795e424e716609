import { createLinearModel, type LinearExample, type LinearModel } from './linear-model.ts';
import type { SparseVector } from './linear-table.ts';

/** Examples in an order of their own: `vector` is read at once, so it may use its arrays again. */
export type LinearExamples = {
  readonly count: number;
  readonly model: LinearModel;
  vector(at: number): SparseVector;
  example(at: number): LinearExample;
};

/** Learning that can be done in small steps, so that it never holds anybody up for long. */
export type LinearFit = {
  /** Visits at most so many examples; says how many. */
  step(visits: number): number;
  isDone(): boolean;
};

/** Teaches the model all examples in `rounds` rounds. The same examples in the same order give the same weights. */
export function startFit({ count, model, vector, example }: LinearExamples, rounds = 10): LinearFit {
  const scores = new Float64Array(model.classes);
  let visited = 0;
  const isDone = () => visited >= count * rounds;
  return {
    isDone,
    step(visits) {
      let done = 0;
      for (; done < visits && !isDone(); done++) {
        const at = jumpingOrder(visited % count, count, Math.floor(visited / count));
        const each = vector(at);
        model.visit(example(at), each, model.scores(each, scores));
        visited += 1;
      }
      return done;
    },
  };
}

/** Learns at once from vectors that keep their own arrays. Targets are positions of classes, -1 for none of them. */
export function fitLinear(
  vectors: readonly SparseVector[],
  targets: readonly number[],
  { classes, cost = 1, rounds = 10 }: { classes: number; cost?: number; rounds?: number },
): LinearModel {
  const model = createLinearModel(classes);
  const examples = targets.map((target) => ({ target, cost, pulls: new Float32Array(classes) }));
  const fit = startFit(
    {
      count: vectors.length,
      model,
      vector: (at) => vectors[at] ?? { ids: new Uint32Array(0), values: new Float32Array(0) },
      example: (at) => examples[at] ?? { target: -1, cost, pulls: new Float32Array(classes) },
    },
    rounds,
  );
  fit.step(Number.POSITIVE_INFINITY);
  return model;
}

/** The nth of `count` in an order that jumps about, another one each round: neighbours are often alike. */
function jumpingOrder(nth: number, count: number, round: number): number {
  const jump = coprimeNear(Math.floor(count * (0.618 - 0.07 * (round % 4))), count);
  return (nth * jump + round * 7) % count;
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
