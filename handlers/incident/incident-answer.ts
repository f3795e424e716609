import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { type Desk, roleOf } from '../../src/desk.ts';
import type { AnswerHandle, PersonId } from '../../src/domain/chat-event.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { mayReadIncident } from '../../src/domain/incident/permission.ts';
import { type IncidentChanged, loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { tell } from '../answer.ts';
import type { Pressed } from '../table.ts';

/** Tells the person why nothing happened, when nothing happened. True when the change went through. */
export async function reportIncident(
  desk: Desk,
  handle: AnswerHandle,
  changed: IncidentChanged,
): Promise<boolean> {
  if (changed.outcome === 'unknown_incident') {
    await tell(desk, handle, noSuchIncident);
    return false;
  }
  if (changed.outcome === 'refused') {
    await tell(desk, handle, incidentRefusalWords[changed.refusal.refused]);
    return false;
  }
  return true;
}

/** The incident that a button or a menu is about, for whoever may see it; the others are told that there is none. */
export function incidentPressed(desk: Desk, { subject, by, handle }: Pressed): Promise<Incident | undefined> {
  return readableIncident(desk, { id: subject, person: by, handle });
}

const noSuchIncident = 'There is no such incident that you can see. Look at /ticket war-room list.';

/** The incident, when there is one and this person may see it; otherwise they are told that there is none. */
export async function readableIncident(
  desk: Desk,
  { id, person, handle }: { readonly id: string; readonly person: PersonId; readonly handle: AnswerHandle },
): Promise<Incident | undefined> {
  const incident = await loadIncident(desk, id);
  const role = roleOf(desk.people, person);
  if (incident && mayReadIncident(incident, { person, role })) return incident;
  await tell(desk, handle, noSuchIncident);
  return undefined;
}
