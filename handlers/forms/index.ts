import type { FormHandler } from '../table.ts';
import { autonomyOn } from './autonomy.ts';
import * as incident from './incident.ts';
import { declare } from './incident-declare.ts';
import { internal, snooze as snoozeIncidentUpdate } from './incident-internal.ts';
import { action, actionMove, reviewMeeting, reviewSection } from './incident-review.ts';
import { roleHandOver } from './incident-roles.ts';
import { addTicket, attach, detach, merge as mergeIncident } from './incident-tickets.ts';
import { incidentUpdate, nothingNewUpdate, rejectedUpdate } from './incident-update.ts';
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
  incident_attach: attach,
  incident_detach: detach,
  incident_merge: mergeIncident,
  incident_status: incident.status,
  incident_severity: incident.severity,
  incident_impact: incident.impact,
  incident_note: incident.note,
  incident_task: incident.task,
  incident_resolve: incident.resolve,
  incident_reopen: incident.reopen,
  incident_cancel: incident.cancel,
  incident_internal: internal,
  incident_snooze: snoozeIncidentUpdate,
  incident_update: incidentUpdate,
  incident_nothing_new: nothingNewUpdate,
  incident_reject_update: rejectedUpdate,
  incident_review_section: reviewSection,
  incident_review_meeting: reviewMeeting,
  incident_action: action,
  incident_action_move: actionMove,
};
