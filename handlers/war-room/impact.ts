import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** What is broken for whom. */
export const impact: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
