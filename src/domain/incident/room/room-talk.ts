import type { ChatMessage, MessageId, PersonId } from '../../chat-event.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEventOf } from '../event.ts';
import type { Incident } from '../incident.ts';

/** Somebody wants what was written in the room to stay: its words go into the log, once. */
export function keepMessage(
  incident: Incident,
  { message, how }: { readonly message: ChatMessage; readonly how: IncidentEventOf<'message_kept'>['how'] },
  asked: IncidentAsked,
): IncidentDecision {
  const isOurs = Object.values(incident.messages).some(({ id }) => id === message.id);
  if (isOurs || incident.room.kept?.includes(message.id)) return nothingFollows;
  const { id, author } = message;
  return {
    events: [{ type: 'message_kept', message: id, author, text: wordsOf(message), how, ...stampOf(asked) }],
  };
}

/** The log keeps the old words too. */
export function editKeptMessage(
  incident: Incident,
  message: ChatMessage,
  asked: IncidentAsked,
): IncidentDecision {
  if (!incident.room.kept?.includes(message.id)) return nothingFollows;
  return {
    events: [{ type: 'kept_message_edited', message: message.id, text: wordsOf(message), ...stampOf(asked) }],
  };
}

/** It is gone from chat; the log keeps that it was, and its words. */
export function deleteKeptMessage(
  incident: Incident,
  message: MessageId,
  asked: IncidentAsked,
): IncidentDecision {
  if (!incident.room.kept?.includes(message)) return nothingFollows;
  return { events: [{ type: 'kept_message_deleted', message, ...stampOf(asked) }] };
}

/** Whoever addresses the desk in the room wants it noted. */
export function noteMessage(
  _incident: Incident,
  message: ChatMessage,
  asked: IncidentAsked,
): IncidentDecision {
  const text = wordsOf(message);
  if (text === '') return { refused: 'empty' };
  return { events: [{ type: 'noted', text, message: message.id, ...stampOf(asked) }] };
}

/** Somebody came into the room or left it. */
export function takeInMembership(
  incident: Incident,
  { change, person }: { readonly change: 'joined' | 'left'; readonly person: PersonId },
  asked: IncidentAsked,
): IncidentDecision {
  if (incident.room.state !== 'ready') return nothingFollows;
  return { events: [{ type: change, person, ...stampOf(asked) }] };
}

function wordsOf({ text, files }: ChatMessage): string {
  const names = files.map(({ name }) => name).join(', ');
  return [text.trim(), ...(names === '' ? [] : [`Files: ${names}`])].filter((part) => part !== '').join('\n');
}
