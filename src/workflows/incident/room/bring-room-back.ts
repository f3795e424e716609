import type { Desk } from '../../../desk.ts';
import { Refused } from '../../../domain/errors.ts';
import type { IncidentAsked } from '../../../domain/incident/decision.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { roomIsBack } from '../../../domain/incident/room/room-loss.ts';
import { changeIncidentAsAsked } from '../change-incident.ts';

/** Opens the channel again: `back`, or why it cannot be, in plain words. */
export async function bringRoomBack(
  desk: Desk,
  { id, room }: Incident,
  asked: IncidentAsked,
): Promise<'back' | { readonly reason: string }> {
  const { channel } = room;
  if (channel === undefined) return { reason: 'There is no channel to bring back.' };
  try {
    if ((await desk.rooms.state(channel)) === 'archived') await desk.rooms.unarchive(channel);
    const state = await desk.rooms.state(channel);
    if (state !== 'open') return { reason: stateWords[state] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { reason: error.message };
  }
  await changeIncidentAsAsked(desk, id, asked, (now) => roomIsBack(now, channel, asked));
  return 'back';
}

const stateWords = {
  archived: 'The channel is still archived.',
  gone: 'The channel is deleted, or the desk is no longer in it.',
} as const;
