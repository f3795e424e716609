import { z } from 'zod';
import { PersonId } from '../../chat-event.ts';
import { Instant } from '../../time.ts';
import { ByAt } from '../by-at.ts';

/** What an action of the prevention plan is for. */
export const actionKinds = [
  'prevent',
  'detect_sooner',
  'mitigate_faster',
  'communicate_better',
  'process',
] as const;

/** One line of the prevention plan. */
export const PreventionAction = z.strictObject({
  action: z.string(),
  title: z.string(),
  kind: z.enum(actionKinds),
  /** Which of the contributing factors it answers. */
  factor: z.string().optional(),
  /** What belongs to it, and what does not. */
  scope: z.string().optional(),
  owner: PersonId.optional(),
  verifier: PersonId.optional(),
  dueOn: z.iso.date().optional(),
  doneWhen: z.string().optional(),
  state: z.enum(['proposed', 'accepted', 'declined', 'in_progress', 'done', 'verified']),
  reason: z.string().optional(),
  /** What shows that it is done. */
  evidence: z.string().optional(),
  movedAt: Instant.optional(),
  ...ByAt,
});
export type PreventionAction = z.infer<typeof PreventionAction>;
