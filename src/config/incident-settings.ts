import { z } from 'zod';
import { Duration } from './duration.ts';

/** How incidents are handled: the key `incidents` of desk.yaml. */
export const IncidentsSettings = z.strictObject({
  declare: z.enum(['offer', 'always'], { error: 'must be offer or always' }).default('offer'),
  // Customers may be members of the workspace: what is said inside stays inside unless somebody decides otherwise.
  rooms: z.enum(['private', 'public'], { error: 'must be private or public' }).default('private'),
  first_update: between('5m', '30m').prefault('15m'),
  // Customers take longer silence for neglect, so no setting allows more than an hour.
  updates: between('15m', '60m').prefault('30m'),
  updates_while_monitoring: between('15m', '60m').prefault('60m'),
  final_update: between('5m', '60m').prefault('30m'),
  internal_update: between('15m', '4h').prefault('30m'),
  archive_after: between('1h', '52w').prefault('7d'),
  recurrence_check_after: between('1d', '52w').prefault('90d'),
});

function between(least: string, most: string) {
  const [from, to] = [Duration.parse(least), Duration.parse(most)];
  return Duration.refine((ms) => ms >= from && ms <= to, { error: `must be from ${least} to ${most}` });
}
