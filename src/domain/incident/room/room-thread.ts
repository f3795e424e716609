import type { ChannelId, MessageId } from '../../chat-event.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';

/** Keys of the message that a thread begins with: where incidents are announced, and where that is refused. */
export const threadKeys = ['thread', 'thread-elsewhere'] as const;

/** While there is no channel, a thread is the room; never of a restricted incident. */
export function degradeRoom(
  { room, visibility }: Incident,
  place: { readonly channel: ChannelId; readonly thread: MessageId },
  asked: IncidentAsked,
): IncidentDecision {
  if (room.state !== 'pending' || visibility === 'restricted') return nothingFollows;
  const waited = room.steps.create?.refused?.reason ?? 'The channel was not there after a minute.';
  const reason = room.asThread ? 'Somebody chose to go on in a thread.' : waited;
  return { events: [{ type: 'room_degraded', ...place, reason, ...stampOf(asked) }] };
}

/** A restricted incident has no room wider than asked for: it has none. */
export function blockRoom({ room, visibility }: Incident, asked: IncidentAsked): IncidentDecision {
  if (room.state !== 'pending' || visibility !== 'restricted') return nothingFollows;
  const reason = room.steps.create?.refused?.reason ?? 'The private channel was not there after a minute.';
  return { events: [{ type: 'room_blocked', reason, ...stampOf(asked) }] };
}
