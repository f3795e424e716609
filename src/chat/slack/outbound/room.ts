import { z } from 'zod';
import { fromDeskId, toDeskId } from '../ids.ts';
import type { SlackDesk } from './slack-desk.ts';

const Opened = z.object({ channel: z.object({ id: z.string() }) });

/** Slack's id of the channel to speak in. A person stands for the direct conversation with them. */
export async function roomOf(desk: Pick<SlackDesk, 'call'>, deskId: string): Promise<string> {
  const id = fromDeskId(deskId);
  return /^[UW]/.test(id) ? directWith(desk, id) : id;
}

/** Opens, or finds, the direct conversation with a person. */
export async function directWith(desk: Pick<SlackDesk, 'call'>, user: string): Promise<string> {
  const { channel } = await desk.call('conversations.open', { users: user }, Opened);
  return channel.id;
}

/** Tells the channel only where it is another one than was asked for. */
export function otherRoom(asked: string, room: string): { readonly channel?: string } {
  return toDeskId(room) === asked ? {} : { channel: toDeskId(room) };
}
