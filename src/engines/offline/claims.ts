import type { Passage } from '../../domain/article.ts';
import type { Source } from '../../domain/draft.ts';
import { type Sentence, sentencesOf } from '../../domain/language/sentences-of.ts';
import { commitmentsIn } from '../../domain/safety/commitments.ts';
import { privateDataIn } from '../../domain/safety/private-data.ts';
import { chooseSentences, mostSteps } from './choose-sentences.ts';
import { isAddressedToMachine } from './evidence.ts';
import { plainText, readable } from './readable.ts';

export type Claim = { readonly text: string; readonly source: Source };

/** What a source says that helps with these terms. Promises and private data stay out, even when the source has them. */
export function claimsFrom(
  source: { readonly id: string; readonly text: string },
  asked: ReadonlySet<string>,
): readonly Claim[] {
  const fit = sentencesOf(source.text).filter(({ text }) => isFitToRepeat(text));
  return chooseSentences(fit, asked).map((sentence) => claimOf(sentence, source.id));
}

/**
 * The same of an answer that solved another ticket: its steps with the sentence that leads to them. What it says about
 * that one day or case (a time, an amount, a number) stays with it.
 */
export function earlierClaims(
  source: { readonly id: string; readonly text: string },
  asked: ReadonlySet<string>,
): readonly Claim[] {
  const fit = sentencesOf(source.text).filter(({ text }) => isFitToRepeat(text));
  const at = fit.findIndex(({ kind }) => kind === 'step');
  const before = fit[at - 1];
  const lead = before?.kind === 'sentence' && !ofThatDay.test(before.text) ? [before] : [];
  const steps = fit.filter(({ kind }) => kind === 'step').slice(0, mostSteps);
  const chosen = at < 0 ? chooseSentences(fit, asked) : [...lead, ...steps];
  return chosen.map((sentence) => claimOf(sentence, source.id));
}

const ofThatDay =
  /\d|\b(?:yesterday|today|tonight|last (?:night|week|month)|this (?:morning|week|month)|at the moment|currently|right now|gestern|heute|ayer|hoy|hier|aujourd)\b/i;

/** The one sentence of a passage that says what it is about; nothing for one that begins with a list or a table. */
export function leadClaim(passage: Passage): Claim | undefined {
  const [first] = sentencesOf(passage.text);
  if (first === undefined || first.kind !== 'sentence' || first.text.length <= 25) return undefined;
  return isFitToRepeat(first.text) && !first.text.endsWith(':') ? claimOf(first, passage.id) : undefined;
}

/** The list items of a passage as plain words. */
export function itemsOf(passage: Passage): readonly string[] {
  return sentencesOf(passage.text)
    .filter(({ kind, text }) => kind !== 'sentence' && isFitToRepeat(text))
    .map(({ text }) => plainText(text));
}

function claimOf(sentence: Sentence, id: string): Claim {
  return { text: readable(sentence), source: { id, quote: sentence.text } };
}

/** Greetings, promises, questions and private data of an earlier answer belong to that answer. */
function isFitToRepeat(text: string): boolean {
  const isTalk =
    /^(?:hi|hello|hey|dear|hallo|guten tag|guten morgen|hola|bonjour|thanks|thank you|best|kind regards|no worries|i see|sorry|i am sorry|good question|viele grüße|danke|gracias|merci)\b/i.test(
      text,
    );
  return (
    !isTalk &&
    !text.endsWith('?') &&
    !isIntroduction(text) &&
    commitmentsIn(text).length === 0 &&
    privateDataIn(text).length === 0 &&
    !/[<>]|@\w/.test(text) &&
    !isAddressedToMachine(text)
  );
}

/** “Three things to check:” is nothing without what follows. */
function isIntroduction(text: string): boolean {
  return text.endsWith(':') && !text.startsWith('|');
}
