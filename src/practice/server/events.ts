import type { Message } from './message.ts';
import { slackMessage } from './message-shapes.ts';
import type { Room } from './room.ts';
import type { World } from './world.ts';

type Event = Record<string, unknown> & { type: string };

/** Tells the desk that something happened; `channel` is where, when it happened in one. */
export function announce(world: World, event: Event, channel?: string): void {
  const { team, app, clock } = world;
  const eventId = world.ids.next('Ev');
  const body = {
    token: 'practice-verification-token',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
  world.delivery.tell({ kind: 'event', type: event.type, id: eventId, channel, body });
}

/** Tells about something in a room, if the bot is in it: Slack sends an app nothing of other rooms. */
export function announceIn(world: World, room: Room, event: Event): void {
  if (room.members.has(world.app.botUser)) announce(world, event, room.id);
}

/** A new message; one that names the bot in a channel arrives a second time as `app_mention`. */
export function announcePost(world: World, room: Room, message: Message): void {
  const place = { channel: room.id, event_ts: message.ts };
  const shape = slackMessage(world, message);
  announceIn(world, room, { ...shape, type: 'message', ...place, channel_type: channelType(room) });
  const byPerson = message.botId === undefined && isSpoken(message);
  if (!byPerson || room.kind === 'direct' || !message.text.includes(`<@${world.app.botUser}>`)) return;
  announceIn(world, room, { ...shape, type: 'app_mention', ...place });
}

export function announceEdit(
  world: World,
  room: Room,
  edit: { before: Record<string, unknown>; now: Message },
): void {
  const message = slackMessage(world, edit.now);
  announceChange(world, room, { subtype: 'message_changed', message, previous_message: edit.before });
}

export function announceRemoval(world: World, room: Room, before: Record<string, unknown>): void {
  announceChange(world, room, {
    subtype: 'message_deleted',
    deleted_ts: before.ts,
    previous_message: before,
  });
}

export function channelType(room: Room): 'channel' | 'group' | 'im' | 'mpim' {
  return channelTypes[room.kind];
}

function announceChange(world: World, room: Room, change: Record<string, unknown>): void {
  const ts = world.stamps.next();
  const place = { channel: room.id, channel_type: channelType(room), ts, event_ts: ts, hidden: true };
  announceIn(world, room, { type: 'message', ...change, ...place });
}

function isSpoken(message: Message): boolean {
  return [undefined, 'file_share', 'thread_broadcast'].includes(message.subtype);
}

const channelTypes = { channel: 'channel', private: 'group', direct: 'im', group: 'mpim' } as const;
