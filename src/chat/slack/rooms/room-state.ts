import { z } from 'zod';
import { Refused } from '../../../domain/errors.ts';
import { fromDeskId } from '../ids.ts';
import type { RoomDesk } from './room-desk.ts';

const Info = z.object({
  channel: z.object({ is_archived: z.boolean().nullish(), is_member: z.boolean().nullish() }),
});

const gone = ['channel_not_found', 'not_in_channel', 'method_not_supported_for_channel_type'];

/** Whether the desk can still work in a channel. */
export async function roomState(desk: RoomDesk, channel: string): Promise<'open' | 'archived' | 'gone'> {
  try {
    const args = { channel: fromDeskId(channel) };
    const { is_archived, is_member } = (await desk.call('conversations.info', args, Info)).channel;
    if (is_archived) return 'archived';
    return is_member === false ? 'gone' : 'open';
  } catch (error) {
    if (error instanceof Refused && gone.includes(error.code)) return 'gone';
    throw error;
  }
}
