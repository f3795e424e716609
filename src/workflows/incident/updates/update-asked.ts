import type { Desk } from '../../../desk.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentUpdate, UpdateFields } from '../../../domain/incident/updates/incident-update.ts';
import { kindOfWords } from '../../../domain/incident/updates/update-draft.ts';
import { factsOf } from '../../../domain/incident/updates/update-facts.ts';
import { promisedFrom } from '../../../domain/incident/updates/update-timing.ts';
import { type DraftedUpdate, updateAtWork } from '../../../domain/incident/updates/updating.ts';
import type { UpdateKind } from '../../../domain/incident/words.ts';
import { loadIncidentWithLog } from '../change-incident.ts';
import { draftedNow } from './prepare-update.ts';
import { findingsOf, renderedUpdate, type UpdateFinding } from './rendered-update.ts';
import { contactOf } from './update-readers.ts';

/** What a person who writes an update begins with: the draft at work, else what is known now. */
export async function fieldsToBegin(
  desk: Desk,
  id: string,
): Promise<Pick<DraftedUpdate, 'kind' | 'fields'> | undefined> {
  const loaded = await loadIncidentWithLog(desk, id);
  if (!loaded) return undefined;
  const { incident } = loaded;
  const atWork = updateAtWork(incident);
  const isTrue = atWork?.facts === factsOf(incident);
  const { fields, kind } =
    atWork && isTrue ? atWork : draftedNow(desk, loaded, await contactOf(desk, incident));
  // Whatever the desk had worded, what a person writes is an update.
  return { fields, kind: kind === 'correction' ? kind : kindOfWords(incident) };
}

/** What a person wrote, as an update of that kind. */
export function writtenUpdate(
  desk: Desk,
  incident: Incident,
  words: {
    readonly fields: UpdateFields;
    readonly kind: UpdateKind;
    readonly corrects?: string | undefined;
    readonly isLast?: boolean;
  },
): DraftedUpdate {
  const promises = words.isLast
    ? undefined
    : promisedFrom(incident, desk.settings.incidents.cadence, desk.clock.now());
  return {
    kind: words.kind,
    fields: words.fields,
    ...(promises === undefined || words.kind === 'final' ? {} : { promises }),
    ...(words.corrects === undefined ? {} : { corrects: words.corrects }),
  };
}

/** What stands against sending words that are no update of the incident yet. */
export async function findingsInWords(
  desk: Desk,
  incident: Incident,
  words: DraftedUpdate,
): Promise<readonly UpdateFinding[]> {
  const update: IncidentUpdate = {
    update: `u${incident.updates.length + 1}`,
    ...words,
    facts: factsOf(incident),
    draftedBy: 'desk',
    draftedAt: desk.clock.now(),
    state: 'draft',
    deliveries: {},
  };
  return findingsOf(await renderedUpdate(desk, incident, update));
}
