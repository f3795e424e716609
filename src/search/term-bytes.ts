import { z } from 'zod';
import { Invalid } from '../domain/errors.ts';
import { jsonFrom, numbersFrom, numbersToBytes, packParts, textToBytes, unpackParts } from './byte-parts.ts';
import { createTermDocuments, numberOf, type TermDocuments } from './term-documents.ts';

const Names = z.strictObject({ terms: z.array(z.string()), keys: z.array(z.string()) });

/** Tidied documents as bytes: names, how many terms each has, and the terms in numbers. */
export function documentsToBytes(documents: TermDocuments): Uint8Array {
  const slots = Array.from({ length: documents.slots() }, (_, slot) => slot);
  const sizes = Uint32Array.from(slots, (slot) => documents.termsOf(slot).length);
  const terms = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const slot of slots) {
    terms.set(documents.termsOf(slot), at);
    at += sizes[slot] ?? 0;
  }
  const names = { terms: documents.vocabulary.terms(), keys: slots.map((slot) => documents.keyOf(slot)) };
  return packParts([textToBytes(JSON.stringify(names)), numbersToBytes(sizes), numbersToBytes(terms)]);
}

/** Throws `Invalid` when the bytes are no documents. */
export function documentsFrom(bytes: Uint8Array): TermDocuments {
  const [names, sizeBytes, termBytes] = unpackParts(bytes);
  const read = Names.safeParse(jsonFrom(names));
  const [sizes, terms] = [numbersFrom(sizeBytes), numbersFrom(termBytes)];
  const isWhole = sizes.length === read.data?.keys.length && sumOf(sizes) === terms.length;
  if (!read.success || !isWhole) throw new Invalid('the bytes hold no documents');
  const documents = createTermDocuments();
  for (const term of read.data.terms) documents.vocabulary.add(term);
  if (terms.some((each) => numberOf(each) >= read.data.terms.length)) throw new Invalid('a term has no name');
  let at = 0;
  read.data.keys.forEach((key, slot) => {
    const size = sizes[slot] ?? 0;
    documents.addNumbered(key, terms.subarray(at, at + size));
    at += size;
  });
  return documents;
}

function sumOf(numbers: Uint32Array): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
