import type { Desk } from '../../../desk.ts';
import { isTeam } from '../../../desk.ts';
import type { PersonId } from '../../../domain/chat-event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { ticketsToAsk, toLetIn, wantedInRoom } from '../../../domain/incident/room/room-people.ts';
import { loadTicket } from '../../change-ticket.ts';

/** Who must be let in now: by their part in the incident, and whoever has one of its tickets. */
export async function peopleToLetIn(
  desk: Desk,
  incident: Incident,
): Promise<{ readonly people: readonly PersonId[]; readonly tickets: readonly string[] }> {
  const asked = ticketsToAsk(incident);
  const found = await Promise.all(asked.map((ticket) => loadTicket(desk, ticket)));
  const assignees = found
    .map((ticket) => ticket?.assignee?.person)
    .filter((person) => person !== undefined && isTeam(desk.people, person));
  const people = toLetIn(incident, [
    ...new Set([...wantedInRoom(incident), ...assignees.filter((person) => person !== undefined)]),
  ]);
  return { people, tickets: [...(incident.room.ticketsAsked ?? []), ...asked] };
}
