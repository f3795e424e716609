import { z } from 'zod';
import { Instant } from '../../domain/time.ts';

/** The format of journal segments; a newer one stops the start. */
export const journalFormat = 1;

const count = z.number().int().nonnegative();

/** First line of a segment. Entries begun later have numbers from `next` on, so that numbers never start over. */
export const Header = z.strictObject({ format: count, journal: z.literal('inbox'), next: count });

const at = Instant;
export const Result = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['opened', 'joined']), ticket: z.string(), at }),
  z.strictObject({ outcome: z.literal('ignored'), reason: z.string(), at }),
  z.strictObject({ outcome: z.literal('done'), ticket: z.string().exactOptional(), at }),
  z.strictObject({ outcome: z.literal('parked'), reason: z.string(), at }),
]);
export type Result = z.infer<typeof Result>;

/**
 * Line of an entry or of what became of it. `batch` is where in the segment the lines begin that share this line's
 * fsync: a later batch proves that an earlier one is whole; without one, an unreadable end is a write cut short.
 * Of the event only the keys are read, since reading every event of a month would slow the start.
 */
export const Line = z.union([
  z.strictObject({
    n: count,
    batch: count,
    at: Instant,
    event: z.looseObject({ keys: z.array(z.string()) }),
  }),
  z.strictObject({ n: count, batch: count, result: Result }),
]);
export type Line = z.infer<typeof Line>;
