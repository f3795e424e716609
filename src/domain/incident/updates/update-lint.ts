import { type Finding, type LintFacts, lintUpdate } from '../../update/lint-update.ts';
import type { Incident } from '../incident.ts';
import type { IncidentUpdate } from './incident-update.ts';

/** Says why something happened, in the languages the desk writes. */
const causes =
  /(?<![\p{L}\p{N}])(?:root cause|caused by|due to|because(?: of)?|the cause (?:is|was)|ursache (?:ist|war)|verursacht|aufgrund|wegen|weil|causad[oa] por|debido a|porque|la causa (?:es|fue|era)|a causa de|causée? par|à cause de|en raison de|parce que|la cause (?:est|était))(?![\p{L}\p{N}])/giu;
const incidentId = /(?<![\p{L}\p{N}-])INC-\d+(?!\d)/gu;

/**
 * What stands against sending these words as this update to one customer. Beside what holds for every update: the
 * incident's own names stay inside, of a restricted one no cause is told, and what ends it promises no next update.
 */
export function lintIncidentUpdate(
  incident: Incident,
  update: Pick<IncidentUpdate, 'kind' | 'promises'>,
  { text, facts }: { readonly text: string; readonly facts: LintFacts },
): readonly Finding[] {
  const isLast = update.kind === 'final' || (update.kind === 'correction' && update.promises === undefined);
  const findings = lintUpdate(text, facts).filter(({ rule }) => !(isLast && rule === 'no next update'));
  const inside = [...placesOf(text, incidentId), ...wordsOf(text, incident.room.name)].map(
    (place): Finding => ({
      ...place,
      effect: 'blocks',
      rule: 'an internal name',
      repair: 'Only the team knows this name. Leave it out.',
    }),
  );
  const cause =
    incident.visibility === 'restricted'
      ? [...placesOf(text, causes), ...wordsOf(text, incident.title)].map(
          (place): Finding => ({
            ...place,
            effect: 'blocks',
            rule: 'a restricted cause',
            repair: 'This incident is restricted: say what customers notice and can do, not why.',
          }),
        )
      : [];
  return [...findings, ...inside, ...cause].sort((one, other) => rank(one) - rank(other));
}

const rank = ({ effect }: Finding) => (effect === 'blocks' ? 0 : 1);

type Place = { readonly text: string; readonly from: number };

function placesOf(text: string, pattern: RegExp): readonly Place[] {
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], from: match.index }));
}

/** A name as it stands, whatever its capitals. */
function wordsOf(text: string, name: string): readonly Place[] {
  const from = name.trim().length < 4 ? -1 : text.toLowerCase().indexOf(name.trim().toLowerCase());
  return from < 0 ? [] : [{ text: text.slice(from, from + name.trim().length), from }];
}
