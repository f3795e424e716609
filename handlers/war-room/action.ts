import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** What is done so that it does not come back. */
export const action: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
