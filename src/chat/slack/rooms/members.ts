import { z } from 'zod';
import { fromDeskId, toDeskId } from '../ids.ts';
import type { RoomDesk } from './room-desk.ts';

const Page = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});

const pageSize = 200;
/** 100,000 people; more means the cursor runs in circles. */
const mostPages = 500;

/** Everybody in a channel but the desk itself. Other apps are among them. */
export async function members(desk: RoomDesk, channel: string): Promise<readonly string[]> {
  const { userId } = await desk.me();
  const found = new Set<string>();
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const args = { channel: fromDeskId(channel), limit: pageSize, ...(cursor && { cursor }) };
    const answer = await desk.call('conversations.members', args, Page);
    for (const member of answer.members) if (member !== userId) found.add(toDeskId(member));
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return [...found];
}
