import { z } from 'zod';
import { MessageId } from '../../chat-event.ts';
import { Actor } from '../../ticket/promises.ts';
import { Instant } from '../../time.ts';
import { ByAt } from '../by-at.ts';
import { updateKinds } from '../words.ts';

/** The six fields of a customer update (status and progress, next steps, blockers, workaround, next update, contact). */
export const UpdateFields = z.strictObject({
  status: z.string(),
  next: z.string(),
  blockers: z.string(),
  workaround: z.string(),
  expect: z.string(),
  contact: z.string(),
});
export type UpdateFields = z.infer<typeof UpdateFields>;

/** A message to every affected customer. Approved once, delivered once into each ticket's own thread. */
export const IncidentUpdate = z.strictObject({
  update: z.string(),
  kind: z.enum(updateKinds),
  fields: UpdateFields,
  /** The next update that it promises. */
  promises: Instant.optional(),
  draftedBy: Actor,
  draftedAt: Instant,
  /** `facts` of the incident at that time; approval expires when they change. */
  facts: z.string(),
  state: z.enum([
    'draft',
    'pending',
    'approved',
    'delivered',
    'partial',
    'failed',
    'rejected',
    'expired',
    'superseded',
  ]),
  approved: z.strictObject({ ...ByAt, insteadOfCommander: z.literal(true).optional() }).optional(),
  rejected: z.strictObject({ ...ByAt, reason: z.string() }).optional(),
  /** The tickets it goes to, and what came of each. */
  deliveries: z.record(
    z.string(),
    z.union([
      z.strictObject({ at: Instant, id: MessageId }),
      z.strictObject({ failedAt: Instant, reason: z.string() }),
      z.strictObject({ calledBy: Actor, at: Instant }),
      /** `since` when somebody let it go (again); `handed` once the ticket has it in its own keeping. */
      z.strictObject({
        waiting: z.literal(true),
        since: Instant.optional(),
        handed: Instant.optional(),
        again: z.literal(true).optional(),
      }),
    ]),
  ),
  /** When it was first settled everywhere and had reached somebody: from then the next one is owed. */
  countedAt: Instant.optional(),
  corrects: z.string().optional(),
});
export type IncidentUpdate = z.infer<typeof IncidentUpdate>;
