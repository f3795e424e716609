import {
  createLinearModel,
  type LinearExample,
  type LinearModel,
  likeNew,
  squareOf,
  unseenScores,
} from './linear-model.ts';
import { overlap, type SparseVector } from './linear-table.ts';
import type { TextFeatures } from './text-features.ts';
import { createNaiveBayes } from './text-naive-bayes.ts';
import { type FeatureCounts, rarityOf } from './text-rarity.ts';
import type { ScopeSigns } from './text-scope.ts';

/** A text and what it was found to be. `stranger` for what belongs to no class. */
export type Sorted = { readonly features: TextFeatures; readonly label: string; readonly weight: number };

/** The label of texts that belong to no class. */
export const stranger = '';

/** Scores of the classes in the order of `labels`, with what tells how much at home the text is. */
export type Reading = ScopeSigns & { readonly labels: readonly string[] };

/** What was learned from some examples so far. More may join and any may be taken back without starting anew. */
export type Training = {
  readonly model: LinearModel;
  add(id: string, sorted: Sorted): void;
  remove(id: string): void;
  /** Reads a text without what the example of that id, if any, has added. */
  read(features: TextFeatures, without?: string): Reading;
  /** Reads an example about as it would have been read when it was new. */
  readAsNew(id: string): Reading | undefined;
  vector(id: string): SparseVector;
  example(id: string): LinearExample;
};

type Kept = Sorted & { readonly linear: LinearExample };

/**
 * Nothing is learned yet but how often each feature occurs in each class. `counts` say how rare the features are;
 * `names` are the labels' own words, learned like examples.
 */
export function createTraining(
  start: ReadonlyMap<string, Sorted>,
  {
    cost,
    names,
    counts,
  }: { readonly cost: number; readonly names: ReadonlyMap<string, Sorted>; readonly counts: FeatureCounts },
): Training {
  const labels = [...new Set([...start.values()].map(({ label }) => label))].sort();
  const places = new Map(labels.map((label, place) => [label, place]));
  const rarity = rarityOf(counts);
  const model = createLinearModel(labels.length);
  const bayes = createNaiveBayes(labels.length);
  const bayesWeight = weightOfBayes(start.size / Math.max(1, labels.length));
  const kept = new Map<string, Kept>();
  for (const [id, each] of start) keep(id, each);
  for (const [id, each] of names) {
    rarity.know(each.features);
    keep(id, each);
  }

  function placeOf(label: string): number {
    const known = places.get(label);
    if (known !== undefined) return known;
    model.addClass();
    bayes.addClass();
    places.set(label, labels.length);
    return labels.push(label) - 1;
  }

  function keep(id: string, each: Sorted): void {
    const target = placeOf(each.label);
    kept.set(id, { ...each, linear: { target, cost: cost * each.weight, pulls: new Float32Array(0) } });
    if (bayesWeight > 0) bayes.count(rarity.vector(each.features), target, each.weight);
  }

  /** Scores of a text, without what `own` has added to them. */
  function scoresOf(features: TextFeatures, own?: Kept, share = 1): Float64Array {
    const vector = own ? copied(rarity.vector(features)) : rarity.vector(features);
    let scores = model.scores(vector);
    const ownVector = own ? rarity.vector(own.features) : vector;
    if (own) {
      const shared = own.features === features ? squareOf(vector) : overlap(ownVector, vector);
      scores = unseenScores(scores, { example: own.linear, shared, share });
    }
    if (bayesWeight === 0) return scores;
    if (own) bayes.count(ownVector, own.linear.target, -own.weight);
    const likely = bayes.scores(vector);
    if (own) bayes.count(ownVector, own.linear.target, own.weight);
    return scores.map((score, place) => score + bayesWeight * (likely[place] ?? 0));
  }

  function reading(features: TextFeatures, own?: Kept, share = 1): Reading {
    const known = rarity.known(features, own ? 1 : 0);
    const all = scoresOf(features, own, share);
    const at = places.get(stranger);
    if (at === undefined) return { labels, scores: all, known };
    const isClass = (_: unknown, place: number) => place !== at;
    return { labels: labels.filter(isClass), scores: all.filter(isClass), stranger: all[at] ?? 0, known };
  }

  return {
    model,
    add(id, each) {
      rarity.know(each.features);
      keep(id, each);
      const example = kept.get(id)?.linear;
      const vector = rarity.vector(each.features);
      for (let visit = 0; example && visit < firstVisits; visit++) {
        model.visit(example, vector, model.scores(vector));
      }
    },
    remove(id) {
      const each = kept.get(id);
      if (each === undefined) return;
      kept.delete(id);
      const vector = rarity.vector(each.features);
      model.withdraw(each.linear, vector);
      if (bayesWeight > 0) bayes.count(vector, each.linear.target, -each.weight);
      rarity.unknow(each.features);
    },
    read(features, without) {
      return reading(features, without === undefined ? undefined : kept.get(without));
    },
    readAsNew(id) {
      const own = kept.get(id);
      return own && reading(own.features, own, likeNew);
    },
    vector: (id) => rarity.vector(kept.get(id)?.features ?? nothing),
    example: (id) => kept.get(id)?.linear ?? { target: -1, cost, pulls: new Float32Array(0) },
  };
}

/** How often a new example is visited when it joins what was already learned. */
const firstVisits = 3;

/** Counting is the better guide while examples are few; it halves with every six more in a class, and then goes. */
function weightOfBayes(examplesPerClass: number): number {
  return examplesPerClass > 40 ? 0 : 0.5 * 2 ** (-examplesPerClass / 6);
}

const nothing: TextFeatures = { buckets: new Uint32Array(0), ends: [0, 0] };

function copied({ ids, values }: SparseVector): SparseVector {
  return { ids, values: values.slice(0, ids.length) };
}
