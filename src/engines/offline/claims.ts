import type { Passage } from '../../domain/article.ts';
import type { Source } from '../../domain/draft.ts';
import { cellsOf, type Sentence, sentencesOf } from '../../domain/language/sentences-of.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { isCode } from '../../domain/language/words-of.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { privateDataIn } from '../../domain/safety/private-data.ts';
import { isAddressedToMachine } from './evidence.ts';

export type Claim = { readonly text: string; readonly source: Source };

/** A reply of more steps is not followed. */
const mostSteps = 7;
const mostSentences = 3;

/**
 * What a source says that helps with these terms: its numbered steps when it has any, else the sentences nearest to
 * the question, in their order. Promises and private data stay out, even when the source has them.
 */
export function claimsFrom(
  source: { readonly id: string; readonly text: string },
  asked: ReadonlySet<string>,
): readonly Claim[] {
  const all = sentencesOf(source.text).filter(({ text }) => isFitToRepeat(text));
  const codes = [...asked].filter((term) => isCode(term) && /\p{L}/u.test(term));
  const rows = all.filter(
    ({ kind, text }) => kind === 'row' && [...termSet(text)].some((term) => codes.includes(term)),
  );
  const steps = all.filter(({ kind }) => kind === 'step');
  const chosen =
    rows.length > 0 ? rows.slice(0, 2) : steps.length > 0 ? steps.slice(0, mostSteps) : nearest(all, asked);
  return chosen.map((sentence) => ({
    text: readable(sentence),
    source: { id: source.id, quote: sentence.text },
  }));
}

/** The one sentence of a passage that says what it is about. */
export function leadClaim(passage: Passage): Claim | undefined {
  const first = sentencesOf(passage.text).find(
    ({ text }) => isFitToRepeat(text) && text.length > 25 && !text.endsWith(':'),
  );
  return first === undefined
    ? undefined
    : { text: plainText(first.text), source: { id: passage.id, quote: first.text } };
}

/** The list items of a passage as plain words. */
export function itemsOf(passage: Passage): readonly string[] {
  return sentencesOf(passage.text)
    .filter(({ kind, text }) => kind !== 'sentence' && isFitToRepeat(text))
    .map(({ text }) => plainText(text));
}

function nearest(sentences: readonly Sentence[], asked: ReadonlySet<string>): readonly Sentence[] {
  const rated = sentences
    .map((sentence, at) => ({
      sentence,
      at,
      shared: sharedWeight(sentence.text, asked),
    }))
    .filter(({ sentence, shared }) => shared > 0 && sentence.text.length > 20)
    .sort((left, right) => right.shared - left.shared || left.at - right.at)
    .slice(0, mostSentences)
    .sort((left, right) => left.at - right.at);
  return rated.map(({ sentence }) => sentence);
}

/** A code in common tells more than words in common. */
function sharedWeight(text: string, asked: ReadonlySet<string>): number {
  return [...termSet(text)]
    .filter((term) => asked.has(term))
    .reduce((sum, term) => sum + (isCode(term) ? 3 : 1), 0);
}

/** Greetings, promises, questions and private data of an earlier answer belong to that answer. */
function isFitToRepeat(text: string): boolean {
  const isTalk =
    /^(?:hi|hello|hey|dear|hallo|guten tag|hola|bonjour|thanks|thank you|best|kind regards|no worries|i see|sorry|i am sorry|viele grüße)\b/i.test(
      text,
    );
  return (
    !isTalk &&
    !text.endsWith('?') &&
    commitmentsIn(text).length === 0 &&
    privateDataIn(text).length === 0 &&
    !/[<>]|@\w/.test(text) &&
    !isAddressedToMachine(text)
  );
}

/** A row becomes one line with the names of its columns. */
function readable({ text, kind, columns = [] }: Sentence): string {
  if (kind !== 'row') return plainText(text);
  const [first = '', ...others] = cellsOf(text);
  const named = others.map((cell, at) =>
    [columns[at + 1], cell].filter((part) => part !== undefined).join(' '),
  );
  return plainText(`${first}: ${named.join('; ')}`);
}

/** Markdown's marks are for the help page. */
function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/(?<![\w*])\*([^*\s][^*]*)\*(?!\w)/g, '$1')
    .replaceAll(/(?<!\w)_([^_\s][^_]*)_(?!\w)/g, '$1')
    .replaceAll(/`([^`]+)`/g, '$1');
}
