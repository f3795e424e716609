import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Whatever of the room is missing is made again. */
export const repair: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
