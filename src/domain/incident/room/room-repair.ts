import { type IncidentAsked, type IncidentDecision, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { type RoomStep, roomSteps } from '../words.ts';
import { linksWanted } from './room-links.ts';
import { wantRoom } from './room-loss.ts';
import { wantedInRoom } from './room-people.ts';
import { needsRoom } from './room-times.ts';

/** The steps of making a room; doing without one, announcing it and putting it away are none of them. */
export const makingSteps: readonly RoomStep[] = roomSteps.filter(
  (step) => step !== 'thread' && step !== 'announce' && step !== 'archive',
);

/** What of the room is missing: all of it while there is no channel. */
export function missingSteps(incident: Incident): readonly RoomStep[] {
  const { room, messages } = incident;
  if (room.state !== 'ready') return makingSteps;
  const isMissing: Readonly<Record<RoomStep, boolean>> = {
    create: false,
    thread: false,
    topic: !room.steps.topic?.done,
    invite: room.missing.length > 0 || wantedInRoom(incident).some((who) => !room.invited.includes(who)),
    pin: messages.card === undefined || room.pinned !== messages.card.id,
    bookmark: linksWanted(incident).some((link) => !room.bookmarked?.includes(link)),
    canvas: room.pageOf === undefined || room.steps.canvas?.refused !== undefined,
    announce: room.steps.announce?.refused !== undefined,
    archive: false,
  };
  return roomSteps.filter((step) => isMissing[step]);
}

/** Whatever was refused or given up is tried again; a lost room gets a successor. */
export function repairRoom(incident: Incident, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (!needsRoom(incident)) return { refused: 'ended' };
  const again = { type: 'room_asked_again' as const, ...stampOf(asked) };
  if (incident.room.state !== 'lost') return { events: [again] };
  const wanted = wantRoom(incident, 'channel', asked);
  return 'refused' in wanted ? wanted : { events: [again, ...wanted.events] };
}
