import { z } from 'zod';
import { pausingStatuses } from '../domain/sla/policy.ts';
import { categories, plans, severities } from '../domain/words.ts';
import { Duration, TimeText } from './duration.ts';
import { listOf } from './list-of.ts';
import { ChannelReference } from './reference.ts';

/** A length of time with the words it was written in: `2d` and `48h` may be meant differently in working hours. */
const Written = TimeText.transform((text, context) => {
  const read = Duration.safeParse(text);
  if (read.success) return { ms: read.data, text };
  for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message, input: text });
  return z.NEVER;
});
export type Written = z.infer<typeof Written>;

const calendar = z.string().min(1, { error: 'must not be empty' });
const percent = 'must be a whole percentage from 1 to 99';

/** How a target runs; said for a whole policy, or for one of its targets. */
const running = {
  pauses: z.array(z.enum(pausingStatuses)).optional(),
  warn: z.array(z.int({ error: percent }).min(1, { error: percent }).max(99, { error: percent })).optional(),
};

/** `4h`, or the same with terms of its own: `{ within: 4h, calendar: office }`. */
const TargetSettings = z
  .preprocess(
    (given) => {
      const isGroup = typeof given === 'object' && given !== null && !Array.isArray(given);
      return isGroup ? given : { within: given };
    },
    z.strictObject({ within: Written, calendar: calendar.optional(), ...running }),
  )
  .optional();
export type TargetSettings = NonNullable<z.infer<typeof TargetSettings>>;

/** One policy of `sla`; the first whose conditions all hold is a ticket's. */
export const PolicySettings = z.strictObject({
  name: z.string().min(1, { error: 'must not be empty' }).optional(),
  when: z
    .strictObject({
      plan: listOf(z.enum(plans)),
      severity: listOf(z.enum(severities)),
      category: listOf(z.enum(categories)),
      channel: listOf(ChannelReference),
    })
    .default({}),
  first_response: TargetSettings,
  next_response: TargetSettings,
  next_update: TargetSettings,
  first_resolution: TargetSettings,
  total_resolution: TargetSettings,
  calendar: calendar.default('always'),
  ...running,
  floor: Written.prefault('15m'),
  automatic_answers: z.boolean().default(false),
});
export type PolicySettings = z.infer<typeof PolicySettings>;

const Every = z.union([z.literal('never'), Written], {
  error: 'must be a length of time such as 24h, or never',
});

const every = Every.optional();
const ofPlan = z.strictObject({ P1: Written.optional(), P2: every, P3: every, P4: every }).optional();

/** How often a customer hears from the desk, by severity, and where a plan has it otherwise. */
export const CadenceSettings = z.strictObject({
  P1: Written.prefault('60m'),
  P2: Every.prefault('24h'),
  P3: Every.prefault('2d'),
  P4: Every.prefault('7d'),
  calendar: calendar.default('always'),
  enterprise: ofPlan,
  business: ofPlan,
  standard: ofPlan,
});
export type CadenceSettings = z.infer<typeof CadenceSettings>;
