import type { Desk } from './desk.ts';
import type { IncidentTimer } from './domain/incident/agenda.ts';
import type { TicketTimer } from './domain/ticket/timer-step.ts';
import { recurring } from './recurring.ts';
import type { Claims } from './store-port.ts';
import { backfillThread } from './workflows/backfill-thread.ts';
import { closeQuiet, followUp } from './workflows/follow-up.ts';
import { askForInternalUpdate } from './workflows/incident/cadence/ask-for-internal-update.ts';
import { askWhetherLive } from './workflows/incident/cadence/ask-whether-live.ts';
import { keepCadence } from './workflows/incident/cadence/keep-cadence.ts';
import { runDrillStep } from './workflows/incident/drill/run-drill.ts';
import { checkRecurrence } from './workflows/incident/review/check-recurrence.ts';
import { watchActions } from './workflows/incident/review/watch-actions.ts';
import { watchReview } from './workflows/incident/review/watch-review.ts';
import { fillRole } from './workflows/incident/roles/fill-role.ts';
import { suggestHandover } from './workflows/incident/roles/long-command.ts';
import { nameActing } from './workflows/incident/roles/name-acting.ts';
import { archiveRoom } from './workflows/incident/room/archive-room.ts';
import { fallBack } from './workflows/incident/room/fall-back.ts';
import { furnishRoom } from './workflows/incident/room/furnish-room.ts';
import { recoverRoom } from './workflows/incident/room/recover-room.ts';
import { considerWarRoom } from './workflows/incident/tickets/consider-war-room.ts';
import { declareFromTicket } from './workflows/incident/tickets/declare-incident.ts';
import { dropMerged } from './workflows/incident/tickets/drop-merged.ts';
import { finishIncidentMerge } from './workflows/incident/tickets/finish-merge.ts';
import { hearThatItIsBack } from './workflows/incident/tickets/hear-that-it-is-back.ts';
import { markTickets } from './workflows/incident/tickets/mark-tickets.ts';
import { collectReceipts } from './workflows/incident/updates/collect-receipts.ts';
import { deliverUpdate } from './workflows/incident/updates/deliver-update.ts';
import { prepareIncidentUpdate } from './workflows/incident/updates/prepare-update.ts';
import { finishLink, finishMerge, finishUnmerge } from './workflows/merge-tickets.ts';
import { tellList } from './workflows/morning-list.ts';
import { endHold, showTicket, wakeSnoozed } from './workflows/pass-time.ts';
import { reapplyPolicies } from './workflows/reapply-policies.ts';
import { remindOfUpdate } from './workflows/remind-of-update.ts';
import { runRecurring } from './workflows/routine.ts';
import { sendAlone } from './workflows/send-alone.ts';
import { finishSplit } from './workflows/split-ticket.ts';
import { watchClocks } from './workflows/watch-clocks.ts';
import { workTicket } from './workflows/work-ticket.ts';

type Workflow = (desk: Desk, claim: Claims['timers']) => Promise<void>;

/** What happens when a timer is due. Each workflow commits, and thereby ends or renews its timer. */
export const timers: Readonly<
  Record<TicketTimer | IncidentTimer | 'recur' | 'tell_list' | 'reapply_policies', Workflow>
> = {
  work: workTicket,
  show: showTicket,
  backfill: backfillThread,
  quiet: closeQuiet,
  follow_up: followUp,
  wake: wakeSnoozed,
  hold_ends: endHold,
  send_alone: sendAlone,
  clock: watchClocks,
  remind_update: remindOfUpdate,
  consider_war_room: considerWarRoom,
  declare: declareFromTicket,
  incident_back: hearThatItIsBack,
  incident_merged: dropMerged,
  tell_incident: collectReceipts,
  finish_merge: finishMerge,
  finish_unmerge: finishUnmerge,
  finish_split: finishSplit,
  finish_link: finishLink,
  recur: (desk, claim) => runRecurring(desk, claim, recurring),
  tell_list: tellList,
  reapply_policies: reapplyPolicies,
  incident_room: furnishRoom,
  incident_room_late: fallBack,
  incident_room_lost: recoverRoom,
  incident_archive: archiveRoom,
  incident_role: fillRole,
  incident_acting: nameActing,
  incident_long_command: suggestHandover,
  incident_prepare: prepareIncidentUpdate,
  incident_deliver: deliverUpdate,
  incident_cadence: keepCadence,
  incident_internal: askForInternalUpdate,
  incident_stale: askWhetherLive,
  incident_tickets: markTickets,
  incident_merge: finishIncidentMerge,
  incident_review: watchReview,
  incident_action: watchActions,
  incident_recurrence: checkRecurrence,
  incident_drill: runDrillStep,
};
