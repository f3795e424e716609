import { z } from 'zod';
import { DeskError, Refused } from '../../../domain/errors.ts';
import type { MadeRoom } from '../../../rooms-port.ts';
import { anyAnswer } from '../call-slack.ts';
import { toDeskId } from '../ids.ts';
import { inWords, type RoomDesk } from './room-desk.ts';

const Created = z.object({
  channel: z.object({ id: z.string(), name: z.string(), is_private: z.boolean().nullish() }),
});

const words = {
  name_taken: 'There is a channel of this name already.',
  restricted_action: 'An administrator has restricted who may make channels.',
  cannot_create_channel: 'The desk may not make channels in this workspace.',
  invalid_name_maxlength: 'The name of the channel is too long.',
  invalid_name_punctuation: 'The name of the channel has no letters.',
  invalid_name_required: 'The channel has no name.',
  invalid_name_specials: 'The name of the channel has letters that Slack does not take.',
  invalid_name: 'Slack does not take the name of the channel.',
};

/** Makes a channel. A restricted one that did not become private is put away at once, before anybody is in it. */
export async function createRoom(
  desk: RoomDesk,
  room: { readonly name: string; readonly restricted: boolean },
): Promise<MadeRoom> {
  const args = { name: room.name, is_private: room.restricted };
  const { channel } = await inWords(words, () => desk.call('conversations.create', args, Created));
  await refuseWider(desk, room, channel);
  return { channel: toDeskId(channel.id), name: channel.name };
}

/** Puts a channel away and throws Refused `not_private` when it is public though a restricted one was asked for. */
export async function refuseWider(
  desk: RoomDesk,
  room: { readonly restricted: boolean },
  channel: { readonly id: string; readonly is_private?: boolean | null | undefined },
): Promise<void> {
  if (!room.restricted || channel.is_private === true) return;
  await putAway(desk, channel.id);
  throw new Refused('Slack made the channel public, though a private one was asked for.', 'not_private');
}

async function putAway(desk: RoomDesk, channel: string): Promise<void> {
  try {
    await desk.call('conversations.archive', { channel }, anyAnswer);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    desk.log.error('public_room_not_archived', { channel: toDeskId(channel), reason: error.name });
  }
}
