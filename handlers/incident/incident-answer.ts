import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { plain } from '../../src/cards/text.ts';
import { type Desk, roleOf } from '../../src/desk.ts';
import type { AnswerHandle, PersonId } from '../../src/domain/chat-event.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { mayRead, readersOf } from '../../src/domain/incident/permission.ts';
import { type IncidentChanged, loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { showCard, tell } from '../answer.ts';

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
    const words = incidentRefusalWords[changed.refusal.refused];
    await showCard(desk, handle, { summary: words, blocks: [{ type: 'text', lines: [plain(words)] }] });
    return false;
  }
  return true;
}

const noSuchIncident = 'There is no such incident that you can see. Look at /ticket war-room list.';

/** The incident, when there is one and this person may see it; otherwise they are told that there is none. */
export async function readableIncident(
  desk: Desk,
  { id, person, handle }: { readonly id: string; readonly person: PersonId; readonly handle: AnswerHandle },
): Promise<Incident | undefined> {
  const incident = await loadIncident(desk, id);
  const role = roleOf(desk.people, person);
  if (incident && mayRead({ visibility: incident.visibility, people: readersOf(incident) }, { person, role }))
    return incident;
  await tell(desk, handle, noSuchIncident);
  return undefined;
}
