import { detectLanguage, languageShare } from '../../domain/language/detect-language.ts';
import type { Guard } from './guard.ts';

/** The words around the quotes are in the requester's language. Quotes stay as their source has them. */
export const sameLanguage: Guard = {
  name: 'language',
  check: ({ ownWords, facts }) => {
    const text = ownWords.join('\n');
    const wanted = facts.triage.language;
    const written = detectLanguage(text);
    if (text.trim() === '' || written === wanted || languageShare(text, wanted) >= 0.4) return [];
    return [{ effect: 'weakens', reason: `Is written in ${written}; the requester writes in ${wanted}.` }];
  },
};
