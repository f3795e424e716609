import { termSet } from '../../domain/language/terms-of.ts';
import { blocks, type Guard, oneLine, sourceText, weakens } from './guard.ts';

/** Each quote stands word for word in the source it names, and is long enough to say something. */
export const quotedVerbatim: Guard = {
  name: 'quote',
  check: ({ claims, facts }) =>
    claims.flatMap(({ text, source }) => {
      const given = sourceText(facts, source.id);
      if (given === undefined) return [];
      const quote = oneLine(source.quote);
      if (quote === '' || !oneLine(given).includes(quote)) {
        return blocks(`The quote does not stand in ${source.id}.`, text);
      }
      if (termSet(quote).size === 0 && termSet(text).size > 0) {
        return weakens(`The quote from ${source.id} says nothing.`, text);
      }
      return [];
    }),
};
