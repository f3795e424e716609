import type { FormHandler } from '../table.ts';
import { autonomyOn } from './autonomy.ts';
import { newTicket } from './new-ticket.ts';
import { policyApply } from './policies.ts';
import { reply } from './reply.ts';
import { escalate, hold, merge, note, snooze, solve, split } from './work.ts';

/** Every form, by its name. */
export const forms: Readonly<Record<string, FormHandler>> = {
  reply,
  note,
  solve,
  hold,
  snooze,
  escalate,
  merge,
  split,
  new_ticket: newTicket,
  autonomy_on: autonomyOn,
  policy_apply: policyApply,
};
