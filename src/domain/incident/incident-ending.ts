import { z } from 'zod';
import { PersonId } from '../chat-event.ts';
import { Instant } from '../time.ts';
import { ByAt } from './by-at.ts';
import { dataLosses } from './words.ts';

/** That it is over for customers. */
export const Resolution = z.strictObject({
  ...ByAt,
  text: z.string(),
  dataLoss: z.enum(dataLosses),
  reviewOwner: PersonId,
});

/** What is learned of it afterwards. */
export const Review = z.strictObject({
  owner: PersonId,
  state: z.enum(['draft', 'in_review', 'reviewed']),
  meetingAt: Instant.optional(),
  /** What people wrote into its sections. */
  sections: z.record(z.string(), z.string()),
  startedAt: Instant.optional(),
  /** When what it says last changed, and the moments whose state the room's page and its file show. */
  changedAt: Instant.optional(),
  pageOf: Instant.optional(),
  fileOf: Instant.optional(),
  /** Somebody wants the file as it is now. */
  fileAskedAt: Instant.optional(),
  reviewedAt: Instant.optional(),
});

/** It is part of another one. `done`: the other one has taken everything over. */
export const Merge = z.strictObject({
  ...ByAt,
  into: z.string(),
  /** What customers were owed then. */
  dueAt: Instant.optional(),
  promisedAt: Instant.optional(),
  done: z.literal(true).optional(),
});
