import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** How grave it is, with a reason. */
export const severity: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
