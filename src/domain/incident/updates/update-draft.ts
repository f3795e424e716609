import type { Instant } from '../../time.ts';
import type { IncidentEvent } from '../event.ts';
import type { Incident } from '../incident.ts';
import type { IncidentCadence } from '../lifecycle.ts';
import { isUnderWay, type UpdateKind } from '../words.ts';
import type { IncidentUpdate, UpdateFields } from './incident-update.ts';
import { factsOf } from './update-facts.ts';
import { promisedFrom } from './update-timing.ts';
import type { DraftedUpdate } from './updating.ts';

/**
 * An update from what is known: what customers were not told yet of the words people gave with a change of status, the
 * way round they were told before, and by when they hear again. Notes, kept messages and tasks are the team's own; what
 * is restricted is left to a person. Empty fields are said in plain words by the desk, in each reader's language.
 */
export function draftFrom(
  incident: Incident,
  events: readonly IncidentEvent[],
  at: { readonly cadence: IncidentCadence; readonly now: Instant; readonly contact: string },
): DraftedUpdate {
  const told = lastTold(incident);
  const status =
    incident.visibility === 'restricted' ? '' : newWords(incident, events, told?.countedAt ?? '');
  const fields: UpdateFields = {
    status,
    next: '',
    blockers: '',
    workaround: isUnderWay(incident.lifecycle) ? (told?.fields.workaround ?? '') : '',
    expect: '',
    contact: at.contact,
  };
  const promises = promisedFrom(incident, at.cadence, at.now);
  const kind = kindFor(incident, status);
  return { kind, fields, ...(promises === undefined ? {} : { promises }) };
}

/** What a person's own words are sent as: worded beforehand is only what the desk has worded. */
export function kindOfWords(incident: Incident): UpdateKind {
  return isUnderWay(incident.lifecycle) ? 'update' : 'final';
}

/** The update that customers have. */
export function lastTold({ updates }: Incident): IncidentUpdate | undefined {
  return updates.findLast(({ countedAt }) => countedAt !== undefined);
}

function kindFor(incident: Incident, status: string): UpdateKind {
  if (!isUnderWay(incident.lifecycle)) return 'final';
  const told = lastTold(incident);
  if (!told) return status === '' ? 'acknowledgement' : 'update';
  return status === '' && told.facts === factsOf(incident) ? 'nothing_new' : 'update';
}

function newWords(incident: Incident, events: readonly IncidentEvent[], since: Instant | ''): string {
  if (incident.resolved) return incident.resolved.text;
  const words = events.flatMap((event) =>
    event.type === 'status_changed' && event.at > since ? [event.text.trim()] : [],
  );
  return [...new Set(words)].slice(-mostChanges).join(' ');
}

/** The latest say most; more than this nobody reads. */
const mostChanges = 3;
