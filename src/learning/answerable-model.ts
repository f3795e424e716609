import { logistic } from '../domain/logistic.ts';
import { type Asked, answerableFeatures, answerableNames } from './answerable-features.ts';

/** How much each feature speaks for an answer: its number, brought to a mean of 0, times its weight. */
export type AnswerableModel = {
  readonly means: readonly number[];
  readonly weights: readonly number[];
  readonly start: number;
};

/** A question people know the outcome of: was there an answer in the knowledge base? */
export type AnswerableExample = Asked & { readonly wasAnswerable: boolean };

/** How likely it is that the knowledge base answers a question, 0–1. Without a model of its own by rules of thumb. */
export function answerability(asked: Asked, model: AnswerableModel = coldModel): number {
  const sum = answerableFeatures(asked).reduce(
    (total, value, at) => total + (model.weights[at] ?? 0) * (value - (model.means[at] ?? 0)),
    model.start,
  );
  return logistic(sum);
}

/** Set by hand, in the order of the names: a near passage speaks for an answer, an unknown “it” against one. */
const coldModel: AnswerableModel = {
  means: answerableNames.map(() => 0),
  weights: [4, 5, 1, 1, 0.5, 1, 0.5, -0.5, -1, -0.5, -0.5, 0, 0],
  start: -2.5,
};

/** Learns from outcomes by logistic regression. The same examples give the same model; with none it is the cold one. */
export function learnAnswerable(examples: readonly AnswerableExample[]): AnswerableModel {
  if (examples.length === 0) return coldModel;
  const rows = examples.map(answerableFeatures);
  const columns = answerableNames.map((_, at) => rows.map((row) => row[at] ?? 0));
  const means = columns.map(meanOf);
  const spreads = columns.map((values, at) => {
    const mean = means[at] ?? 0;
    return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) || 1;
  });
  const scaled = rows.map((row) => row.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)));
  const outcomes = examples.map(({ wasAnswerable }) => (wasAnswerable ? 1 : 0));
  const { weights, start } = descend(scaled, outcomes);
  return { means, weights: weights.map((weight, at) => weight / (spreads[at] ?? 1)), start };
}

/** Holds the weights of a few hundred examples back from what is chance. */
const restraint = 10;
const rounds = 800;
const pace = 0.5;

function descend(rows: readonly (readonly number[])[], outcomes: readonly number[]) {
  const weights = answerableNames.map(() => 0);
  let start = 0;
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((weight) => (restraint * weight) / rows.length);
    let slope = 0;
    rows.forEach((row, at) => {
      const sum = row.reduce((total, value, each) => total + value * (weights[each] ?? 0), start);
      const miss = (logistic(sum) - (outcomes[at] ?? 0)) / rows.length;
      row.forEach((value, each) => {
        slopes[each] = (slopes[each] ?? 0) + miss * value;
      });
      slope += miss;
    });
    slopes.forEach((each, at) => {
      weights[at] = (weights[at] ?? 0) - pace * each;
    });
    start -= pace * slope;
  }
  return { weights, start };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
