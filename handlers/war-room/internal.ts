import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Where things stand, for the team. */
export const internal: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
