import type { ChannelId } from '../../chat-event.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEvent } from '../event.ts';
import type { Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { nextRoundName } from './room-name.ts';
import { needsRoom } from './room-times.ts';

/** Words of the platforms for a channel in which the desk can do nothing any more. */
const lossCodes: ReadonlySet<string> = new Set(['is_archived', 'channel_not_found', 'not_in_channel']);

/** Whether a refusal of that code says that the room is lost. */
export function meansLost(code: string): boolean {
  return lossCodes.has(code);
}

/** The desk is in the channel and may not speak there: as a room it is lost all the same. */
export function meansSilenced(code: string): boolean {
  return meansLost(code) || code.startsWith('restricted_action');
}

/** After so many rooms that did not last, an open incident goes on where it was announced. */
const mostRooms = 3;
/** A restricted one has nowhere else to go; after so many it waits for a person. */
const mostRestrictedRooms = 5;

/** Nobody said what to do about the lost room: what is made instead; undefined when that has not helped often enough. */
export function insteadOfLost({
  room,
  visibility,
}: Pick<Incident, 'room' | 'visibility'>): 'channel' | 'thread' | undefined {
  const made = room.round ?? 1;
  if (visibility === 'restricted') return made < mostRestrictedRooms ? 'channel' : undefined;
  return made < mostRooms ? 'channel' : 'thread';
}

/** Nothing can be said in the room any more, whether it is a channel or a thread. Said once. */
export function loseRoom(
  incident: Incident,
  { channel, reason }: { readonly channel: ChannelId; readonly reason: string },
  asked: IncidentAsked,
): IncidentDecision {
  const { room } = incident;
  const isThere = room.state === 'ready' || room.state === 'degraded';
  if (!isThere || room.channel !== channel) return nothingFollows;
  return { events: [{ type: 'room_lost', reason, ...stampOf(asked) }] };
}

/**
 * A private channel that nobody can be let into is no room: an open incident goes on in a thread at once. A restricted one
 * has no other place, so those who are missing stand on the messages to who leads.
 */
export function leaveEmptyRoom(
  incident: Incident,
  kept: readonly { readonly reason: string }[],
  asked: IncidentAsked,
): readonly IncidentEvent[] {
  const { room, visibility } = incident;
  const [first] = kept;
  if (visibility === 'restricted' || room.state !== 'ready' || room.invited.length > 0 || !first) return [];
  const reason = `Nobody could be let in. ${first.reason}`;
  return [
    { type: 'room_lost', reason, ...stampOf(asked) },
    { type: 'room_wanted', as: 'thread', name: room.name, ...stampOf(asked) },
  ];
}

/** Somebody put the room away: when it is over that is the end of it, before that it is lost. */
export function putRoomAway(incident: Incident, channel: ChannelId, asked: IncidentAsked): IncidentDecision {
  const { room, lifecycle } = incident;
  if (needsRoom(incident) && lifecycle !== 'in_review')
    return loseRoom(incident, { channel, reason: 'Somebody archived the channel.' }, asked);
  if (room.state !== 'ready' || room.channel !== channel) return nothingFollows;
  return { events: [{ type: 'room_archived', ...stampOf(asked) }] };
}

/** The room that was lost or put away can be used again. */
export function roomIsBack(incident: Incident, channel: ChannelId, asked: IncidentAsked): IncidentDecision {
  const { room } = incident;
  const isAway = room.state === 'lost' || room.state === 'archived';
  if (!isAway || room.channel !== channel) return nothingFollows;
  return { events: [{ type: 'room_back', ...stampOf(asked) }] };
}

/** Another room instead of the lost one. Nothing to do when there is one again. */
export function wantRoom(
  incident: Incident,
  as: 'channel' | 'thread',
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (!needsRoom(incident)) return { refused: 'ended' };
  // A thread stands where everybody reads.
  if (as === 'thread' && incident.visibility === 'restricted') return { refused: 'wider_audience' };
  const { state, name } = incident.room;
  if (state !== 'lost' && state !== 'archived') return { refused: 'nothing_to_do' };
  const next = as === 'thread' ? name : nextRoundName(incident);
  return { events: [{ type: 'room_wanted', as, name: next, ...stampOf(asked) }] };
}
