import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** What happened, in order. */
export const timeline: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
