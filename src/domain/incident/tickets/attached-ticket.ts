import { z } from 'zod';
import { Instant } from '../../time.ts';
import { ByAt } from '../by-at.ts';

/** A ticket whose customer is told what becomes of the incident. */
export const AttachedTicket = z.strictObject({
  ticket: z.string(),
  /** Id and name of the account, when the requester belongs to one. */
  account: z.string().optional(),
  accountName: z.string().optional(),
  ...ByAt,
  /** The newest update that stands in the requester's thread. */
  told: z.strictObject({ update: z.string(), at: Instant }).optional(),
  /** Since then the newest update has not arrived there; its clock keeps running. */
  failed: z.strictObject({ update: z.string(), at: Instant, reason: z.string() }).optional(),
});
export type AttachedTicket = z.infer<typeof AttachedTicket>;
