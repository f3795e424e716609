import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** What was learned. */
export const review: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
