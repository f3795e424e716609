import type { PersonId } from '../../chat-event.ts';
import type { Incident } from '../incident.ts';

/** Who belongs into the room by their part in the incident: whoever has one or is offered one, and who declared it. */
export function wantedInRoom(incident: Incident): readonly PersonId[] {
  const { declared, roles, specialists } = incident;
  const people = [
    ...(declared.by === 'desk' ? [] : [declared.by]),
    ...Object.values(roles).flatMap(({ person, held }) => [person, held]),
    ...specialists.map(({ person }) => person),
  ];
  return [...new Set(people.filter((person) => person !== undefined))];
}

/** Of those, who is neither in nor known to be kept out. */
export function toLetIn(incident: Incident, people: readonly PersonId[]): readonly PersonId[] {
  const { invited, missing } = incident.room;
  return people.filter(
    (person) => !invited.includes(person) && !missing.some((other) => other.person === person),
  );
}

/** Tickets whose assignees were not looked up yet. Of a restricted incident nobody hears who has no part in it. */
export function ticketsToAsk({ visibility, mode, tickets, room }: Incident): readonly string[] {
  if (visibility === 'restricted' || mode === 'drill') return [];
  return tickets.map(({ ticket }) => ticket).filter((ticket) => !room.ticketsAsked?.includes(ticket));
}
