import { z } from 'zod';
import { ChannelId, MessageId, PersonId } from '../chat-event.ts';
import { PolicyFacts, slaTargets } from '../sla/policy.ts';
import { Instant } from '../time.ts';
import { statuses } from '../words.ts';

/** Who did something: a person, or `desk` for the desk itself. */
export const Actor = z.union([z.literal('desk'), PersonId]);
export type Actor = z.infer<typeof Actor>;

/** From then on the ticket had this status; `why` tells closings apart. */
export const StatusEntry = z.strictObject({
  status: z.enum(statuses),
  at: Instant,
  why: z.enum(['quiet', 'solved', 'not_a_request', 'merged']).optional(),
});
export type StatusEntry = z.infer<typeof StatusEntry>;

/** The policy a ticket is promised by from then on. */
export const AppliedPolicy = z.strictObject({
  edition: z.int().positive(),
  facts: PolicyFacts,
  at: Instant,
  by: Actor,
});
export type AppliedPolicy = z.infer<typeof AppliedPolicy>;

/** A later time for a promise. */
export const LaterTime = z.strictObject({ target: z.enum(slaTargets), dueAt: Instant });
export type LaterTime = z.infer<typeof LaterTime>;

/** Steps of clocks that somebody was told of, together. */
export const Notice = z.strictObject({
  at: Instant,
  /** Keys of `stepKey`, with what was due when. */
  steps: z.array(
    z.strictObject({
      key: z.string(),
      target: z.enum(slaTargets),
      step: z.string(),
      dueAt: Instant,
      /** When it should have been told. */
      since: Instant,
    }),
  ),
  to: z.array(z.union([PersonId, ChannelId])),
  /** It waited for the end of quiet hours: those who are written to directly have it in the one list of all that waited. */
  waited: z.literal(true).optional(),
  /** The desk was not there for a while, which is why it is told late. */
  away: z.strictObject({ from: Instant, to: Instant }).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** A message that told somebody of steps of clocks, as it stands in chat. */
export const NoticeMessage = z.strictObject({
  id: MessageId,
  to: z.union([PersonId, ChannelId]),
  /** When it was said first, and the moment of the first notice in it. */
  at: Instant,
  notice: Instant,
  /** The prepared update that can be sent from it. */
  update: z.string().optional(),
});
export type NoticeMessage = z.infer<typeof NoticeMessage>;

const updateKinds = ['progress', 'delay'] as const;

/** A message to the requester that the desk prepared before one is owed; it leaves only when a person sends it. */
export const CustomerUpdate = z.strictObject({
  update: z.string(),
  /** `progress`: one is owed by cadence. `delay`: something else will be late, and a later time is proposed. */
  kind: z.enum(updateKinds),
  /** Id of the clock it was prepared for. */
  clock: z.string(),
  text: z.string(),
  /** When its text says that the next one comes. */
  nextAt: Instant.optional(),
  at: Instant,
  state: z.enum(['proposed', 'sent', 'outdated']),
  proposes: LaterTime.optional(),
  snoozes: z.array(z.strictObject({ by: Actor, at: Instant, until: Instant })),
});
export type CustomerUpdate = z.infer<typeof CustomerUpdate>;

/** The requester agreed to a later time. */
export const Extension = LaterTime.extend({ reply: z.string(), by: Actor, at: Instant });
export type Extension = z.infer<typeof Extension>;
