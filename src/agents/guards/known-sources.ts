import { type Guard, sourceText } from './guard.ts';

/** Each claim names a source that was given. */
export const knownSources: Guard = {
  name: 'source',
  check: ({ claims, facts }) =>
    claims
      .filter(({ source }) => sourceText(facts, source.id) === undefined)
      .map(
        ({ text, source }) =>
          ({ effect: 'blocks', reason: `${source.id} is not one of the sources given.`, text }) as const,
      ),
};
