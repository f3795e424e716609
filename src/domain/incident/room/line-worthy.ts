import { type Instant, laterBy, minute } from '../../time.ts';
import type { IncidentEvent, IncidentEventOf, IncidentEventType } from '../event.ts';
import type { Incident } from '../incident.ts';
import type { RoomStep } from '../words.ts';
import { roomPlace } from './place.ts';

/** The incident around one event. */
type Around = { readonly before: Incident; readonly after: Incident };

type Worth = {
  readonly [K in IncidentEventType]?: (event: IncidentEventOf<K>, around: Around) => boolean;
};

/** One line about tickets or about what the room lacks speaks for all within this time. */
const oneLineForMs = minute;

const always = () => true;

/** What of all that happens is worth a line in the room. Everything else is on the card, which is changed in place. */
const worth: Worth = {
  room_renamed: ({ name }, { before }) => before.room.name !== name,
  room_step_refused: (event, { before }) => isNewRefusal(event, before),
  people_missing: ({ people }, { before }) =>
    people.some(({ person }) => !before.room.missing.some((known) => known.person === person)),

  // A hand-over: somebody who has it asks another one. Whom the desk asks stands on the card.
  role_offered: ({ role, by }, { after }) => by !== 'desk' && after.roles[role].held !== undefined,
  role_accepted: always,
  role_declined: always,
  role_exhausted: ({ role }, { before }) =>
    before.roles[role].state !== 'exhausted' && before.roles[role].exhaustedAt === undefined,
  role_acting: always,
  role_left: always,
  specialist_named: always,

  // What the desk notes by itself is news from customers; what people note they have said already.
  noted: ({ by }) => by === 'desk',
  status_changed: always,
  severity_changed: always,
  impact_stated: always,
  ticket_attached: ({ at }, { before }) =>
    !before.tickets.some((known) => known.at !== before.declared.at && isWithin(known.at, at)),
  ticket_detached: always,
  update_delivered: ({ update }, around) => isLastDelivery(update, around),
  update_failed: ({ update }, around) => isLastDelivery(update, around),
  task_added: always,
  task_given: always,
  task_done: always,

  // What a drill has in store is not told beforehand: only what people in the room would hear or notice.
  drill_step_begun: ({ fault }) => fault === 'customer_asks',
  drill_step_ended: ({ fault }) => fault === 'chat_fails',

  merged: always,
  absorbed: always,
  resolved: always,
  reopened: always,
  cancelled: always,
};

/** Whether people in the room are told of it with a line of its own. */
export function isWorthALine(event: IncidentEvent, around: Around): boolean {
  // The table pairs each event type with its own question, which the compiler cannot follow through the look-up.
  const ask = worth[event.type] as ((event: IncidentEvent, around: Around) => boolean) | undefined;
  return isArrival(around) || (ask?.(event, around) ?? false);
}

/** The room is in a place where it was not before: there for the first time, elsewhere, or back. */
export function isArrival({ before, after }: Around): boolean {
  const was = roomPlace(before);
  const is = roomPlace(after);
  return is !== undefined && (was?.channel !== is.channel || was.thread !== is.thread);
}

/** Of these people are told in another way, or the room comes about differently, or is not needed any more. */
const silentSteps: ReadonlySet<string> = new Set<RoomStep>(['create', 'thread', 'invite', 'archive']);

function isNewRefusal({ step, code, at }: IncidentEventOf<'room_step_refused'>, { room }: Incident): boolean {
  if (silentSteps.has(step) || room.steps[step]?.refused?.code === code) return false;
  return !Object.entries(room.steps).some(
    ([other, state]) => !silentSteps.has(other) && state?.refused && isWithin(state.refused.at, at),
  );
}

function isWithin(earlier: Instant, at: Instant): boolean {
  return laterBy(earlier, oneLineForMs) > at;
}

/** With this one everybody has it or could not be told. */
function isLastDelivery(id: string, { before, after }: Around): boolean {
  const stateIn = ({ updates }: Incident) => updates.find(({ update }) => update === id)?.state;
  return stateIn(before) === 'approved' && stateIn(after) !== 'approved';
}
