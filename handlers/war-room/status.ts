import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Where it stands; with a word behind it, what customers are told from now on. */
export const status: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
