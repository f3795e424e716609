import type { TextFeatures } from './text-features.ts';

/** Finds the most alike of the texts it knows by the words and neighbouring words they share. */
export type TextNeighbours = {
  add(id: string, features: TextFeatures): void;
  remove(id: string): void;
  /** The most alike text that `isWanted`, if any shares a word that is rare enough. */
  nearest(features: TextFeatures, isWanted: (id: string) => boolean): string | undefined;
};

export function createTextNeighbours(): TextNeighbours {
  const words = new Map<string, Uint32Array>();
  const holders = new Map<number, Set<string>>();
  return {
    add(id, { buckets, ends }) {
      const own = buckets.slice(0, ends[0]);
      words.set(id, own);
      for (const bucket of own) {
        const known = holders.get(bucket);
        if (known) known.add(id);
        else holders.set(bucket, new Set([id]));
      }
    },
    remove(id) {
      for (const bucket of words.get(id) ?? []) {
        const known = holders.get(bucket);
        known?.delete(id);
        if (known?.size === 0) holders.delete(bucket);
      }
      words.delete(id);
    },
    nearest({ buckets, ends }, isWanted) {
      const told = [...buckets.subarray(0, ends[0])]
        .map((bucket) => ({ bucket, size: holders.get(bucket)?.size ?? 0 }))
        .filter(({ size }) => size > 0)
        .sort((one, other) => one.size - other.size || one.bucket - other.bucket)
        .slice(0, mostWords);
      const sums = new Map<string, number>();
      let looked = 0;
      for (const { bucket, size } of told) {
        looked += size;
        if (looked > mostLooks && sums.size > 0) break;
        const weight = Math.log(1 + words.size / size) ** 2;
        for (const id of holders.get(bucket) ?? []) sums.set(id, (sums.get(id) ?? 0) + weight);
      }
      let best: { id: string; likeness: number } | undefined;
      for (const [id, sum] of sums) {
        if (!isWanted(id)) continue;
        const likeness = sum / Math.sqrt((words.get(id)?.length ?? 0) + 1);
        const isBetter =
          best === undefined || likeness > best.likeness || (likeness === best.likeness && id < best.id);
        if (isBetter) best = { id, likeness };
      }
      return best?.id;
    },
  };
}

/** The rarest words of a text tell it apart; the common ones would be looked up in thousands of texts. */
const mostWords = 48;
const mostLooks = 8_000;
