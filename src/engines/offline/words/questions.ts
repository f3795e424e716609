import type { DeskLanguage } from '../../../domain/language/stop-words.ts';

/** The one question asked when a ticket says too little to be sorted. */
export const openQuestions: Readonly<Record<DeskLanguage, string>> = {
  en: 'What were you trying to do, and what happened instead?',
  de: 'Was wollten Sie tun, und was ist stattdessen passiert?',
  es: '¿Qué intentaba hacer y qué pasó en su lugar?',
  fr: 'Que vouliez-vous faire, et que s’est-il passé à la place ?',
};

/** The one question asked when the trouble is clear but not how far it reaches. */
export const scopeQuestions: Readonly<Record<DeskLanguage, string>> = {
  en: 'Is everyone on your side affected, or only some?',
  de: 'Sind bei Ihnen alle betroffen oder nur einige?',
  es: '¿Afecta a todas las personas de su lado o solo a algunas?',
  fr: 'Est-ce que tout le monde est concerné chez vous, ou seulement certaines personnes ?',
};
