import { howToGive, roleListCard } from '../../src/cards/incident/roles/role-list-card.ts';
import { roleNamed } from '../../src/cards/incident/roles/role-words.ts';
import { type Desk, isTeam } from '../../src/desk.ts';
import { nameSpecialist } from '../../src/domain/incident/roles/roles.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { namedPerson } from '../../src/workflows/incident/roles/named-person.ts';
import { showCard, tell } from '../answer.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import { givePart, nobodyCalled } from '../incident/incident-give-part.ts';
import type { Command } from '../table.ts';
import type { WarRoomCommand } from './table.ts';

/** Who has which part; gives one: `role commander me`, `role liaison @Ana`, `role specialist billing @Sofie`. */
export const role: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const [word = '', ...others] = rest.trim().split(/\s+/);
  if (word === '') return showCard(desk, event.handle, roleListCard(incident, event.by));
  if (word.toLowerCase() === 'specialist') return specialist(desk, event, { id: incident.id, words: others });
  const part = roleNamed(word);
  if (part === undefined) return tell(desk, event.handle, `“${word}” is no part. ${howToGive}`);
  await givePart(desk, event, { id: incident.id, role: part, words: others.join(' ') });
};

async function specialist(
  desk: Desk,
  event: Command,
  { id, words }: { readonly id: string; readonly words: readonly string[] },
): Promise<void> {
  const [area = '', ...others] = words;
  const named = area === '' ? undefined : await namedPerson(desk, others.join(' '), event.by);
  if (!named) return tell(desk, event.handle, nobodyCalled(others.join(' '), 'role specialist billing @Ana'));
  if (!isOfTheDesk(desk, named.person)) return tell(desk, event.handle, notOfTheDesk);
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, id, asked, (incident) =>
    nameSpecialist(incident, { area: area.toLowerCase(), person: named.person }, asked),
  );
  if (await reportIncident(desk, event.handle, changed))
    await showCard(desk, event.handle, {
      summary: 'Called in.',
      blocks: [{ type: 'text', lines: [[{ person: named.person }, { text: ` is called in for ${area}.` }]] }],
    });
}

/** Specialists may work elsewhere in the company; a name alone does not say whether somebody is a customer. */
function isOfTheDesk({ people, settings }: Desk, person: string): boolean {
  const { commanders, liaisons, specialists } = settings.incidents;
  const named = [...commanders, ...liaisons, ...Object.values(specialists).flat()];
  return isTeam(people, person) || named.includes(person);
}

const notOfTheDesk =
  'The desk does not know whether they may see this. Name them under people.specialists in desk.yaml, or invite them to the room yourself.';
