import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Who has which part; offers one. */
export const role: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
