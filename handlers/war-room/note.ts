import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** A line for the log. */
export const note: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
