import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** One more ticket. */
export const attach: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
