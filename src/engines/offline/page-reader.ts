import { type Sentence, sentencesOf } from '../../domain/language/sentences-of.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { privateDataIn } from '../../domain/safety/private-data.ts';
import { isAddressedToMachine } from './evidence.ts';

/** Reads texts and remembers the latest: the same pages are asked about all day. */
export type PageReader = {
  /** Distinct terms of a text. */
  terms(text: string): ReadonlySet<string>;
  /** Sentences that may be said again. Promises and private data stay out, even when the source has them. */
  repeatable(text: string): readonly Sentence[];
};

/** So many texts are remembered of each kind: the pages and sentences of a large help centre. */
const mostTexts = 4_000;

/** A reader with an empty memory. What it answers never depends on what it remembers. */
export function createPageReader(): PageReader {
  return {
    terms: remembering(termSet),
    repeatable: remembering((text) => sentencesOf(text).filter((sentence) => isFitToRepeat(sentence.text))),
  };
}

function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    const oldest = known.size < mostTexts ? undefined : known.keys().next().value;
    if (oldest !== undefined) known.delete(oldest);
    known.set(text, now);
    return now;
  };
}

/** Greetings, promises, questions and private data of an earlier answer belong to that answer. */
function isFitToRepeat(text: string): boolean {
  return (
    !talk.test(text) &&
    !text.endsWith('?') &&
    !isIntroduction(text) &&
    !/[<>]|@\w/.test(text) &&
    commitmentsIn(text).length === 0 &&
    privateDataIn(text).length === 0 &&
    !isAddressedToMachine(text)
  );
}

const talk =
  /^(?:hi|hello|hey|dear|hallo|guten tag|guten morgen|hola|bonjour|thanks|thank you|best|kind regards|no worries|i see|sorry|i am sorry|good question|viele grüße|danke|gracias|merci)\b/i;

/** “Three things to check:” is nothing without what follows. */
function isIntroduction(text: string): boolean {
  return text.endsWith(':') && !text.startsWith('|');
}
