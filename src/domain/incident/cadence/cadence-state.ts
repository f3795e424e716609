import { z } from 'zod';
import { Instant } from '../../time.ts';
import { ByAt } from '../by-at.ts';
import { owedReasons } from '../words.ts';

/** When the next update to customers is owed. Only a delivered one moves it. */
export const CadenceState = z.strictObject({
  dueAt: Instant,
  /** Why it is due then: `first` after declaring, then by the cadence, or at once after a change. */
  because: z.enum(owedReasons),
  /** A time that customers were told; nothing may pass it. */
  promisedAt: Instant.optional(),
  /** Grows with everything that makes older reminders wrong. */
  generation: z.int().nonnegative(),
  snoozes: z.array(z.strictObject({ ...ByAt, until: Instant, reason: z.string() })),
  /** Rungs of the ladder told for this due time. */
  rungs: z.array(z.strictObject({ rung: z.string(), at: Instant })),
});
export type CadenceState = z.infer<typeof CadenceState>;
