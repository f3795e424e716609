import type { Desk } from '../../../desk.ts';
import { Misconfigured, Refused, Unreachable } from '../../../domain/errors.ts';
import { type IncidentDecision, nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import type { IncidentEvent } from '../../../domain/incident/event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { agendaOfRoom } from '../../../domain/incident/room/agenda-room.ts';
import { loseRoom, meansLost } from '../../../domain/incident/room/room-loss.ts';
import { blockRoom } from '../../../domain/incident/room/room-thread.ts';
import { triedUntil } from '../../../domain/incident/room/room-times.ts';
import type { Claims } from '../../../store-port.ts';
import {
  changeIncident,
  incidentAskedByDesk,
  type LoadedIncident,
  loadIncidentWithLog,
} from '../change-incident.ts';
import { chatMustWork } from '../drill/chat-must-work.ts';
import { endTimer } from '../end-timer.ts';
import { makeRoom } from './make-room.ts';
import { furnishing, refusedStep } from './room-steps.ts';

/**
 * One step of making a room is done, or refused with a reason that stays visible. What did not get through is tried again
 * by the timer; what was refused waits until somebody asks for it, except the channel itself.
 */
export async function furnishRoom(desk: Desk, claim: Claims['timers']): Promise<void> {
  const { id, timer } = claim;
  const loaded = await loadIncidentWithLog(desk, id);
  const isDue =
    loaded && agendaOfRoom(loaded.incident, desk.settings.incidents).some(({ key }) => key === timer.key);
  if (!isDue) return endTimer(desk, claim);
  chatMustWork(desk, loaded.incident);
  const step = timer.key.slice('room:'.length);
  const decide = step === 'create' ? await create(desk, loaded.incident) : await furnish(desk, loaded, step);
  await changeIncident(desk, id, decide, { fired: timer });
}

type Decide = (now: Incident) => IncidentDecision;

async function create(desk: Desk, incident: Incident): Promise<Decide> {
  try {
    const { channel, name } = await makeRoom(desk, incident);
    return (now) => {
      if (now.room.state === 'ready') return nothingFollows;
      const stamp = stampOf(incidentAskedByDesk(desk));
      return { events: [{ type: 'room_step_done', step: 'create', channel, name, ...stamp }] };
    };
  } catch (error) {
    if (!isFinal(error, incident, desk)) throw error;
    const refusal =
      error instanceof Unreachable
        ? { message: 'The chat platform did not answer for 15 minutes.', code: 'unreachable' }
        : error;
    const refused = refusedStep(desk, 'create', refusal);
    return (now) => ({ events: [refused, ...blocking(desk, now, refused)] });
  }
}

/** Worth a line in the log: the first refusal, and the end of trying. In between the timer tries again. */
function isFinal(
  error: unknown,
  incident: Incident,
  desk: Desk,
): error is Refused | Misconfigured | Unreachable {
  const isOver = desk.clock.now() >= triedUntil(incident);
  if (error instanceof Unreachable) return isOver;
  if (!(error instanceof Refused || error instanceof Misconfigured)) return false;
  return isOver || incident.room.steps.create?.refused === undefined;
}

function blocking(desk: Desk, now: Incident, refused: IncidentEvent): readonly IncidentEvent[] {
  if (refused.type !== 'room_step_refused') return [];
  const { at, code, reason } = refused;
  const room = { ...now.room, steps: { ...now.room.steps, create: { refused: { at, code, reason } } } };
  const blocked = blockRoom({ ...now, room }, incidentAskedByDesk(desk));
  return 'refused' in blocked ? [] : blocked.events;
}

async function furnish(desk: Desk, loaded: LoadedIncident, step: string): Promise<Decide> {
  const { channel } = loaded.incident.room;
  if (channel === undefined || !isFurnishing(step)) return () => nothingFollows;
  try {
    const events = await furnishing[step](desk, loaded, channel);
    // Another room meanwhile: it is furnished for itself.
    return (now) => (now.room.channel === channel ? { events } : nothingFollows);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Misconfigured)) throw error;
    if (error instanceof Refused && meansLost(error.code))
      return (now) => loseRoom(now, { channel, reason: error.message }, incidentAskedByDesk(desk));
    const refused = refusedStep(desk, step, error);
    return (now) => (now.room.channel === channel ? { events: [refused] } : nothingFollows);
  }
}

function isFurnishing(step: string): step is keyof typeof furnishing {
  return Object.hasOwn(furnishing, step);
}
