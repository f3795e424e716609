import { isCode, wordsOf } from '../domain/language/words-of.ts';
import { plainReading } from '../domain/safety/read-as-people-do.ts';
import { isInstruction } from '../domain/safety/without-instructions.ts';
import { fitLinear } from './linear-fit.ts';
import type { SparseVector } from './linear-table.ts';
import { distinct, hashOf } from './text-hash.ts';

/** Learned from texts people marked as orders to a machine, and from tickets without any. */
export type InjectionExamples = { readonly orders: readonly string[]; readonly clean: readonly string[] };

/**
 * Learns to see orders to a machine inside a longer text: each sentence or stretch is looked at alone and the most
 * suspicious one counts. The score of a text has no unit; a threshold is set on tickets that are known to be clean.
 */
export function learnInjections({ orders, clean }: InjectionExamples): (text: string) => number {
  const bad = orders.flatMap(stretchesOf);
  const good = evenly(clean.flatMap(stretchesOf), mostClean);
  const model = fitLinear([...bad, ...good].map(vectorOf), [...bad.map(() => 0), ...good.map(() => -1)], {
    classes: 1,
    cost: 0.5,
    rounds: 12,
  });
  return (text) =>
    Math.max(lowest, ...stretchesOf(text).map((stretch) => model.scores(vectorOf(stretch))[0] ?? lowest));
}

/** More sentences of clean tickets than this teach nothing new. */
const mostClean = 8000;
const lowest = -10;

type Stretch = { readonly words: readonly string[]; readonly isOrder: boolean };

/** Nobody plants an order of more words at once; text without full stops is cut into pieces that overlap by half. */
const longestStretch = 36;
const piece = 24;

function stretchesOf(text: string): readonly Stretch[] {
  return text
    .slice(0, longestText)
    .split(/(?<=[.?!。？！])\s+|\n+|(?<=[。？！])/u)
    .flatMap((sentence) => {
      const words = wordsOf(plainReading(sentence));
      if (words.length === 0) return [];
      const isOrder = isInstruction(sentence);
      return words.length <= longestStretch
        ? [{ words, isOrder }]
        : pieces(words).map((each) => ({ words: each, isOrder }));
    });
}

const longestText = 12_000;

function pieces(words: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil((words.length - piece) / (piece / 2)) + 1;
  return Array.from({ length: count }, (_, at) => words.slice((at * piece) / 2, (at * piece) / 2 + piece));
}

/** Words and neighbours, of length 1, so that a long sentence is not louder than a short one; the rules have a voice. */
function vectorOf({ words, isOrder }: Stretch): SparseVector {
  const plain = words.map((word) => (isCode(word) && /^\d+$/.test(word) ? '0' : word));
  const found = plain.flatMap((word, at) => [hashOf(word), hashOf(`${plain[at - 1] ?? ''} ${word}`)]);
  const rule = isOrder ? ruleVoice : [];
  const ids = distinct([...found, ...rule]);
  const share = 1 / Math.sqrt(Math.max(1, found.length));
  return { ids, values: Float32Array.from(ids, (id) => (rule.includes(id) ? ruleWeight : share)) };
}

const ruleVoice: readonly number[] = [hashOf('\u0000 rule')];
const ruleWeight = 0.7;

function evenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T);
}
