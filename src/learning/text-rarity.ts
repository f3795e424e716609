import type { SparseVector } from './linear-table.ts';
import type { TextFeatures } from './text-features.ts';
import { featureSpace } from './text-hash.ts';

/** How rare each feature is among the texts seen: rare ones tell more. */
export type TextRarity = {
  /** Makes the features of a text known, so that they count when it is judged. */
  know(features: TextFeatures): void;
  /** One text with these features is gone. */
  unknow(features: TextFeatures): void;
  /** The text as numbers, each part scaled to its share. The arrays are used again by the next call: read them at once. */
  vector(features: TextFeatures): SparseVector;
  /** 0–1: how many of the text's features more than `own` texts have. */
  known(features: TextFeatures, own: number): number;
};

/** How many texts have each feature. */
export type FeatureCounts = { readonly texts: number; readonly seen: Uint32Array };

/** Counts that follow the texts as they come and go. */
export function createFeatureCounts(): FeatureCounts & {
  count(features: TextFeatures, times: 1 | -1): void;
} {
  const seen = new Uint32Array(featureSpace);
  let texts = 0;
  return {
    seen,
    get texts() {
      return texts;
    },
    count({ buckets }, times) {
      texts += times;
      for (const bucket of buckets) seen[bucket] = (seen[bucket] ?? 0) + times;
    },
  };
}

/** Rarity as it is now. It stays as it is while texts are added, so that what was learned stays true. */
export function rarityOf(counts: FeatureCounts): TextRarity {
  const seen = counts.seen.slice();
  const { texts: count } = counts;
  const rarity = new Float32Array(seen.length);
  for (let bucket = 0; bucket < seen.length; bucket++) {
    const times = seen[bucket] ?? 0;
    if (times > 0) rarity[bucket] = rarityAt(times, count);
  }
  const unseen = rarityAt(0, count);
  let values = new Float32Array(1_024);
  return {
    know({ buckets }) {
      for (const bucket of buckets) {
        if (rarity[bucket] === 0) rarity[bucket] = rarityAt(1, count);
        seen[bucket] = (seen[bucket] ?? 0) + 1;
      }
    },
    unknow({ buckets }) {
      for (const bucket of buckets) seen[bucket] = Math.max(0, (seen[bucket] ?? 0) - 1);
    },
    vector(features) {
      const { buckets } = features;
      if (values.length < buckets.length) values = new Float32Array(buckets.length * 2);
      let from = 0;
      for (const [part, share] of shares.entries()) {
        const end = features.ends[part] ?? buckets.length;
        let square = 0;
        for (let at = from; at < end; at++) {
          const value = rarity[buckets[at] ?? 0] ?? 0;
          values[at] = value;
          // What was never seen says nothing, but it leaves less room for the rest: strangers stay pale.
          square += (value === 0 ? unseen : value) ** 2;
        }
        const scale = square === 0 ? 0 : share / Math.sqrt(square);
        for (let at = from; at < end; at++) values[at] = (values[at] ?? 0) * scale;
        from = end;
      }
      return { ids: buckets, values };
    },
    known({ buckets }, own) {
      let found = 0;
      for (const bucket of buckets) if ((seen[bucket] ?? 0) > own) found += 1;
      return buckets.length === 0 ? 0 : found / buckets.length;
    },
  };
}

/** Lengths of the three parts (words, letters, pairs) in a text's vector. Pairs help most where labels are few. */
const shares = [0.5, 0.8, 0.6] as const;

function rarityAt(times: number, count: number): number {
  return Math.log((1 + count) / (1 + times)) + 1;
}
