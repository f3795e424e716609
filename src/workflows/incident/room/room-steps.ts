import { roomPage } from '../../../cards/incident/room/room-page.ts';
import { roomTopic } from '../../../cards/incident/room/room-topic.ts';
import type { Desk } from '../../../desk.ts';
import type { ChannelId } from '../../../domain/chat-event.ts';
import { Misconfigured, Refused } from '../../../domain/errors.ts';
import { stampOf } from '../../../domain/incident/decision.ts';
import type { IncidentEvent } from '../../../domain/incident/event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { linksWanted } from '../../../domain/incident/room/room-links.ts';
import { leaveEmptyRoom, meansLost } from '../../../domain/incident/room/room-loss.ts';
import type { RoomStep } from '../../../domain/incident/words.ts';
import { loadTicket } from '../../change-ticket.ts';
import { incidentAskedByDesk, type LoadedIncident } from '../change-incident.ts';
import { namesInLog } from '../names-in-log.ts';
import { peopleToLetIn } from './let-people-in.ts';

/** A step of furnishing the room that is there; answers what it has brought about. Doing it twice does no harm. */
type Furnish = (desk: Desk, loaded: LoadedIncident, channel: ChannelId) => Promise<readonly IncidentEvent[]>;

/** The steps that follow once there is a channel; each for itself. */
export const furnishing: Readonly<
  Record<Exclude<RoomStep, 'create' | 'thread' | 'announce' | 'archive'>, Furnish>
> = {
  async topic(desk, { incident }, channel) {
    await desk.rooms.topic(channel, roomTopic(incident));
    return [done(desk, 'topic')];
  },

  async invite(desk, { incident }, channel) {
    const { people, tickets } = await peopleToLetIn(desk, incident);
    const refused = people.length > 0 ? await lettingIn(desk, people, channel) : [];
    const kept = 'error' in refused ? refused.missing : refused;
    const isIn = people.filter((person) => !kept.some((other) => other.person === person));
    return [
      ...(isIn.length > 0 ? [{ type: 'people_invited' as const, people: isIn, ...stamp(desk) }] : []),
      ...(kept.length > 0 ? [{ type: 'people_missing' as const, people: [...kept], ...stamp(desk) }] : []),
      'error' in refused
        ? refusedStep(desk, 'invite', refused.error)
        : { ...done(desk, 'invite'), tickets: [...tickets] },
      ...(isIn.length === 0 && desk.settings.incidents.rooms === 'private'
        ? leaveEmptyRoom(incident, kept, incidentAskedByDesk(desk))
        : []),
    ];
  },

  async pin(desk, { incident }) {
    const card = incident.messages.card?.id;
    if (card === undefined) return [];
    await desk.rooms.pin(card);
    return [{ ...done(desk, 'pin'), message: card }];
  },

  async bookmark(desk, { incident }, channel) {
    const wanted = linksWanted(incident);
    for (const each of wanted.filter((known) => !incident.room.bookmarked?.includes(known))) {
      const link = await linkTo(desk, incident, each);
      const title = each === 'announcement' ? 'Announcement' : `Ticket ${each}`;
      if (link !== undefined) await desk.rooms.bookmark(channel, { title, link });
    }
    return [{ ...done(desk, 'bookmark'), tickets: [...wanted] }];
  },

  async canvas(desk, { incident, log }, channel) {
    await desk.rooms.page(channel, roomPage(incident, log, await namesInLog(desk, log)));
    return [{ ...done(desk, 'canvas'), entries: log.length }];
  },
};

/** When nobody can be let in, everybody is missing for the same reason, unless the channel is gone. */
async function lettingIn(desk: Desk, people: readonly string[], channel: ChannelId) {
  try {
    return (await desk.rooms.invite(channel, people)).map(({ person, reason }) => ({ person, reason }));
  } catch (error) {
    const isRefused = error instanceof Refused && !meansLost(error.code);
    if (!isRefused && !(error instanceof Misconfigured)) throw error;
    return { error, missing: people.map((person) => ({ person, reason: error.message })) };
  }
}

async function linkTo(desk: Desk, { messages }: Incident, wanted: string): Promise<string | undefined> {
  if (wanted !== 'announcement') return (await loadTicket(desk, wanted))?.cards[0]?.link;
  const { announcement } = messages;
  return announcement && (await desk.rooms.message(announcement.id))?.link;
}

/** A step that the platform said no to, with the reason for the card. */
export function refusedStep(
  desk: Desk,
  step: RoomStep,
  { message, code }: { readonly message: string; readonly code?: string },
): IncidentEvent {
  return { type: 'room_step_refused', step, code: code ?? 'misconfigured', reason: message, ...stamp(desk) };
}

function done(desk: Desk, step: RoomStep) {
  return { type: 'room_step_done' as const, step, ...stamp(desk) };
}

function stamp(desk: Desk) {
  return stampOf(incidentAskedByDesk(desk));
}
