import type { PersonId } from '../../../domain/chat-event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { speakingPlace } from '../../../domain/incident/room/announcing.ts';
import type { IncidentSettings } from '../../../domain/incident/settings.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Block, Line, Span } from '../../card.ts';
import { counted } from '../../text.ts';
import { incidentName } from '../incident-words.ts';
import { said } from '../timeline/quoted.ts';

/** What is known where the ladder is worded. */
export type LadderView = {
  readonly settings: IncidentSettings;
  readonly timezone: string;
  readonly now: Instant;
};

/** People called by name, before what they are called for. */
export function calling(people: readonly PersonId[]): Line {
  return people.flatMap((person): Span[] => [{ person, notify: true }, { text: ' ' }]);
}

/** `Ana, Ben and Cai`. */
export function namesOf(people: readonly PersonId[]): Line {
  return people.flatMap((person, index): Span[] => [
    ...(index === 0 ? [] : [{ text: index === people.length - 1 ? ' and ' : ', ' }]),
    { person },
  ]);
}

/** Before everything that is said in the room of a drill. */
export function drillMark({ mode }: Pick<Incident, 'mode'>): string {
  return mode === 'drill' ? 'DRILL: ' : '';
}

/** `INC-7 Checkout fails`, for one person's own conversation; a restricted one shows its number alone. */
export function headline(incident: Incident): string {
  const name = incidentName(incident);
  return incident.visibility === 'restricted' ? name : `${name} ${said(incident.title, 80)}`;
}

/** The way to the room, from wherever the message is read; of a restricted incident only to a channel of its own. */
export function wayToRoom(incident: Incident): readonly Block[] {
  const place = speakingPlace(incident);
  if (!place) return [];
  const text = place.thread === undefined ? 'Room: ' : 'It is worked on in a thread in ';
  return [{ type: 'context', line: [{ text }, { channel: place.channel }] }];
}

/** `2 tickets wait`. */
export function whoWaits({ tickets }: Incident): string {
  return `${counted(tickets.length, 'ticket')} ${tickets.length === 1 ? 'waits' : 'wait'}`;
}
