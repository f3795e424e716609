import { wordsOf } from '../domain/language/words-of.ts';
import type { SparseVector } from './linear-table.ts';
import { impactCues } from './ordinal-cues.ts';
import { distinct, featureSpace, groupsOfLetters, hashOf } from './text-hash.ts';

/** What is judged: a report with its subject, and what it belongs to (a project, a product, an account), if that is known. */
export type Report = { readonly title: string; readonly text: string; readonly group?: string };

/** What a report is recognised by: parts of distinct numbers below `featureSpace`, and cues as they are. */
export type ReportFeatures = { readonly parts: readonly Uint32Array[]; readonly cues: readonly number[] };

/** Which parts count how much: lengths in the report's vector. */
export type PartShares = {
  readonly words: number;
  readonly letters: number;
  readonly title: number;
  readonly groupWords: number;
  /** Cues are not scaled to a length: this is what the first of a kind adds. */
  readonly cues: number;
};

/** Reports are long: what decides often stands behind the first paragraph. */
const mostWords = 600;
const longestText = 12_000;

/** Words and pairs of words, letters, the title once more, the words as this group uses them, and cues. */
export function reportFeatures({ title, text, group }: Report): ReportFeatures {
  const heading = wordsOf(title);
  const words = [...heading, ...wordsOf(text.slice(0, longestText))].slice(0, mostWords);
  const letters: number[] = [];
  for (const word of words) groupsOfLetters(word, letters);
  return {
    parts: [
      distinct(phrases(words, '')),
      distinct(letters),
      distinct(phrases(heading.map(withoutNumbers), 'title ')),
      distinct(group === undefined ? [] : phrases(words.map(withoutNumbers), `in ${group} `)),
    ],
    cues: impactCues(title, text.slice(0, longestText)),
  };
}

function phrases(words: readonly string[], mark: string): number[] {
  const found: number[] = [];
  let before: string | undefined;
  for (const word of words) {
    found.push(hashOf(mark + word));
    if (before !== undefined) found.push(hashOf(`${mark}${before} ${word}`));
    before = word;
  }
  return found;
}

/** `step 3.2` and `step 4.1` are one pattern of a title. */
function withoutNumbers(word: string): string {
  return word.replaceAll(/\d+/g, '0');
}

/** Turns reports into numbers by how rare their features are among the reports that are learned from. */
export function reportVectors(
  learned: readonly ReportFeatures[],
  shares: PartShares,
): (features: ReportFeatures) => SparseVector {
  const rarity = rarityAmong(learned);
  const lengths = [shares.words, shares.letters, shares.title, shares.groupWords];
  return ({ parts, cues }) => {
    const room = parts.reduce((sum, part) => sum + part.length, cues.length);
    const ids = new Uint32Array(room);
    const values = new Float32Array(room);
    let end = 0;
    for (const [nth, part] of parts.entries()) {
      const length = lengths[nth] ?? 0;
      if (length === 0) continue;
      const from = end;
      let square = 0;
      for (const bucket of part) {
        const rare = rarity[bucket] ?? 0;
        if (rare === 0) continue;
        ids[end] = bucket;
        values[end++] = rare;
        square += rare * rare;
      }
      const scale = square === 0 ? 0 : length / Math.sqrt(square);
      for (let at = from; at < end; at++) values[at] = (values[at] ?? 0) * scale;
    }
    for (const [nth, cue] of cues.entries()) {
      ids[end] = featureSpace - 1 - nth;
      values[end++] = cue * shares.cues;
    }
    return { ids: ids.subarray(0, end), values: values.subarray(0, end) };
  };
}

/** 0 for what was seen once or never: it fits one report by heart. */
function rarityAmong(learned: readonly ReportFeatures[]): Float32Array {
  const seen = new Uint32Array(featureSpace);
  for (const { parts } of learned) {
    for (const part of parts) for (const bucket of part) seen[bucket] = (seen[bucket] ?? 0) + 1;
  }
  return Float32Array.from(seen, (times) =>
    times < 2 ? 0 : Math.log((1 + learned.length) / (1 + times)) + 1,
  );
}
