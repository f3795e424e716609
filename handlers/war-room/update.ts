import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** An update for customers. */
export const update: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
