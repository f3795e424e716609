import { roleWords } from '../../src/cards/incident/incident-words.ts';
import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { roleCommandWords } from '../../src/cards/incident/roles/role-words.ts';
import { type Desk, isTeam } from '../../src/desk.ts';
import { handOver } from '../../src/domain/incident/roles/roles.ts';
import type { LeadRole } from '../../src/domain/incident/words.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { namedPerson } from '../../src/workflows/incident/roles/named-person.ts';
import { showCard, tell } from '../answer.ts';
import type { Command } from '../table.ts';
import { reportIncident } from './incident-answer.ts';
import { takePart } from './incident-parts.ts';

/** A part for whoever the words begin with: taken by oneself, or offered to somebody else with what stands behind the name. */
export async function givePart(
  desk: Desk,
  event: Command,
  { id, role, words }: { readonly id: string; readonly role: LeadRole; readonly words: string },
): Promise<void> {
  const { handle } = event;
  const named = await namedPerson(desk, words, event.by);
  if (!named) return tell(desk, handle, nobodyCalled(words, `role ${roleCommandWords[role]} @Ana`));
  const { person: to, rest: note } = named;
  if (!isTeam(desk.people, to)) return tell(desk, handle, incidentRefusalWords.not_of_the_team);
  const asked = incidentAskedIn(desk, event);
  if (to === event.by) {
    if (await takePart(desk, { id, handle, role, confirmed: [] }, asked))
      await tell(desk, handle, `You are ${roleWords[role]} of ${id}.`);
    return;
  }
  const changed = await changeIncidentAsAsked(desk, id, asked, (incident) =>
    handOver(incident, { role, to, note }, asked),
  );
  if (await reportIncident(desk, handle, changed))
    await showCard(desk, handle, {
      summary: 'They are asked.',
      blocks: [{ type: 'text', lines: [[{ person: to }, { text: ` is asked to be ${roleWords[role]}.` }]] }],
    });
}

/** Nobody of that name, and how a name is written. */
export function nobodyCalled(words: string, example: string): string {
  const [first = ''] = words.trim().split(/\s+/);
  const what = first === '' ? 'Say who.' : `There is nobody called ${first} at this desk.`;
  return `${what} Write it like /ticket war-room ${example}, or with an address.`;
}
