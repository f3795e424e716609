import type { DeskRole } from '../person.ts';
import type { Actor } from '../ticket/promises.ts';
import type { Instant } from '../time.ts';
import type { IncidentEvent } from './event.ts';

/** Who asks something of an incident, when, and by what means. `cause` names the chat event that asks. */
export type IncidentAsked = {
  readonly by: Actor;
  readonly role: DeskRole | 'desk';
  readonly at: Instant;
  readonly source: IncidentEvent['source'];
  readonly cause?: string;
};

/** Why the desk says no. An expected outcome that the person is told in plain words. */
export type IncidentRefusal = {
  readonly refused:
    | 'not_allowed'
    | 'ended'
    | 'still_under_way'
    | 'nothing_to_do'
    | 'snoozed_enough'
    | 'past_promise'
    | 'not_due_then'
    | 'empty'
    | 'not_offered'
    | 'somebody_has_it'
    | 'other_part'
    | 'not_of_the_team'
    | 'customers_were_told'
    | 'too_old'
    | 'same_incident'
    | 'no_such_task'
    | 'wider_audience'
    | 'not_delivered'
    | 'review_open'
    | 'actions_open'
    | 'facts_changed'
    | 'not_resolved'
    | 'action_incomplete'
    | 'own_work'
    | 'no_evidence'
    | 'past_date';
};
export type IncidentRefusalCode = IncidentRefusal['refused'];

/** What follows: events (none when it is already so), or a refusal. */
export type IncidentDecision = { readonly events: readonly IncidentEvent[] } | IncidentRefusal;

/** It is so already. */
export const nothingFollows: IncidentDecision = { events: [] };

/** Plain data to write beside an event's own fields. */
export function stampOf({ by, at, source, cause }: IncidentAsked): {
  readonly by: Actor;
  readonly at: Instant;
  readonly source: IncidentEvent['source'];
  readonly cause?: string;
} {
  return { by, at, source, ...(cause === undefined ? {} : { cause }) };
}
