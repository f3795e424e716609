import type { Desk } from './desk.ts';
import type { TicketTimer } from './domain/ticket/timer-step.ts';
import { recurring } from './recurring.ts';
import type { Claims } from './store-port.ts';
import { backfillThread } from './workflows/backfill-thread.ts';
import { closeQuiet, followUp } from './workflows/follow-up.ts';
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
export const timers: Readonly<Record<TicketTimer | 'recur' | 'tell_list' | 'reapply_policies', Workflow>> = {
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
  finish_merge: finishMerge,
  finish_unmerge: finishUnmerge,
  finish_split: finishSplit,
  finish_link: finishLink,
  recur: (desk, claim) => runRecurring(desk, claim, recurring),
  tell_list: tellList,
  reapply_policies: reapplyPolicies,
};
