import { action } from './action.ts';
import { attach } from './attach.ts';
import { cancel } from './cancel.ts';
import { detach } from './detach.ts';
import { handover } from './handover.ts';
import { impact } from './impact.ts';
import { internal } from './internal.ts';
import { join } from './join.ts';
import { merge } from './merge.ts';
import { note } from './note.ts';
import { reopen } from './reopen.ts';
import { repair } from './repair.ts';
import { resolve } from './resolve.ts';
import { review } from './review.ts';
import { role } from './role.ts';
import { severity } from './severity.ts';
import { snooze } from './snooze.ts';
import { status } from './status.ts';
import type { WarRoomCommand } from './table.ts';
import { task } from './task.ts';
import { timeline } from './timeline.ts';
import { update } from './update.ts';

/** What may follow `/ticket war-room` about an incident there is. */
export const warRoomCommands: Readonly<Record<string, WarRoomCommand>> = {
  status,
  severity,
  role,
  update,
  internal,
  snooze,
  note,
  task,
  handover,
  impact,
  attach,
  detach,
  merge,
  resolve,
  reopen,
  cancel,
  repair,
  join,
  timeline,
  review,
  action,
};
