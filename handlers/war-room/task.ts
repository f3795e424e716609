import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** A task and its owner. */
export const task: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
