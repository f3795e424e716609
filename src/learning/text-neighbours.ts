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
  /** How many words each has, by place. */
  const lengths: number[] = [];
  const free: number[] = [];
  /** Places of the texts that have a word. */
  const holders = new Map<number, number[]>();
  /** By place: what is shared with the text that is asked about; 0 for most. */
  let sums = new Float64Array(1_024);
  let latest: { readonly features: TextFeatures; readonly alike: Alike } | undefined;

  function remove(id: string): void {
    const text = known.get(id);
    latest = undefined;
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
      const words = buckets.subarray(0, ends[0]);
      known.set(id, { place, words });
      ids[place] = id;
      lengths[place] = words.length;
      for (const word of words) {
        const places = holders.get(word);
        if (places) places.push(place);
        else holders.set(word, [place]);
      }
    },
    remove,
    nearest(features, isWanted) {
      // Asked about one text for field after field.
      if (latest?.features !== features) latest = { features, alike: alikeTo(features) };
      const { places, likeness } = latest.alike;
      let best: string | undefined;
      let bestLikeness = 0;
      for (let at = 0; at < places.length; at++) {
        const each = likeness[at] ?? 0;
        if (best !== undefined && each < bestLikeness) continue;
        const id = ids[places[at] ?? 0];
        if (id === undefined || (best !== undefined && each === bestLikeness && id > best)) continue;
        if (!isWanted(id)) continue;
        best = id;
        bestLikeness = each;
      }
      return best;
    },
  };

  /** Texts that share one of the rarest words, with how alike they are. */
  function alikeTo({ buckets, ends }: TextFeatures): Alike {
    const told = [...buckets.subarray(0, ends[0])]
      .map((word) => ({ word, places: holders.get(word) ?? [] }))
      .filter(({ places }) => places.length > 0)
      .sort((one, other) => one.places.length - other.places.length || one.word - other.word);
    if (sums.length < ids.length) sums = new Float64Array(ids.length * 2);
    const touched: number[] = [];
    let looked = 0;
    for (const { places } of told) {
      looked += places.length;
      if (looked > mostLooks && touched.length > 0) break;
      const weight = Math.log(1 + known.size / places.length) ** 2;
      for (const place of places) {
        const before = sums[place] ?? 0;
        if (before === 0) touched.push(place);
        sums[place] = before + weight;
      }
    }
    const likeness = new Float64Array(touched.length);
    for (const [at, place] of touched.entries()) {
      likeness[at] = (sums[place] ?? 0) / Math.sqrt((lengths[place] ?? 0) + 1);
      sums[place] = 0;
    }
    return { places: touched, likeness };
  }
}

/** Places of texts, and how alike each of them is. */
type Alike = { readonly places: readonly number[]; readonly likeness: Float64Array };

/** The rarest words of a text tell it apart; the common ones would be looked up in thousands of texts. */
const mostLooks = 8_000;
