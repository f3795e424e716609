import { z } from 'zod';
import { Calendar } from '../calendar/calendar.ts';
import { ChannelId } from '../chat-event.ts';
import { Instant } from '../time.ts';
import { categories, plans, severities } from '../words.ts';

/** What can be promised to a requester, each with a clock of its own. */
export const slaTargets = [
  'first_response',
  'next_response',
  'next_update',
  'first_resolution',
  'total_resolution',
] as const;
export type SlaTarget = (typeof slaTargets)[number];

/** The first or the next answer. */
export function isResponse(target: SlaTarget | undefined): boolean {
  return target === 'first_response' || target === 'next_response';
}

/** The first solution, or the solution in all. */
export function isResolution(target: SlaTarget): boolean {
  return target === 'first_resolution' || target === 'total_resolution';
}

/** Statuses that may stop a clock while they last. */
export const pausingStatuses = ['pending', 'on_hold'] as const;

/** One promise: within how much working time of which calendar, what pauses it, and when somebody is warned. */
export const TargetTerms = z.strictObject({
  /** Milliseconds of the calendar's working time. */
  withinMs: z.int().positive(),
  /** Name of a calendar of the same edition. */
  calendar: z.string(),
  pauses: z.array(z.enum(pausingStatuses)),
  /** Percent of the time used, ascending, e.g. 50, 75, 90. */
  warn: z.array(z.int().min(1).max(99)),
});
export type TargetTerms = z.infer<typeof TargetTerms>;

/** One line of the list of policies; the first whose conditions all hold is a ticket's policy. */
export const PolicyRule = z.strictObject({
  name: z.string(),
  when: z.strictObject({
    plan: z.array(z.enum(plans)).optional(),
    severity: z.array(z.enum(severities)).optional(),
    category: z.array(z.enum(categories)).optional(),
    /** The channel in which was asked. */
    channel: z.array(ChannelId).optional(),
  }),
  targets: z.partialRecord(z.enum(slaTargets), TargetTerms),
  /** After a change nothing is due sooner than so much working time from it. */
  floorMs: z.int().nonnegative(),
  /** An answer that left by an earned rule keeps the promise of an answer; otherwise only a person's does. */
  automaticAnswers: z.boolean(),
});
export type PolicyRule = z.infer<typeof PolicyRule>;

const bySeverity = z.partialRecord(z.enum(severities), z.int().positive());

/** How often a customer hears from us while a ticket is open, in ms, unless the policy says `next_update` itself. */
export const Cadence = z.strictObject({
  calendar: z.string(),
  bySeverity,
  /** A plan that is named here has all its intervals here; a severity it leaves out is owed no updates. */
  byPlan: z.partialRecord(z.enum(plans), bySeverity),
});
export type Cadence = z.infer<typeof Cadence>;

/** All promises of the desk as they stood from a moment on. Tickets keep the edition they were promised by. */
export const Edition = z.strictObject({
  edition: z.int().positive(),
  since: Instant,
  rules: z.array(PolicyRule),
  cadence: Cadence,
  calendars: z.array(Calendar),
});
export type Edition = z.infer<typeof Edition>;

/** What of a ticket decides which policy holds. */
export const PolicyFacts = z.strictObject({
  plan: z.enum(plans),
  severity: z.enum(severities),
  category: z.enum(categories),
  channel: ChannelId,
});
export type PolicyFacts = z.infer<typeof PolicyFacts>;

/** What is promised for one ticket. */
export type Terms = Pick<PolicyRule, 'floorMs' | 'automaticAnswers'> & {
  /** Name of the rule. */
  readonly policy: string;
  readonly edition: number;
  readonly targets: Readonly<Partial<Record<SlaTarget, TargetTerms>>>;
};

/** What is promised by this edition; undefined where no rule matches (best effort). */
export function termsOf(edition: Edition, facts: PolicyFacts): Terms | undefined {
  const rule = edition.rules.find(({ when }) => holds(when, facts));
  if (!rule) return undefined;
  const { name: policy, targets, floorMs, automaticAnswers } = rule;
  const update = targets.next_update ?? updateTerms(edition.cadence, facts);
  return {
    policy,
    edition: edition.edition,
    targets: { ...targets, ...(update ? { next_update: update } : {}) },
    floorMs,
    automaticAnswers,
  };
}

function holds(when: PolicyRule['when'], { plan, severity, category, channel }: PolicyFacts): boolean {
  return (
    (when.plan?.includes(plan) ?? true) &&
    (when.severity?.includes(severity) ?? true) &&
    (when.category?.includes(category) ?? true) &&
    (when.channel?.includes(channel) ?? true)
  );
}

/** Updates are owed even while we wait for somebody else; only waiting for the requester stops them, and nothing in a P1. */
function updateTerms(cadence: Cadence, { plan, severity }: PolicyFacts): TargetTerms | undefined {
  const withinMs = (cadence.byPlan[plan] ?? cadence.bySeverity)[severity];
  if (withinMs === undefined) return undefined;
  return { withinMs, calendar: cadence.calendar, pauses: severity === 'P1' ? [] : ['pending'], warn: [] };
}
