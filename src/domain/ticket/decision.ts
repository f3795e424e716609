import type { DeskRole } from '../person.ts';
import type { Instant } from '../time.ts';
import type { TicketEvent } from './event.ts';
import type { Actor } from './ticket.ts';

/**
 * Who asks for a decision, and when. `cause` names the chat event that asks: what it led to is done once, however often
 * the event is handled.
 */
export type Asked = {
  readonly by: Actor;
  readonly role: DeskRole | 'desk';
  readonly at: Instant;
  readonly cause?: string;
};

/** Why the desk says no. An expected outcome that the person is told in plain words. */
export type Refusal =
  | { readonly refused: 'not_allowed' }
  | { readonly refused: 'already_claimed'; readonly by: string; readonly at: Instant }
  | { readonly refused: 'closed' | 'merged' | 'not_merged' | 'still_live' | 'nothing_to_do' }
  | { readonly refused: 'no_draft' | 'draft_blocked' | 'empty' }
  | { readonly refused: 'answered_meanwhile' | 'already_sent'; readonly by: string; readonly at: Instant }
  | { readonly refused: 'same_ticket' | 'other_account' | 'circular' | 'holds_others' }
  | { readonly refused: 'no_such_message' | 'all_messages' }
  | { readonly refused: 'past' | 'in_incident' }
  | {
      readonly refused:
        | 'no_update'
        | 'no_cadence'
        | 'update_blocked'
        | 'late_update'
        | 'snoozed_enough'
        | 'past_promise'
        | 'overtaken';
    };
export type RefusalCode = Refusal['refused'];

/** What follows from a command: events (none when it is already so), or a refusal. */
export type Decision = { readonly events: readonly TicketEvent[] } | Refusal;

export function isRefused(decision: Decision): decision is Refusal {
  return 'refused' in decision;
}

export const nothing: Decision = { events: [] };

/** Plain data to write beside an event's own fields. */
export function stamp(asked: Asked): { by: Actor; at: Instant; cause?: string } {
  return { by: asked.by, at: asked.at, ...(asked.cause === undefined ? {} : { cause: asked.cause }) };
}
