import type { ChangesOf } from './change.ts';
import type { Incident, Room } from './incident.ts';

/** The room, who is in it, and what of the talk in it is kept in the log. */
export const changesOfConversation: ChangesOf<
  | 'room_step_done'
  | 'room_step_refused'
  | 'room_degraded'
  | 'room_blocked'
  | 'room_lost'
  | 'room_renamed'
  | 'room_archived'
  | 'room_asked_again'
  | 'people_invited'
  | 'people_missing'
  | 'noted'
  | 'message_kept'
  | 'kept_message_edited'
  | 'kept_message_deleted'
  | 'joined'
  | 'left'
> = {
  room_step_done: (incident, { step, channel, name, at }) =>
    withRoom(incident, (room) => ({
      ...room,
      ...(step === 'create' ? { state: 'ready' as const, readyAt: room.readyAt ?? at } : {}),
      ...(name === undefined ? {} : { name }),
      ...(step === 'create' && channel !== undefined ? { channel } : {}),
      steps: { ...room.steps, [step]: { done: at } },
    })),
  room_step_refused: (incident, { step, code, reason, at }) =>
    withRoom(incident, (room) => ({
      ...room,
      steps: { ...room.steps, [step]: { ...room.steps[step], refused: { at, code, reason } } },
    })),
  room_degraded: (incident, { thread, channel, at }) =>
    withRoom(incident, (room) => ({
      ...room,
      state: 'degraded',
      thread,
      channel,
      readyAt: room.readyAt ?? at,
    })),
  room_blocked: (incident) => withRoom(incident, (room) => ({ ...room, state: 'blocked' })),
  room_lost: (incident) => withRoom(incident, (room) => ({ ...room, state: 'lost' })),
  room_renamed: (incident, { name }) => withRoom(incident, (room) => ({ ...room, name })),
  room_archived: (incident) => withRoom(incident, (room) => ({ ...room, state: 'archived' })),
  // Everything that was refused is tried again; what is done stays done.
  room_asked_again: (incident) =>
    withRoom(incident, (room) => ({
      ...room,
      state: room.state === 'lost' || room.state === 'archived' ? 'pending' : room.state,
      steps: Object.fromEntries(
        Object.entries(room.steps).flatMap(([step, state]) =>
          state?.done ? [[step, { done: state.done }]] : [],
        ),
      ),
      missing: [],
    })),
  people_invited: (incident, { people }) =>
    withRoom(incident, (room) => ({
      ...room,
      invited: [...new Set([...room.invited, ...people])],
      missing: room.missing.filter(({ person }) => !people.includes(person)),
    })),
  people_missing: (incident, { people }) =>
    withRoom(incident, (room) => ({
      ...room,
      missing: [
        ...room.missing.filter(({ person }) => !people.some((other) => other.person === person)),
        ...people,
      ],
    })),
  noted: (incident) => incident,
  message_kept: (incident) => incident,
  kept_message_edited: (incident) => incident,
  kept_message_deleted: (incident) => incident,
  joined: (incident, { person }) =>
    withRoom(incident, (room) => ({
      ...room,
      missing: room.missing.filter((other) => other.person !== person),
    })),
  left: (incident) => incident,
};

function withRoom(incident: Incident, change: (room: Room) => Room): Incident {
  return { ...incident, room: change(incident.room) };
}
