import { announceIn } from './events.ts';
import type { Message } from './message.ts';
import { slackMessage } from './message-shapes.ts';
import { showMessage } from './messages.ts';
import type { World } from './world.ts';

/** Pins a message; false when it is pinned already. */
export function pinMessage(world: World, message: Message, by: string): boolean {
  if (message.pinned) return false;
  message.pinned = true;
  tellPin(world, message, { type: 'pin_added', by });
  return true;
}

/** Takes a pin off; false when there is none. */
export function unpinMessage(world: World, message: Message, by: string): boolean {
  if (!message.pinned) return false;
  message.pinned = false;
  tellPin(world, message, { type: 'pin_removed', by });
  return true;
}

function tellPin(
  world: World,
  message: Message,
  { type, by }: { type: 'pin_added' | 'pin_removed'; by: string },
): void {
  showMessage(world, message);
  const room = world.rooms.get(message.channel);
  if (!room) return;
  const seconds = Math.floor(world.clock.now() / 1000);
  const pins = [...room.byTs.values()].filter((each) => each.pinned).length;
  announceIn(world, room, {
    type,
    user: by,
    channel_id: room.id,
    item: {
      type: 'message',
      channel: room.id,
      message: { ...slackMessage(world, message), pinned_to: message.pinned ? [room.id] : [] },
      created: seconds,
      created_by: by,
    },
    item_user: message.user,
    pin_count: String(pins),
    pinned_info: { channel: room.id, pinned_by: by, pinned_ts: seconds },
    ...(type === 'pin_removed' && { has_pins: pins > 0 }),
    event_ts: world.stamps.next(),
  });
}
