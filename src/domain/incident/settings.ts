import type { ChannelId, PersonId } from '../chat-event.ts';
import type { IncidentCadence } from './lifecycle.ts';

/** How this desk handles incidents. Spans are in ms. */
export type IncidentSettings = {
  /** `always`: a ticket that is sorted as P1 gets a room by itself; `offer`: somebody is asked to press. */
  readonly declare: 'offer' | 'always';
  /** `private`: only those who are let in see the room; `public`: every member of the workspace may look in. */
  readonly rooms: 'private' | 'public';
  /** Where incidents are announced, and where the thread stands when no room can be made. */
  readonly channel: ChannelId;
  readonly cadence: IncidentCadence;
  /** How often the team itself is told where things stand. */
  readonly internalMs: number;
  /** A closed incident's room is archived after so long. */
  readonly archiveAfterMs: number;
  /** After it was resolved the desk looks whether the same came back. */
  readonly recurrenceAfterMs: number;
  /** In the order in which they are asked. */
  readonly commanders: readonly PersonId[];
  readonly liaisons: readonly PersonId[];
  readonly agents: readonly PersonId[];
  readonly managers: readonly PersonId[];
  /** By area, e.g. a category of tickets. */
  readonly specialists: Readonly<Record<string, readonly PersonId[]>>;
};
