import type { Desk } from '../../../desk.ts';
import type { ChatEventOf, ChatMessage, MessageId, PersonId } from '../../../domain/chat-event.ts';
import type { IncidentEventOf } from '../../../domain/incident/event.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import {
  deleteKeptMessage,
  editKeptMessage,
  keepMessage,
  noteMessage,
} from '../../../domain/incident/room/room-talk.ts';
import type { InboxOutcome } from '../../../store-port.ts';
import { changeIncidentAsAsked, incidentAskedIn, loadIncidentWithLog } from '../change-incident.ts';
import { incidentOfRoom, incidentOfThread, isOutsider } from './room-of.ts';

const done: InboxOutcome = { outcome: 'done' };

/**
 * What is written in a war room is talk among those who work on it and never a ticket; whoever addresses the desk there
 * has it noted. Undefined when it was written elsewhere.
 */
export async function takeInRoomTalk(
  desk: Desk,
  event: ChatEventOf<'message'>,
): Promise<InboxOutcome | undefined> {
  const { message, mentionsDesk } = event;
  const { place, thread, id } = message;
  if (place.kind === 'direct') return undefined;
  const isAbout = mentionsDesk && thread !== id && place.channel === desk.settings.incidents.channel;
  const incident =
    (await incidentOfRoom(desk, { channel: place.channel, thread })) ??
    (isAbout ? await incidentOfThread(desk, thread) : undefined);
  if (!incident) return undefined;
  if (message.byApp || !mentionsDesk) return { outcome: 'ignored', reason: 'Talk in a war room' };
  if (await isOutsider(desk, incident, message.author))
    return { outcome: 'ignored', reason: 'Written in a war room by a requester' };
  const asked = incidentAskedIn(desk, { ...event, by: message.author });
  const noted = await changeIncidentAsAsked(desk, incident.id, asked, (now) =>
    noteMessage(now, message, asked),
  );
  return noted.outcome === 'changed' ? done : { outcome: 'ignored', reason: 'Nothing to note' };
}

/** A person wants a message of the room to stay. Undefined when it stands elsewhere. */
export async function takeInKeeping(
  desk: Desk,
  event: ChatEventOf<'pinned' | 'reaction'>,
  how: IncidentEventOf<'message_kept'>['how'],
): Promise<InboxOutcome | undefined> {
  const { place, by } = event;
  if ((await desk.store.incidents({ channel: place.channel, limit: 1 })).length === 0) return undefined;
  const message = await desk.rooms.message(event.message);
  if (!message) return { outcome: 'ignored', reason: 'The message is gone, or cannot be read' };
  const incident = await incidentOfRoom(desk, { channel: place.channel, thread: message.thread });
  if (!incident) return undefined;
  if (await isOutsider(desk, incident, by)) return { outcome: 'ignored', reason: 'By a requester' };
  const asked = incidentAskedIn(desk, event);
  await changeIncidentAsAsked(desk, incident.id, asked, (now) => keepMessage(now, { message, how }, asked));
  return done;
}

/** A message that is in the log was changed. Undefined when it is in none. */
export async function takeInKeptEdit(
  desk: Desk,
  event: ChatEventOf<'message_edited'>,
): Promise<InboxOutcome | undefined> {
  const { message } = event;
  const found = await keptIn(desk, message);
  if (!found) return undefined;
  const asked = incidentAskedIn(desk, { ...event, by: message.author });
  await changeIncidentAsAsked(desk, found, asked, (now) => editKeptMessage(now, message, asked));
  return done;
}

/** A message that is in the log was deleted in chat; the log keeps its words. Undefined when it is in none. */
export async function takeInKeptDeletion(
  desk: Desk,
  event: ChatEventOf<'message_deleted'>,
): Promise<InboxOutcome | undefined> {
  const found = await keptIn(desk, event);
  if (!found) return undefined;
  const { by } = event;
  const known: PersonId | 'desk' = by ?? 'desk';
  const asked = { ...incidentAskedIn(desk, { ...event, by: known }), by: known };
  await changeIncidentAsAsked(desk, found, asked, (now) => deleteKeptMessage(now, event.id, asked));
  return done;
}

/** The incident whose log has the message, unless its words there are the same as now (a preview was added). */
async function keptIn(
  desk: Desk,
  { place, thread, id, text }: Pick<ChatMessage, 'place' | 'thread' | 'id'> & { readonly text?: string },
): Promise<string | undefined> {
  const incident = await incidentOfRoom(desk, { channel: place.channel, thread });
  if (!incident?.room.kept?.includes(id)) return undefined;
  const log = (await loadIncidentWithLog(desk, incident.id))?.log ?? [];
  return text !== undefined && lastWords(log, id).split('\nFiles: ')[0] === text.trim()
    ? undefined
    : incident.id;
}

function lastWords(log: readonly LogEntry[], message: MessageId): string {
  const kept = log.map(({ event }) => event).findLast(isAbout(message));
  return kept && 'text' in kept ? kept.text : '';
}

function isAbout(message: MessageId) {
  return (event: LogEntry['event']) =>
    (event.type === 'message_kept' || event.type === 'kept_message_edited') && event.message === message;
}
