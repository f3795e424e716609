import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** It is back. */
export const reopen: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
