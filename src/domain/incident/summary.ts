import { z } from 'zod';
import { ChannelId, MessageId, PersonId } from '../chat-event.ts';
import { Instant } from '../time.ts';
import { severities } from '../words.ts';
import { IncidentFigures } from './figures/figures.ts';
import { holderOf, type Incident } from './incident.ts';
import { readersOf } from './permission.ts';
import { isUnderWay, lifecycles, modes, roomStates, visibilities } from './words.ts';

/** An incident in a list; enough to find it by its room or its tickets, and for reports. */
export const IncidentSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  mode: z.enum(modes),
  visibility: z.enum(visibilities),
  severity: z.enum(severities),
  lifecycle: z.enum(lifecycles),
  declaredAt: Instant,
  changedAt: Instant,
  /** Ids of the attached tickets, drills' invented ones included. */
  tickets: z.array(z.string()),
  /** Who may look at it though it is restricted. */
  people: z.array(PersonId),
  room: z.enum(roomStates),
  channel: ChannelId.exactOptional(),
  thread: MessageId.exactOptional(),
  /** Where the room was before: what is said there is still about it. */
  former: z.array(z.strictObject({ channel: ChannelId, thread: MessageId.exactOptional() })).exactOptional(),
  /** When customers are owed the next update. */
  dueAt: Instant.exactOptional(),
  commander: PersonId.exactOptional(),
  figures: IncidentFigures,
});
export type IncidentSummary = z.infer<typeof IncidentSummary>;

/** What the store keeps at hand of an incident. */
export function incidentSummary(incident: Incident, figures: IncidentFigures): IncidentSummary {
  const { room, cadence } = incident;
  const commander = holderOf(incident, 'commander');
  return {
    id: incident.id,
    title: incident.title,
    mode: incident.mode,
    visibility: incident.visibility,
    severity: incident.severity,
    lifecycle: incident.lifecycle,
    declaredAt: incident.declared.at,
    changedAt: incident.changedAt,
    tickets: incident.tickets.map(({ ticket }) => ticket),
    people: readersOf(incident),
    room: room.state,
    ...(room.channel === undefined ? {} : { channel: room.channel }),
    ...(room.thread === undefined ? {} : { thread: room.thread }),
    ...(room.former ? { former: room.former.map(formerPlace) } : {}),
    ...(cadence && isUnderWay(incident.lifecycle) ? { dueAt: cadence.dueAt } : {}),
    ...(commander === undefined ? {} : { commander }),
    figures,
  };
}

function formerPlace({
  channel,
  thread,
}: {
  readonly channel: string;
  readonly thread?: string | undefined;
}) {
  return { channel, ...(thread === undefined ? {} : { thread }) };
}
