import { wordsOf } from '../domain/language/words-of.ts';
import { distinct, featureSpace, groupsOfLetters, hashOf } from './text-hash.ts';

/** What rules say of a text's feelings, as numbers in a fixed order; 0 where nothing is felt. */
export type Feel = (text: string) => readonly number[];

/** Parts of distinct numbers below `featureSpace`: words and signs, letters, what the rules felt. */
export type SentimentFeatures = readonly [words: Uint32Array, letters: Uint32Array, felt: Uint32Array];

/** Feelings show at the beginning and at the end; a long middle is the matter. */
const longestText = 6_000;

export function sentimentFeatures(text: string, feel: Feel): SentimentFeatures {
  const read = text.slice(0, longestText).replaceAll(address, ' ').replaceAll('’', "'");
  const letters: number[] = [];
  for (const word of wordsOf(read)) groupsOfLetters(word, letters);
  return [distinct(phrases(read)), distinct(letters), distinct(steps(feel(text)))];
}

const address = /https?:\/\/\S+/g;
/** Words, faces set in type, pictures, and marks that say more than where a sentence ends. */
const tokens =
  /[<>]?[:;=8][-'o*]?[()[\]dDpP/\\|]+|<\/?3|\^_?\^|\p{Extended_Pictographic}|[!?]+|\.{2,}|[\p{L}\p{N}]+(?:['_.-][\p{L}\p{N}]+)*/gu;
const denies =
  /^(?:not|no|never|cannot|hardly|without|nobody|nothing|nicht|kein\w*|nie|nunca|sin|ne|pas|jamais|\w+n't)$/;
/** How far a denial reaches. */
const reach = 3;

/** Words and neighbours; words behind a denial once more as denied ones, up to the next mark. */
function phrases(text: string): number[] {
  const found: number[] = [];
  let before = '^';
  let denied = 0;
  for (const [token] of text.matchAll(tokens)) {
    const word = token.toLowerCase();
    found.push(hashOf(word), hashOf(`${before} ${word}`));
    if (denied > 0) found.push(hashOf(`not ${word}`));
    before = word;
    if (!/[\p{L}\p{N}]/u.test(word)) denied = 0;
    else denied = denies.test(word) ? reach : denied - 1;
  }
  return found;
}

const edges = [0.1, 0.5, 1, 2, 3, 5] as const;

/** A feeling as a staircase: each step it reaches is a feature, for joy and for anger alike. */
function steps(felt: readonly number[]): number[] {
  return felt.flatMap((value, at) =>
    edges.flatMap((edge, step) =>
      Math.abs(value) >= edge ? [hashOf(`felt ${at} ${value > 0} ${step}`)] : [],
    ),
  );
}

export type Weighing = (features: SentimentFeatures) => { ids: Uint32Array; values: Float32Array };

/** Turns features into numbers by how rare they are among the texts that are learned from. */
export function sentimentVectors(learned: readonly SentimentFeatures[]): Weighing {
  const seen = new Uint32Array(featureSpace);
  for (const parts of learned) {
    for (const part of parts) for (const bucket of part) seen[bucket] = (seen[bucket] ?? 0) + 1;
  }
  const rarity = Float32Array.from(seen, (times) =>
    times < 2 ? 0 : Math.log((1 + learned.length) / (1 + times)) + 1,
  );
  return (parts) => {
    const ids = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
    const values = new Float32Array(ids.length);
    let end = 0;
    for (const [nth, part] of parts.entries()) {
      const from = end;
      let square = 0;
      for (const bucket of part) {
        // Every step of a feeling tells as much as any other, however often it is reached.
        const weight = nth === 2 ? Math.min(1, seen[bucket] ?? 0) : (rarity[bucket] ?? 0);
        if (weight === 0) continue;
        ids[end] = bucket;
        values[end++] = weight;
        square += weight * weight;
      }
      const scale = square === 0 ? 0 : (lengths[nth] ?? 0) / Math.sqrt(square);
      for (let at = from; at < end; at++) values[at] = (values[at] ?? 0) * scale;
    }
    return { ids: ids.subarray(0, end), values: values.subarray(0, end) };
  };
}

/** What the rules felt weighs more than either words or letters alone. */
const lengths = [1, 1, 1.4] as const;
