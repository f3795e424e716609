import { tell } from '../answer.ts';
import type { WarRoomCommand } from './table.ts';

/** It is part of another incident. */
export const merge: WarRoomCommand = async (desk, event) => {
  await tell(desk, event.handle, 'That is not there yet.');
};
