import type { Instant } from '../time.ts';

/** What of a ticket can be due. */
export type TicketTimer =
  | 'work'
  | 'show'
  | 'backfill'
  | 'quiet'
  | 'follow_up'
  | 'wake'
  | 'hold_ends'
  | 'send_alone'
  | 'clock'
  | 'remind_update'
  | 'consider_war_room'
  | 'declare'
  | 'tell_incident'
  | 'incident_back'
  | 'incident_merged'
  | 'finish_merge'
  | 'finish_unmerge'
  | 'finish_split'
  | 'finish_link';

/** A timer of the ticket is set, replacing the one with its key, or cancelled. */
export type TimerStep = { set: string; kind: TicketTimer; dueAt: Instant } | { cancel: string };
