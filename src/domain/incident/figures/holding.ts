import type { Instant } from '../../time.ts';
import type { IncidentEvent } from '../event.ts';

/** Who had a role from when to when, while the incident was under way; nobody where `person` is missing. */
export type Holding = {
  readonly from: Instant;
  readonly to: Instant;
  readonly person?: string;
  /** The line of the log with which it begins, from 1. */
  readonly line: number;
};

/**
 * Who had a role, in order and without gaps, from declaring to the end; the time between resolving and reopening is left
 * out. Whoever acts has it. Who is asked to take over has it when they accept; until then the one before does.
 */
export function holdingOf(
  events: readonly IncidentEvent[],
  role: 'commander' | 'liaison',
): readonly Holding[] {
  const spans: Holding[] = [];
  let person: string | undefined;
  let since: Instant | undefined;
  let line = 1;
  let now: Instant = '';
  const cut = () => {
    if (since !== undefined && since < now)
      spans.push({ from: since, to: now, ...(person === undefined ? {} : { person }), line });
    since = since === undefined ? undefined : now;
  };
  for (const [index, event] of events.entries()) {
    now = event.at > now ? event.at : now;
    switch (event.type) {
      case 'declared':
      case 'reopened':
        since = now;
        line = index + 1;
        break;
      case 'role_accepted':
      case 'role_acting':
        if (event.role !== role) break;
        cut();
        person = event.person;
        line = index + 1;
        break;
      case 'role_left':
        if (event.role !== role) break;
        cut();
        person = undefined;
        line = index + 1;
        break;
      case 'resolved':
      case 'cancelled':
      case 'merged':
        cut();
        since = undefined;
        break;
    }
  }
  cut();
  return spans;
}
