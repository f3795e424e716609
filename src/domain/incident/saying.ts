import type { ChannelId } from '../chat-event.ts';
import type { IncidentEvent } from './event.ts';
import type { Incident } from './incident.ts';
import type { IncidentSettings } from './settings.ts';

/** What an incident can say. */
export type IncidentSayingKind =
  | 'incident_card'
  | 'incident_announcement'
  | 'incident_line'
  | 'incident_log'
  | 'incident_offer'
  | 'incident_approval'
  | 'incident_due'
  | 'incident_call'
  | 'incident_nudge'
  | 'incident_internal'
  | 'incident_review'
  | 'incident_score'
  | 'incident_thread'
  | 'incident_room_trouble';

/** Something to be said; the newest state is rendered when its turn comes. */
export type IncidentSaying = {
  readonly add: string;
  readonly kind: IncidentSayingKind;
  readonly channel: ChannelId;
  readonly ref?: string;
  readonly priority: number;
};

/** What was just written down. `number` is an event's place in the log, from 0. */
export type Happened = {
  readonly before: Incident | undefined;
  readonly after: Incident;
  readonly events: readonly { readonly number: number; readonly event: IncidentEvent }[];
  readonly settings: IncidentSettings;
};

export type Sayings = (happened: Happened) => readonly IncidentSaying[];

/** Lower is said first in a channel: customers before the ladder, the ladder before offers, those before the card. */
const sayingPriority: Readonly<Record<IncidentSayingKind, number>> = {
  incident_due: 2,
  incident_call: 2,
  incident_approval: 2,
  incident_thread: 2,
  incident_room_trouble: 2,
  incident_offer: 3,
  incident_internal: 3,
  incident_line: 3,
  incident_log: 5,
  incident_nudge: 4,
  incident_card: 4,
  incident_review: 5,
  incident_score: 5,
  incident_announcement: 5,
};

/** A row of the outbox. */
export function saying(
  kind: IncidentSayingKind,
  row: { readonly add: string; readonly channel: ChannelId; readonly ref?: string },
): IncidentSaying {
  return { ...row, kind, priority: sayingPriority[kind] };
}
