import type { Passage } from '../../domain/article.ts';
import type { Source } from '../../domain/draft.ts';
import type { Sentence } from '../../domain/language/sentences-of.ts';
import { assurancesIn } from '../../domain/safety/assurances.ts';
import { deedsIn } from '../../domain/safety/deeds.ts';
import { chooseSentences, mostSteps } from './choose-sentences.ts';
import type { PageReader } from './page-reader.ts';
import type { Question } from './question.ts';
import { plainText, readable } from './readable.ts';

export type Claim = { readonly text: string; readonly source: Source };

/** What a source says that helps with a question. */
export function claimsFrom(
  source: { readonly id: string; readonly text: string },
  question: Question,
): readonly Claim[] {
  return chooseSentences(question.repeatable(source.text), question).map((sentence) =>
    claimOf(sentence, source.id),
  );
}

/**
 * The same of an answer that solved another ticket: its steps with the sentence that leads to them. What it says about
 * that one day or case (a time, an amount, a number) stays with it, and so do its assurances and what was done then.
 */
export function earlierClaims(
  source: { readonly id: string; readonly text: string },
  question: Question,
): readonly Claim[] {
  const fit = question.repeatable(source.text).filter(({ text }) => !isOfThatCase(text));
  const at = fit.findIndex(({ kind }) => kind === 'step');
  const before = fit[at - 1];
  const lead = before?.kind === 'sentence' && !ofThatDay.test(before.text) ? [before] : [];
  const steps = fit.filter(({ kind }) => kind === 'step').slice(0, mostSteps);
  const chosen = at < 0 ? chooseSentences(fit, question) : [...lead, ...steps];
  return chosen.map((sentence) => claimOf(sentence, source.id));
}

/** A help page may say that something is free or will be there again; said to one person it is a promise. */
function isOfThatCase(text: string): boolean {
  return assurancesIn(text).length > 0 || deedsIn(text).length > 0;
}

const ofThatDay =
  /\d|\b(?:yesterday|today|tonight|last (?:night|week|month)|this (?:morning|week|month)|at the moment|currently|right now|gestern|heute|ayer|hoy|hier|aujourd)\b/i;

/**
 * The one sentence of a passage that says what it is about; nothing for one that begins with a list or a table, or that
 * leads to another address: what is told unasked leads nowhere.
 */
export function leadClaim(passage: Passage, { repeatable }: PageReader): Claim | undefined {
  const [first] = repeatable(passage.text);
  const isWhole = first?.kind === 'sentence' && first.text.length > 25 && passage.text.startsWith(first.text);
  return isWhole && !/https?:/.test(first.text) ? claimOf(first, passage.id) : undefined;
}

/** The list items of a passage as plain words. */
export function itemsOf(passage: Passage, { repeatable }: PageReader): readonly string[] {
  return repeatable(passage.text)
    .filter(({ kind }) => kind !== 'sentence')
    .map(({ text }) => plainText(text));
}

function claimOf(sentence: Sentence, id: string): Claim {
  return { text: readable(sentence), source: { id, quote: sentence.text } };
}
