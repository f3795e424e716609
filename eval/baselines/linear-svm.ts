import { fitLinear } from '../../src/learning/linear-fit.ts';
import type { SparseVector } from '../../src/learning/linear-table.ts';
import { featureSpace } from '../../src/learning/text-hash.ts';
import type { Guess, Labelled } from './text-baseline.ts';

/** A linear SVM (squared hinge, one against the rest, C = 1) on TF-IDF with logarithmic counts, length 1. */
export function linearSvm(
  examples: readonly Labelled[],
  featuresOf: (text: string) => readonly string[],
): (text: string) => Guess {
  const ids = new Map<string, number>();
  const seen: number[] = [];
  const texts = examples.map(({ text }) => featuresOf(text));
  for (const features of texts) {
    for (const feature of new Set(features)) {
      // The model has room for so many; what comes later is rare.
      const id = ids.get(feature) ?? ids.size;
      if (id >= featureSpace) continue;
      ids.set(feature, id);
      seen[id] = (seen[id] ?? 0) + 1;
    }
  }
  const vector = (features: readonly string[]): SparseVector => {
    const counts = new Map<number, number>();
    for (const feature of features) {
      const id = ids.get(feature);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const values = Float32Array.from(counts, ([id, count]) => {
      const rarity = Math.log((1 + examples.length) / (1 + (seen[id] ?? 0))) + 1;
      return (1 + Math.log(count)) * rarity;
    });
    const length = Math.hypot(...values) || 1;
    return { ids: Uint32Array.from(counts.keys()), values: values.map((value) => value / length) };
  };
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const places = new Map(labels.map((label, place) => [label, place]));
  const model = fitLinear(
    texts.map(vector),
    examples.map(({ label }) => places.get(label) ?? -1),
    { classes: labels.length },
  );
  return (text) => {
    const scores = model.scores(vector(featuresOf(text)));
    const score = Math.max(...scores);
    return { label: labels[scores.indexOf(score)] ?? '', score };
  };
}
