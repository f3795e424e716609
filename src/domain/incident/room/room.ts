import { z } from 'zod';
import { ChannelId, MessageId, PersonId } from '../../chat-event.ts';
import { Instant } from '../../time.ts';
import { roomStates, roomSteps } from '../words.ts';

/** A step of making the room: done, or refused with a reason that the room shows. */
const StepState = z.strictObject({
  done: Instant.optional(),
  refused: z.strictObject({ at: Instant, reason: z.string(), code: z.string() }).optional(),
});

/** Where the incident is worked on: what of it is made, who is in it, and where it was before. */
export const Room = z.strictObject({
  state: z.enum(roomStates),
  /** The name it was asked for or has. */
  name: z.string(),
  channel: ChannelId.optional(),
  /** Where the room is a thread. */
  thread: MessageId.optional(),
  steps: z.partialRecord(z.enum(roomSteps), StepState),
  /** Who could not be let in, and why. */
  missing: z.array(z.strictObject({ person: PersonId, reason: z.string() })),
  readyAt: Instant.optional(),
  /** Who asked to be let in. */
  askedIn: z.array(PersonId).optional(),
  /** Everybody who was let in so far. */
  invited: z.array(PersonId),
  /** Since when the present one is sought; absent for the first, which is sought since it was declared. */
  soughtSince: Instant.optional(),
  /** Somebody chose a thread: no channel is tried. */
  asThread: z.literal(true).optional(),
  /** How many rooms there have been, from the second on. */
  round: z.int().positive().optional(),
  /** Where it was before. */
  former: z.array(z.strictObject({ channel: ChannelId, thread: MessageId.optional() })).optional(),
  lost: z.strictObject({ at: Instant, reason: z.string() }).optional(),
  archivedAt: Instant.optional(),
  /** The card that is pinned, and the tickets whose links and people are in. */
  pinned: MessageId.optional(),
  bookmarked: z.array(z.string()).optional(),
  ticketsAsked: z.array(z.string()).optional(),
  /** How much of the log its page shows. */
  pageOf: z.int().nonnegative().optional(),
  /** Messages of people that are in the log. */
  kept: z.array(MessageId).optional(),
});
export type Room = z.infer<typeof Room>;
