import { z } from 'zod';
import type { Article, Passage } from '../domain/article.ts';
import { Invalid } from '../domain/errors.ts';
import type { Search } from '../ports.ts';
import { jsonFrom, packParts, textToBytes, unpackParts } from './byte-parts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { queryTerms } from './query-terms.ts';
import { createTermIndex } from './term-index.ts';
import { countFields } from './text-terms.ts';

/** Passages are of much the same length, and repeat what they are about: a word may count a little more often. */
const bm25 = { k1: 1.6, b: 0.7 };
/** Each word of a title or heading counts as so many in the text; two to four are much the same. */
const titleTimes = 3;
const headingTimes = 3;
const keywordTimes = 2;

const Fingerprints = z.array(z.tuple([z.string(), z.number()]));

type PassageSearch = Pick<Search, 'passages' | 'passagesOf'> & {
  /** The whole list: what is no longer in it is forgotten, what has not changed is not read again. */
  put(articles: readonly Article[]): void;
  /** What was read, as bytes; not the texts. */
  save(): Uint8Array;
  /** Before the first `put`, which then reads only what has changed. Throws `Invalid` when the bytes are broken. */
  load(bytes: Uint8Array): void;
};

/** The half of the search that knows articles, in memory. */
export function createPassageSearch(): PassageSearch {
  const index = createTermIndex(bm25);
  const passages = new Map<string, Passage>();
  const passagesOf = new Map<string, readonly string[]>();
  /** Of what each passage was read from. */
  let fingerprints = new Map<string, number>();

  function putPassage(passage: Passage, keywords: string): void {
    const { id, title, text } = passage;
    const heading = passage.heading === title ? '' : passage.heading;
    const fingerprint = fingerprintOf([title, heading, text, keywords].join('\u0000'));
    passages.set(id, passage);
    if (fingerprints.get(id) === fingerprint) return;
    fingerprints.set(id, fingerprint);
    index.put(
      id,
      countFields([
        [title, titleTimes],
        [heading, headingTimes],
        [text, 1],
        [keywords, keywordTimes],
      ]),
    );
  }

  return {
    put(articles) {
      passages.clear();
      passagesOf.clear();
      for (const article of articles) {
        const keywords = article.keywords.join(' ');
        for (const passage of article.passages) putPassage(passage, keywords);
        passagesOf.set(
          article.id,
          article.passages.map(({ id }) => id),
        );
      }
      for (const id of fingerprints.keys()) {
        if (passages.has(id)) continue;
        fingerprints.delete(id);
        index.remove(id);
      }
    },

    passages(query, limit) {
      return index.rank(queryTerms(query), limit).flatMap(({ key, score, coverage }) => {
        const passage = passages.get(key);
        return passage === undefined ? [] : [{ ...passage, score, coverage }];
      });
    },

    passagesOf(article) {
      return (passagesOf.get(article) ?? []).flatMap((id) => passages.get(id) ?? []);
    },

    save: () => packParts([textToBytes(JSON.stringify([...fingerprints])), index.save()]),

    load(bytes) {
      const [known, terms = new Uint8Array(0)] = unpackParts(bytes);
      const read = Fingerprints.safeParse(jsonFrom(known));
      if (!read.success) throw new Invalid('the bytes hold no fingerprints');
      index.load(terms);
      fingerprints = new Map(read.data);
    },
  };
}
