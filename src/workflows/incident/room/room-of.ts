import type { Desk } from '../../../desk.ts';
import { isTeam } from '../../../desk.ts';
import type { ChannelId, MessageId, PersonId } from '../../../domain/chat-event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentSummary } from '../../../domain/incident/summary.ts';
import { loadTicket } from '../../change-ticket.ts';
import { loadIncident } from '../change-incident.ts';

type Said = { readonly channel: ChannelId; readonly thread?: MessageId };

/** The incident in whose room something was said: a channel or a thread, now or before; also when it is long over. */
export async function incidentOfRoom(desk: Desk, { channel, thread }: Said): Promise<Incident | undefined> {
  const inThread = thread === undefined ? [] : await desk.store.incidents({ thread });
  const inChannel = (await desk.store.incidents({ channel })).filter((each) => isChannelOf(each, channel));
  const [found] = [...inThread, ...inChannel];
  return found && loadIncident(desk, found.id);
}

/** The incident that is talked about under one of the desk's own messages in its channel for incidents. */
export async function incidentOfThread(desk: Desk, thread: MessageId): Promise<Incident | undefined> {
  for (const { id } of await desk.store.incidents({ limit: lookedThrough })) {
    const incident = await loadIncident(desk, id);
    if (incident && Object.values(incident.messages).some((message) => message.id === thread))
      return incident;
  }
  return undefined;
}

/** Under older announcements nobody talks. */
const lookedThrough = 50;

/** The channel itself is or was the room, not a thread in it. */
function isChannelOf({ channel, thread, former = [] }: IncidentSummary, wanted: ChannelId): boolean {
  return [{ channel, thread }, ...former].some(
    (place) => place.channel === wanted && place.thread === undefined,
  );
}

/** A customer has no say in the room that is about their own ticket, and should not be in it. */
export async function isOutsider(desk: Desk, incident: Incident, person: PersonId): Promise<boolean> {
  if (isTeam(desk.people, person)) return false;
  for (const { ticket } of incident.tickets) {
    if ((await loadTicket(desk, ticket))?.requester === person) return true;
  }
  return false;
}
