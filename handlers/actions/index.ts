import type { ActionHandler } from '../table.ts';
import {
  approve,
  discard,
  editDraft,
  rateDown,
  rateUp,
  regenerate,
  reply,
  whyConfidence,
} from './answering.ts';
import { autonomyDecline, autonomyDryRun, autonomyOff, stopSendingAlone } from './autonomy.ts';
import { explainDue } from './explain.ts';
import { internal, snooze } from './incident-cadence.ts';
import { roleDecline, roleHandOver, roleTake } from './incident-roles.ts';
import { bringBack, goOnInThread, newRoom, repairRoom } from './incident-room.ts';
import { addTicket, openRoom } from './incident-tickets.ts';
import { incidentTimeline } from './incident-timeline.ts';
import { makeTicket, newTicket, openTicket, refreshHome } from './lists.ts';
import { policyPreview } from './policies.ts';
import { changeNotices } from './preferences.ts';
import { confirmSolved, stillBroken, stillNeedHelp } from './requester.ts';
import {
  editUpdate,
  laterIsFine,
  neededSooner,
  prepareUpdateNow,
  sendPreparedUpdate,
  snoozePreparedUpdate,
} from './updates.ts';
import {
  claim,
  correctCategory,
  correctQueue,
  correctSentiment,
  correctSeverity,
  joinAllCopies,
  link,
  merge,
  moreMenu,
  note,
  release,
  reopen,
  retry,
  showAll,
  solve,
  unmerge,
} from './working.ts';

/** Every button and menu, by its action. */
export const actions: Readonly<Record<string, ActionHandler>> = {
  approve,
  edit_draft: editDraft,
  discard,
  regenerate,
  rate_up: rateUp,
  rate_down: rateDown,
  why_confidence: whyConfidence,
  reply,
  retry_delivery: retry,
  claim,
  release,
  note,
  solve,
  reopen,
  more: moreMenu,
  show_all: showAll,
  explain_due: explainDue,
  correct_category: correctCategory,
  correct_severity: correctSeverity,
  correct_queue: correctQueue,
  correct_sentiment: correctSentiment,
  merge,
  unmerge,
  link,
  join_copies: joinAllCopies,
  confirm_solved: confirmSolved,
  still_broken: stillBroken,
  send_update: sendPreparedUpdate,
  edit_update: editUpdate,
  prepare_update: prepareUpdateNow,
  snooze_update: snoozePreparedUpdate,
  later_is_fine: laterIsFine,
  needed_sooner: neededSooner,
  still_need_help: stillNeedHelp,
  open_ticket: openTicket,
  new_ticket: newTicket,
  refresh_home: refreshHome,
  incident_timeline: incidentTimeline,
  make_ticket: makeTicket,
  change_notices: changeNotices,
  stop_sending: stopSendingAlone,
  autonomy_dry_run: autonomyDryRun,
  autonomy_decline: autonomyDecline,
  autonomy_off: autonomyOff,
  policy_preview: policyPreview,
  role_accept: roleTake,
  role_take: roleTake,
  role_decline: roleDecline,
  role_hand_over: roleHandOver,
  incident_repair: repairRoom,
  incident_new_room: newRoom,
  incident_in_thread: goOnInThread,
  incident_room_back: bringBack,
  open_war_room: openRoom,
  incident_add_ticket: addTicket,
  incident_snooze: snooze,
  incident_internal: internal,
};
