import type { UpdateWordings } from '../../domain/update/compose-update.ts';
import { englishUpdates } from './english-updates.ts';
import { frenchUpdates } from './french-updates.ts';
import { germanUpdates } from './german-updates.ts';
import { spanishUpdates } from './spanish-updates.ts';

/** How updates are written in each language. */
export const updatePhrases: UpdateWordings = {
  en: englishUpdates,
  de: germanUpdates,
  es: spanishUpdates,
  fr: frenchUpdates,
};
