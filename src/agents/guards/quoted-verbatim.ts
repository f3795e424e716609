import { type Guard, oneLine, sourceText } from './guard.ts';

/** Each quote stands word for word in the source it names. */
export const quotedVerbatim: Guard = {
  name: 'quote',
  check: ({ claims, facts }) =>
    claims.flatMap(({ text, source }) => {
      const given = sourceText(facts, source.id);
      if (given === undefined) return [];
      const quote = oneLine(source.quote);
      if (quote !== '' && oneLine(given).includes(quote)) return [];
      return [{ effect: 'blocks', reason: `The quote does not stand in ${source.id}.`, text }] as const;
    }),
};
