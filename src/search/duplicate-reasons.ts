import { type Term, termsOf } from '../domain/language/terms-of.ts';
import { type InCommon, sameWindowMs } from './duplicate-score.ts';
import type { Wanted } from './ticket-reading.ts';

const mostWords = 4;

/** What of another ticket the reasons need beside what both have in common. */
type Other = { readonly hasSameText: boolean; says(term: string): boolean };

/** Tells why another ticket may be the same problem, in words for the team; empty when only faint things speak for it. */
export function reasonsFor({ ticket }: Wanted): (inCommon: InCommon, other: Other) => string {
  let said: readonly Term[] | undefined;

  /** As the requester wrote them, those of the subject first. */
  function sharedWords(says: Other['says']): readonly string[] {
    said ??= [...termsOf(ticket.subject), ...termsOf(ticket.text)];
    const words = new Map<string, string>();
    for (const { term, word } of said) {
      if (words.size === mostWords) break;
      if (!words.has(term) && says(term)) words.set(term, word);
    }
    return [...words.values()];
  }

  return ({ code, account, apart }, { hasSameText, says }) => {
    const shared = hasSameText ? [] : sharedWords(says);
    return [
      code === undefined ? '' : `same error ${code}`,
      account ? 'same account' : '',
      hasSameText ? 'same text' : shared.length > 0 ? `same words (${shared.join(', ')})` : '',
      apart <= sameWindowMs ? 'opened within two hours of each other' : '',
    ]
      .filter((reason) => reason !== '')
      .join(', ');
  };
}
