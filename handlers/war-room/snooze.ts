import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Puts the reminder of an update off. */
export const snooze: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
