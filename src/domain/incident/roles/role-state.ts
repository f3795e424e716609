import { z } from 'zod';
import { PersonId } from '../../chat-event.ts';
import { Instant } from '../../time.ts';

/** How a role is filled. `exhausted`: everybody was asked. With `acting`, who holds it acts until somebody accepts. */
export const RoleState = z.strictObject({
  state: z.enum(['open', 'offered', 'accepted', 'exhausted']),
  person: PersonId.optional(),
  /** When the offer or the acceptance was. */
  at: Instant.optional(),
  until: Instant.optional(),
  acting: z.literal(true).optional(),
  /** Asked and not willing, or silent, in this round. */
  passed: z.array(PersonId),
  /** Who keeps the duty, or acts, until somebody accepts. */
  held: PersonId.optional(),
  heldAt: Instant.optional(),
  /** Somebody was asked to take over and did not: anybody of the team may. */
  relief: z.literal(true).optional(),
  /** When everybody had been asked for the first time; absent once somebody accepts. */
  exhaustedAt: Instant.optional(),
  /** Whose leaving left it open, and when. */
  leftBy: PersonId.optional(),
  vacantAt: Instant.optional(),
});
export type RoleState = z.infer<typeof RoleState>;

/** Somebody who was called in, and for what. */
export const Specialist = z.strictObject({ area: z.string(), person: PersonId, at: Instant });
