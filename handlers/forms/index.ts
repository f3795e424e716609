import type { FormHandler } from '../table.ts';
import { autonomyOn } from './autonomy.ts';
import { declare } from './incident-declare.ts';
import { internal, snooze as snoozeIncidentUpdate } from './incident-internal.ts';
import { roleHandOver } from './incident-roles.ts';
import { addTicket } from './incident-tickets.ts';
import { newTicket } from './new-ticket.ts';
import { policyApply } from './policies.ts';
import { notices } from './preferences.ts';
import { reply } from './reply.ts';
import { update } from './updates.ts';
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
  update,
  new_ticket: newTicket,
  autonomy_on: autonomyOn,
  notices,
  policy_apply: policyApply,
  role_hand_over: roleHandOver,
  incident_declare: declare,
  incident_add_ticket: addTicket,
  incident_internal: internal,
  incident_snooze: snoozeIncidentUpdate,
};
