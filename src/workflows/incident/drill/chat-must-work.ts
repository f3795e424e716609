import type { Desk } from '../../../desk.ts';
import { Unreachable } from '../../../domain/errors.ts';
import { silentUntil } from '../../../domain/incident/drill/drill.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { millisecondsBetween } from '../../../domain/time.ts';

/** In a drill in which chat fails nothing reaches a room either: `Unreachable` until it works again. */
export function chatMustWork({ clock }: Pick<Desk, 'clock'>, incident: Incident): void {
  const now = clock.now();
  const until = silentUntil(incident, now);
  if (until === undefined) return;
  const retryAfterMs = Math.max(1, millisecondsBetween(now, until));
  throw new Unreachable('Chat fails in this drill', { retryAfterMs, unknownOutcome: false });
}
