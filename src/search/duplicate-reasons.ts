import { termsOf } from '../domain/language/terms-of.ts';
import { type InCommon, sameWindowMs } from './duplicate-score.ts';
import type { Wanted } from './ticket-reading.ts';

const mostWords = 4;

/** Why two tickets may be one problem, in words for the team; empty when only faint things speak for it. */
export function whyAlike(
  wanted: Wanted,
  { code, account, apart }: InCommon,
  other: { readonly hasSameText: boolean; says(term: string): boolean },
): string {
  const shared = other.hasSameText ? [] : sharedWords(wanted, other.says);
  return [
    code === undefined ? '' : `same error ${code}`,
    account ? 'same account' : '',
    other.hasSameText ? 'same text' : shared.length > 0 ? `same words (${shared.join(', ')})` : '',
    apart <= sameWindowMs ? 'opened within two hours of each other' : '',
  ]
    .filter((reason) => reason !== '')
    .join(', ');
}

/** As the requester wrote them, those of the subject first. */
function sharedWords({ ticket }: Wanted, says: (term: string) => boolean): readonly string[] {
  const words = new Map<string, string>();
  for (const { term, word } of [...termsOf(ticket.subject), ...termsOf(ticket.text)]) {
    if (words.size === mostWords) break;
    if (!words.has(term) && says(term)) words.set(term, word);
  }
  return [...words.values()];
}
