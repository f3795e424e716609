import { z } from 'zod';
import { minute, second } from '../../../domain/time.ts';
import type { MadeRoom } from '../../../rooms-port.ts';
import { toDeskId } from '../ids.ts';
import { refuseWider } from './create-room.ts';
import type { RoomDesk } from './room-desk.ts';

const Conversation = z.object({
  id: z.string(),
  name: z.string().nullish(),
  creator: z.string().nullish(),
  created: z.number().nullish(),
  is_private: z.boolean().nullish(),
});
const Page = z.object({
  channels: z.array(Conversation),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});
const Info = z.object({ channel: Conversation });

const pageSize = 999;
const mostPages = 100;
/** How far Slack's clock may be behind ours. */
const clockSkewMs = minute;

/** Looks only among the channels the desk is in: those it made, and no channel of others can be mistaken for one. */
export async function findMade(
  desk: RoomDesk,
  room: { readonly name: string; readonly restricted: boolean; readonly since: string },
): Promise<MadeRoom | undefined> {
  const [{ userId }, named] = await Promise.all([desk.me(), ownNamed(desk, room.name)]);
  if (!named) return undefined;
  const whole =
    named.creator && named.created && typeof named.is_private === 'boolean'
      ? named
      : (await desk.call('conversations.info', { channel: named.id }, Info)).channel;
  const createdMs = (whole.created ?? 0) * second;
  const isOurs = whole.creator === userId && createdMs >= Date.parse(room.since) - clockSkewMs;
  if (!isOurs) return undefined;
  await refuseWider(desk, room, whole);
  return { channel: toDeskId(whole.id), name: room.name };
}

async function ownNamed(desk: RoomDesk, name: string): Promise<z.infer<typeof Conversation> | undefined> {
  const args = { types: 'public_channel,private_channel', exclude_archived: true, limit: pageSize };
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await desk.call('users.conversations', { ...args, ...(cursor && { cursor }) }, Page);
    const match = answer.channels.find((channel) => channel.name === name);
    if (match) return match;
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') return undefined;
  }
  return undefined;
}
