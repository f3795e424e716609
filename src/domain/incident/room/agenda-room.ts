import { type Instant, laterBy } from '../../time.ts';
import type { Agenda, Due } from '../agenda.ts';
import type { Incident } from '../incident.ts';
import { isUnderWay, type RoomStep } from '../words.ts';
import { linksWanted } from './room-links.ts';
import { ticketsToAsk, toLetIn, wantedInRoom } from './room-people.ts';
import {
  answerDueAt,
  endedAt,
  needsRoom,
  pageDueAt,
  soughtSince,
  threadDueAt,
  triedUntil,
  tryAgainAt,
} from './room-times.ts';

/** Due: what makes the room and brings it back. */
export const agendaOfRoom: Agenda = (incident, settings) => [
  ...creating(incident),
  ...goingOnInThread(incident),
  ...furnishing(incident),
  ...recovering(incident),
  ...archiving(incident, settings.archiveAfterMs),
];

function creating(incident: Incident): readonly Due[] {
  const { state, asThread, steps } = incident.room;
  const isSought = state === 'pending' || state === 'degraded' || state === 'blocked';
  if (!isSought || asThread || !needsRoom(incident)) return [];
  const refused = steps.create?.refused;
  if (!refused) return [step('create', soughtSince(incident))];
  if (incident.visibility === 'restricted') return [];
  const again = tryAgainAt(refused.at);
  return again <= triedUntil(incident) ? [step('create', again)] : [];
}

/** A refused channel is a thread at once, as soon as the announcement stands that the thread is under. */
function goingOnInThread(incident: Incident): readonly Due[] {
  const { state, asThread, steps } = incident.room;
  if (state !== 'pending' || !needsRoom(incident)) return [];
  const late = { key: 'room:late', kind: 'incident_room_late' } as const;
  if (steps.thread?.refused) {
    const again = tryAgainAt(steps.thread.refused.at);
    return again <= triedUntil(incident) ? [{ ...late, dueAt: again }] : [];
  }
  const refusedAt = asThread ? soughtSince(incident) : steps.create?.refused?.at;
  const waitsForNothing = incident.messages.announcement !== undefined || incident.mode === 'drill';
  const dueAt = refusedAt !== undefined && waitsForNothing ? refusedAt : threadDueAt(incident);
  return [{ ...late, dueAt }];
}

function furnishing(incident: Incident): readonly Due[] {
  const { room, messages } = incident;
  if (room.state !== 'ready') return [];
  const from = room.readyAt ?? incident.declared.at;
  const isRefused = (name: RoomStep) => room.steps[name]?.refused !== undefined;
  const once = (name: RoomStep, isMissing: boolean) =>
    isMissing && !isRefused(name) && needsRoom(incident) ? [step(name, from)] : [];
  // Who could not be let in is known by name, so that a refusal does not keep the next one out.
  const isLetIn =
    toLetIn(incident, wantedInRoom(incident)).length === 0 &&
    (isRefused('invite') || ticketsToAsk(incident).length === 0);
  const { card } = messages;
  return [
    ...once('topic', !room.steps.topic?.done),
    ...once('pin', card !== undefined && card.channel === room.channel && card.id !== room.pinned),
    ...once(
      'bookmark',
      linksWanted(incident).some((link) => !room.bookmarked?.includes(link)),
    ),
    ...(isLetIn || !needsRoom(incident) ? [] : [step('invite', from)]),
    // From the review on the page is the retrospective.
    ...(isRefused('canvas') || incident.review ? [] : pageDue(incident, from)),
  ];
}

function pageDue({ room, log }: Incident, from: Instant): readonly Due[] {
  const { pageOf, steps } = room;
  if (pageOf === undefined || !steps.canvas?.done) return [step('canvas', from)];
  // That the page was made is itself a line of the log.
  return log.entries > pageOf + 1 ? [step('canvas', pageDueAt(steps.canvas.done))] : [];
}

function recovering({ lifecycle, room }: Incident): readonly Due[] {
  const lost = { key: 'room:lost', kind: 'incident_room_lost' } as const;
  if (room.state === 'lost' && room.lost && (isUnderWay(lifecycle) || lifecycle === 'resolved'))
    return [{ ...lost, dueAt: answerDueAt(room.lost.at) }];
  if (room.state === 'archived' && room.archivedAt !== undefined && isUnderWay(lifecycle))
    return [{ ...lost, dueAt: room.archivedAt }];
  return [];
}

/** Once after each end: whoever opens the room again afterwards keeps it open. */
function archiving(incident: Incident, afterMs: number): readonly Due[] {
  const { state, steps, archivedAt } = incident.room;
  const ended = endedAt(incident);
  if (state !== 'ready' || ended === undefined) return [];
  if (steps.archive?.refused || (archivedAt !== undefined && archivedAt >= ended)) return [];
  return [{ key: 'room:archive', kind: 'incident_archive', dueAt: laterBy(ended, afterMs) }];
}

function step(name: RoomStep, dueAt: Instant): Due {
  return { key: `room:${name}`, kind: 'incident_room', dueAt };
}
