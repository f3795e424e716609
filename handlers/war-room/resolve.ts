import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** It is over for customers. */
export const resolve: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
