import { z } from 'zod';
import { Instant } from '../../time.ts';

const count = z.int().nonnegative();

/** What can be counted about one incident; what has not happened is absent, never guessed. Times are instants, spans ms. */
export const IncidentFigures = z.strictObject({
  declaredAt: Instant,
  /** When the trouble itself began, as somebody stated. */
  impactSince: Instant.exactOptional(),
  /** The first commander accepted; whoever acts counts as accepted. */
  acknowledgedAt: Instant.exactOptional(),
  /** A room, or the thread that stands for one. */
  roomAt: Instant.exactOptional(),
  /** The first update stood in a customer's thread. */
  firstToldAt: Instant.exactOptional(),
  mitigatedAt: Instant.exactOptional(),
  resolvedAt: Instant.exactOptional(),
  /** Updates that were due to customers, and how many of them were delivered in time. */
  updatesDue: count,
  updatesInTime: count,
  lateMs: count,
  worstLateMs: count,
  /** Times that were named to customers as that of the next update, and how many of them were kept. */
  promises: count,
  promisesKept: count,
  /** While nobody had accepted or acted. */
  withoutCommanderMs: count,
  withoutLiaisonMs: count,
  rungs: count,
  approvedByOthers: count,
  corrections: count,
  deliveriesFailed: count,
  reopened: count,
});
export type IncidentFigures = z.infer<typeof IncidentFigures>;
