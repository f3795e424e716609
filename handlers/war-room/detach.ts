import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** A ticket that has nothing to do with it. */
export const detach: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
