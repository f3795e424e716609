import { sentenceSupports } from '../../domain/safety/support-of.ts';
import { type Guard, sourceText } from './guard.ts';

/** Chosen on rated answers: three in four of those below it were found unfaithful. */
const enoughSupport = 0.5;

/** Without marks of Markdown and line breaks. */
function unmarked(text: string): string {
  return text
    .replaceAll(/[*_`]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What each claim says stands in one place of its source. The weak sentence is marked for the agent's eye. */
export const supportedWords: Guard = {
  name: 'support',
  check: ({ claims, facts, conversation }) =>
    claims.flatMap(({ text, source }) => {
      const given = sourceText(facts, source.id);
      // Most claims are their source word for word, but for its bold letters.
      if (given === undefined || unmarked(given).includes(unmarked(text))) return [];
      const weak = sentenceSupports(text, { sources: [given], conversation }).filter(
        ({ support }) => support < enoughSupport,
      );
      return weak.map(
        (sentence) =>
          ({ effect: 'weakens', reason: `Says more than ${source.id} does.`, text: sentence.text }) as const,
      );
    }),
};
