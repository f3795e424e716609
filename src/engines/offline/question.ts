import type { DraftFacts } from '../../domain/draft.ts';
import { askedTerms } from './asked-terms.ts';
import type { PageReader } from './page-reader.ts';

/** What the requester asks, in terms, and a reader to look for it in pages. */
export type Question = PageReader & {
  /** Terms of the requester's words. */
  readonly asked: ReadonlySet<string>;
  /** The same with how much each says about the subject. */
  readonly weights: ReadonlyMap<string, number>;
  /** The requester's words as they are. */
  readonly text: string;
};

/** Reads the requester's side of the conversation. */
export function questionOf(facts: DraftFacts, pages: PageReader): Question {
  const weights = askedTerms(facts);
  const told = facts.conversation.filter(({ from }) => from === 'requester').map(({ text }) => text);
  return { ...pages, weights, asked: new Set(weights.keys()), text: told.join('\n') };
}
