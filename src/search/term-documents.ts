import type { TermCounts } from './term-index.ts';
import { createVocabulary } from './vocabulary.ts';

/** Two numbers in one of 32 bits: half the memory of two lists. A count above 255 tells nothing more. */
export const pair = (number: number, count: number) => number * 256 + Math.min(count, 255);
export const numberOf = (pairOf: number) => pairOf >>> 8;
export const countOf = (pairOf: number) => pairOf & 255;

/** Documents as numbered terms with their counts. A document has a slot; slots of documents that went stay empty. */
export function createTermDocuments() {
  const vocabulary = createVocabulary();
  const keys: (string | undefined)[] = [];
  const slots = new Map<string, number>();
  let own = new Uint32Array(4096);
  let used = 0;
  /** Where the terms of a slot begin; they end where the next slot's begin. */
  const starts: number[] = [];
  const lengths: number[] = [];
  let totalLength = 0;

  /** Puts a document into a new slot. */
  function add(key: string, terms: TermCounts): number {
    begin(key, terms.size);
    for (const [term, count] of terms) append(pair(vocabulary.add(term), count));
    return keys.length - 1;
  }

  function begin(key: string, size: number): void {
    if (used + size > own.length) {
      const wider = new Uint32Array(Math.max(used + size, Math.ceil(own.length * 1.5)));
      wider.set(own);
      own = wider;
    }
    slots.set(key, keys.length);
    keys.push(key);
    starts.push(used);
    lengths.push(0);
  }

  function append(each: number): void {
    own[used] = each;
    used += 1;
    totalLength += countOf(each);
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + countOf(each);
  }

  function drop(slot: number): void {
    const key = keys[slot];
    if (key === undefined) return;
    slots.delete(key);
    keys[slot] = undefined;
    totalLength -= lengths[slot] ?? 0;
  }

  /** Pairs of a term's number and its count. */
  function termsOf(slot: number): Uint32Array {
    return own.subarray(starts[slot] ?? used, starts[slot + 1] ?? used);
  }

  return {
    vocabulary,
    add,
    /** Puts a document whose terms have their numbers already. */
    addNumbered(key: string, terms: Uint32Array): void {
      begin(key, terms.length);
      own.set(terms, used);
      used += terms.length;
      const length = terms.reduce((sum, each) => sum + countOf(each), 0);
      lengths[lengths.length - 1] = length;
      totalLength += length;
    },
    drop,
    termsOf,
    slotOf: (key: string) => slots.get(key),
    keyOf: (slot: number) => keys[slot],
    /** Sum of the counts of a document. */
    lengthOf: (slot: number) => lengths[slot] ?? 0,
    /** Documents that are there. */
    count: () => slots.size,
    /** Slots given out, the empty ones too. */
    slots: () => keys.length,
    averageLength: () => totalLength / slots.size || 1,
  };
}

export type TermDocuments = ReturnType<typeof createTermDocuments>;

/** The same documents without empty slots; terms that only documents of those had are gone too. */
export function tidied(documents: TermDocuments): TermDocuments {
  if (documents.count() === documents.slots()) return documents;
  const { vocabulary } = documents;
  const fresh = createTermDocuments();
  for (let slot = 0; slot < documents.slots(); slot += 1) {
    const key = documents.keyOf(slot);
    if (key === undefined) continue;
    const terms = Array.from(documents.termsOf(slot), (each): [string, number] => [
      vocabulary.term(numberOf(each)),
      countOf(each),
    ]);
    fresh.add(key, new Map(terms));
  }
  return fresh;
}
