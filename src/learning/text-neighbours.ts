import type { TextFeatures } from './text-features.ts';

/** Finds the most alike of the texts it knows by the words and neighbouring words they share. */
export type TextNeighbours = {
  add(id: string, features: TextFeatures): void;
  remove(id: string): void;
  /** The most alike text that `isWanted`, if any shares a word with this one. */
  nearest(features: TextFeatures, isWanted: (id: string) => boolean): string | undefined;
};

export function createTextNeighbours(): TextNeighbours {
  const known = new Map<string, { readonly place: number; readonly words: Uint32Array }>();
  const ids: (string | undefined)[] = [];
  const free: number[] = [];
  /** Places of the texts that have a word. */
  const holders = new Map<number, number[]>();

  function remove(id: string): void {
    const text = known.get(id);
    if (text === undefined) return;
    for (const word of text.words) {
      const places = holders.get(word) ?? [];
      const last = places.pop();
      if (last !== undefined && last !== text.place) places[places.indexOf(text.place)] = last;
      if (places.length === 0) holders.delete(word);
    }
    known.delete(id);
    ids[text.place] = undefined;
    free.push(text.place);
  }

  return {
    add(id, { buckets, ends }) {
      remove(id);
      const place = free.pop() ?? ids.length;
      const words = buckets.slice(0, ends[0]);
      known.set(id, { place, words });
      ids[place] = id;
      for (const word of words) {
        const places = holders.get(word);
        if (places) places.push(place);
        else holders.set(word, [place]);
      }
    },
    remove,
    nearest({ buckets, ends }, isWanted) {
      const told = [...buckets.subarray(0, ends[0])]
        .map((word) => ({ word, places: holders.get(word) ?? [] }))
        .filter(({ places }) => places.length > 0)
        .sort((one, other) => one.places.length - other.places.length || one.word - other.word);
      const sums = new Map<number, number>();
      let looked = 0;
      for (const { places } of told) {
        looked += places.length;
        if (looked > mostLooks && sums.size > 0) break;
        const weight = Math.log(1 + known.size / places.length) ** 2;
        for (const place of places) sums.set(place, (sums.get(place) ?? 0) + weight);
      }
      let best: { id: string; likeness: number } | undefined;
      for (const [place, sum] of sums) {
        const id = ids[place];
        if (id === undefined || !isWanted(id)) continue;
        const likeness = sum / Math.sqrt((known.get(id)?.words.length ?? 0) + 1);
        if (best === undefined || likeness > best.likeness || (likeness === best.likeness && id < best.id)) {
          best = { id, likeness };
        }
      }
      return best?.id;
    },
  };
}

/** The rarest words of a text tell it apart; the common ones would be looked up in thousands of texts. */
const mostLooks = 8_000;
