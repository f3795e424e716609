import type { Tongue } from '../../domain/update/tongue.ts';
import { englishIncidents } from './english-incidents.ts';
import { frenchIncidents } from './french-incidents.ts';
import { germanIncidents } from './german-incidents.ts';
import type { IncidentWording } from './incident-wording.ts';
import { spanishIncidents } from './spanish-incidents.ts';

/** How incidents are written about in each language. */
export const incidentPhrases: Readonly<Record<Tongue, IncidentWording>> = {
  en: englishIncidents,
  de: germanIncidents,
  es: spanishIncidents,
  fr: frenchIncidents,
};
