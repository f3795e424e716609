import type { Desk } from '../../../desk.ts';
import type { ChannelId, ChatEventOf } from '../../../domain/chat-event.ts';
import type { IncidentAsked, IncidentDecision } from '../../../domain/incident/decision.ts';
import { nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { loseRoom, putRoomAway, roomIsBack } from '../../../domain/incident/room/room-loss.ts';
import { takeInMembership } from '../../../domain/incident/room/room-talk.ts';
import type { InboxOutcome } from '../../../store-port.ts';
import { changeIncidentAsAsked, incidentAskedIn, loadIncident } from '../change-incident.ts';
import { incidentOfRoom, isOutsider } from './room-of.ts';

/** Something was done to a channel. Every incident that has its room there hears of it. */
export async function takeInChannelChange(
  desk: Desk,
  event: ChatEventOf<'channel_changed'>,
): Promise<InboxOutcome> {
  const { channel } = event;
  const asked = incidentAskedIn(desk, { ...event, by: event.by ?? 'desk' });
  // Who opens a channel again may have left the desk outside.
  const isOpen = event.change === 'unarchived' && (await desk.rooms.state(channel)) === 'open';
  return toAll(desk, { channel, asked }, (now) => {
    switch (event.change) {
      case 'archived':
        return putRoomAway(now, channel, asked);
      case 'deleted':
        return loseRoom(now, { channel, reason: 'Somebody deleted the channel.' }, asked);
      case 'unarchived':
        return isOpen ? roomIsBack(now, channel, asked) : nothingFollows;
      case 'renamed':
        return renamed(now, event.name, asked);
    }
  });
}

/** Somebody came or went. Without the desk in it a room is lost; let in again, it is back. */
export async function takeInMember(desk: Desk, event: ChatEventOf<'membership'>): Promise<InboxOutcome> {
  const { person, change, isDesk, place } = event;
  const { channel } = place;
  const asked = incidentAskedIn(desk, { ...event, by: isDesk ? 'desk' : person });
  if (isDesk) {
    const isBack = change === 'joined' && (await desk.rooms.state(channel)) === 'open';
    const reason = 'The desk was taken out of the channel.';
    return toAll(desk, { channel, asked }, (now) =>
      change === 'left'
        ? loseRoom(now, { channel, reason }, asked)
        : isBack
          ? roomIsBack(now, channel, asked)
          : nothingFollows,
    );
  }
  const incident = await incidentOfRoom(desk, { channel });
  if (incident?.room.channel !== channel || (await isOutsider(desk, incident, person)))
    return { outcome: 'ignored', reason: 'Not in a war room' };
  await changeIncidentAsAsked(desk, incident.id, asked, (now) =>
    takeInMembership(now, { change, person }, asked),
  );
  return { outcome: 'done' };
}

async function toAll(
  desk: Desk,
  { channel, asked }: { readonly channel: ChannelId; readonly asked: IncidentAsked },
  decide: (now: Incident) => IncidentDecision,
): Promise<InboxOutcome> {
  const found = await desk.store.incidents({ channel });
  if (found.length === 0) return { outcome: 'ignored', reason: 'Not a war room' };
  for (const { id } of found) {
    const incident = await loadIncident(desk, id);
    if (incident?.room.channel === channel) await changeIncidentAsAsked(desk, id, asked, decide);
  }
  return { outcome: 'done' };
}

function renamed({ room }: Incident, name: string | undefined, asked: IncidentAsked): IncidentDecision {
  if (name === undefined || room.thread !== undefined || room.name === name) return nothingFollows;
  return { events: [{ type: 'room_renamed', name, ...stampOf(asked) }] };
}
