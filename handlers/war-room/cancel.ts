import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** A false alarm. */
export const cancel: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
