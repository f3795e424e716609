import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** A part goes to somebody else when they accept. */
export const handover: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
