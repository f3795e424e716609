import { termSet } from '../../domain/language/terms-of.ts';
import { type Guard, sourceText } from './guard.ts';

/** Chosen on rated answers: below it an answer was unfaithful more often than not. */
const enoughSupport = 0.7;

/** Most words of each claim stand in its source. A weak one is marked for the agent's eye. */
export const supportedWords: Guard = {
  name: 'support',
  check: ({ claims, facts }) =>
    claims.flatMap(({ text, source }) => {
      const given = sourceText(facts, source.id);
      if (given === undefined || supportOf(text, given) >= enoughSupport) return [];
      return [{ effect: 'weakens', reason: `Says more than ${source.id} does.`, text }] as const;
    }),
};

/** Share (0–1) of a text's terms that stand in a source; numbers of a text without terms count as supported. */
export function supportOf(text: string, source: string): number {
  const terms = [...termSet(text)];
  const known = termSet(source);
  return terms.length === 0 ? 1 : terms.filter((term) => known.has(term)).length / terms.length;
}
