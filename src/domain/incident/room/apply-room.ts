import type { ChannelId } from '../../chat-event.ts';
import type { Instant } from '../../time.ts';
import type { ChangesOf } from '../change.ts';
import type { Incident } from '../incident.ts';
import type { Room } from './room.ts';

/** The room, who is in it, and what of the talk in it is kept in the log. */
export const changesOfConversation: ChangesOf<
  | 'room_step_done'
  | 'room_step_refused'
  | 'room_degraded'
  | 'room_blocked'
  | 'room_lost'
  | 'room_wanted'
  | 'room_back'
  | 'room_renamed'
  | 'room_archived'
  | 'room_asked_again'
  | 'asked_in'
  | 'people_invited'
  | 'people_missing'
  | 'noted'
  | 'message_kept'
  | 'kept_message_edited'
  | 'kept_message_deleted'
  | 'joined'
  | 'left'
> = {
  room_step_done: (incident, { step, channel, name, message, tickets, entries, at }) =>
    withRoom(incident, (room) => ({
      ...(step === 'create' && channel !== undefined ? made(room, channel, at) : room),
      ...(name === undefined ? {} : { name }),
      ...(step === 'pin' && message !== undefined ? { pinned: message } : {}),
      ...(step === 'bookmark' && tickets ? { bookmarked: tickets } : {}),
      ...(step === 'invite' && tickets ? { ticketsAsked: tickets } : {}),
      ...(entries === undefined ? {} : { pageOf: entries }),
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
  room_lost: (incident, { reason, at }) =>
    withRoom(incident, (room) => ({ ...room, state: 'lost', lost: { at, reason } })),
  room_wanted: (incident, { as, name, at }) =>
    withRoom(incident, (room) => soughtAnew(room, { as, name, at })),
  room_back: (incident) =>
    withRoom(incident, (room) => ({ ...room, state: room.thread === undefined ? 'ready' : 'degraded' })),
  room_renamed: (incident, { name }) => withRoom(incident, (room) => ({ ...room, name })),
  room_archived: (incident, { at }) =>
    withRoom(incident, (room) => ({ ...room, state: 'archived', archivedAt: at })),
  // Everything that was refused is tried again, and everybody is asked in again; what is done stays done.
  room_asked_again: (incident, { at }) =>
    withRoom(incident, ({ asThread: _asThread, ...room }) => ({
      ...room,
      state: room.state === 'blocked' ? 'pending' : room.state,
      soughtSince: at,
      steps: Object.fromEntries(
        Object.entries(room.steps).flatMap(([step, state]) =>
          state?.done ? [[step, { done: state.done }]] : [],
        ),
      ),
      invited: [],
      missing: [],
    })),
  asked_in: (incident, { person }) =>
    withRoom(incident, (room) => ({
      ...room,
      askedIn: [...(room.askedIn ?? []).filter((other) => other !== person), person],
      invited: room.invited.filter((other) => other !== person),
      missing: room.missing.filter((other) => other.person !== person),
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
  message_kept: (incident, { message }) =>
    withRoom(incident, (room) => ({ ...room, kept: [...new Set([...(room.kept ?? []), message])] })),
  kept_message_edited: (incident) => incident,
  kept_message_deleted: (incident, { message }) =>
    withRoom(incident, (room) => ({
      ...room,
      kept: (room.kept ?? []).filter((known) => known !== message),
    })),
  joined: (incident, { person }) => {
    const { [person]: _back, ...gone } = incident.gone ?? {};
    return withRoom({ ...incident, gone }, (room) => ({
      ...room,
      missing: room.missing.filter((other) => other.person !== person),
    }));
  },
  left: (incident, { person, at }) => ({ ...incident, gone: { ...incident.gone, [person]: at } }),
};

function withRoom(incident: Incident, change: (room: Room) => Room): Incident {
  return { ...incident, room: change(incident.room) };
}

/** The channel is there. A thread that stood for it until now is where the room was. */
function made({ thread, channel: before, ...room }: Room, channel: ChannelId, at: Instant): Room {
  return {
    ...room,
    state: 'ready',
    channel,
    readyAt: room.readyAt ?? at,
    ...(thread === undefined || before === undefined
      ? {}
      : { former: [...(room.former ?? []), { channel: before, thread }] }),
  };
}

/** The next room starts from nothing; what the incident knows of its people and its messages stays. */
function soughtAnew(
  room: Room,
  sought: { readonly as: 'channel' | 'thread'; readonly name: string; readonly at: Instant },
): Room {
  const { channel, thread, former, lost, archivedAt, readyAt, kept } = room;
  const was = channel === undefined ? [] : [{ channel, ...(thread === undefined ? {} : { thread }) }];
  return {
    state: 'pending',
    name: sought.name,
    steps: {},
    missing: [],
    invited: [],
    soughtSince: sought.at,
    ...(sought.as === 'thread' ? { asThread: true } : {}),
    round: (room.round ?? 1) + (sought.name === room.name ? 0 : 1),
    former: [...(former ?? []), ...was],
    ...(lost ? { lost } : {}),
    ...(archivedAt === undefined ? {} : { archivedAt }),
    ...(readyAt === undefined ? {} : { readyAt }),
    ...(kept ? { kept } : {}),
  };
}
