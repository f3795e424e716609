import type { LadderView } from '../../../cards/incident/cadence/ladder-parts.ts';
import type { Desk } from '../../../desk.ts';

/** What the ladder's cards know beside the incident. */
export function ladderView({ settings, clock }: Pick<Desk, 'settings' | 'clock'>): LadderView {
  return { settings: settings.incidents, timezone: settings.timezone, now: clock.now() };
}
