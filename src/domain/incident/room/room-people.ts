import type { PersonId } from '../../chat-event.ts';
import { type IncidentAsked, type IncidentDecision, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';

/** Somebody of the team wants to come in, also again after they left. */
export function askIn(incident: Incident, asked: IncidentAsked): IncidentDecision {
  if (asked.by === 'desk' || !mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (incident.room.state === 'archived') return { refused: 'ended' };
  return { events: [{ type: 'asked_in', person: asked.by, ...stampOf(asked) }] };
}

/** Who belongs into the room: whoever has a part or is offered one, who declared it, and who asked to come in. */
export function wantedInRoom(incident: Incident): readonly PersonId[] {
  const { declared, roles, specialists, room } = incident;
  const people = [
    ...(declared.by === 'desk' ? [] : [declared.by]),
    ...Object.values(roles).flatMap(({ person, held }) => [person, held]),
    ...specialists.map(({ person }) => person),
    ...(room.askedIn ?? []),
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
