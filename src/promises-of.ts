import type { Config } from './config.ts';
import { type Calendar, weekdays } from './domain/calendar/calendar.ts';
import {
  type Cadence,
  type Edition,
  type PolicyRule,
  type SlaTarget,
  slaTargets,
  type TargetTerms,
} from './domain/sla/policy.ts';
import { policyName } from './domain/sla/policy-name.ts';
import { plans, type Severity, severities } from './domain/words.ts';

/** What desk.yaml promises, before it has a number and a date. */
export type Promises = Omit<Edition, 'edition' | 'since'>;

type Policy = Config['sla'][number];

/**
 * Turns the settings' policies into those of the desk; `channel` finds a channel's id. Said differently but meaning the
 * same, they come out the same: lists are in order, calendars that no promise runs on are left out.
 */
export async function promisesOf(
  config: Pick<Config, 'sla' | 'cadence' | 'calendars'>,
  channel: (reference: string, setting: string) => Promise<string>,
): Promise<Promises> {
  const rules = await Promise.all(
    config.sla.map(async (policy, index): Promise<PolicyRule> => {
      const setting = `sla[${index + 1}].when.channel`;
      const channels = await Promise.all((policy.when.channel ?? []).map((name) => channel(name, setting)));
      return ruleOf(policy, channels);
    }),
  );
  const cadence = cadenceOf(config.cadence);
  const used = new Set([
    cadence.calendar,
    ...rules.flatMap(({ targets }) => Object.values(targets).map(({ calendar }) => calendar)),
  ]);
  return { rules, cadence, calendars: calendarsOf(config.calendars, used) };
}

function ruleOf(policy: Policy, channels: readonly string[]): PolicyRule {
  const { plan, severity, category } = policy.when;
  const given = slaTargets.filter((target) => policy[target] !== undefined);
  return {
    name: policy.name ?? policyName(policy.when),
    when: {
      ...(plan ? { plan: inOrder(plan) } : {}),
      ...(severity ? { severity: inOrder(severity) } : {}),
      ...(category ? { category: inOrder(category) } : {}),
      ...(channels.length > 0 ? { channel: inOrder(channels) } : {}),
    },
    targets: Object.fromEntries(given.map((target) => [target, termsOf(policy, target)])),
    floorMs: policy.floor.ms,
    automaticAnswers: policy.automatic_answers,
  };
}

/** What the target says itself, else its policy, else what is usual for such a target. */
function termsOf(policy: Policy, target: SlaTarget): TargetTerms {
  const own = policy[target];
  return {
    withinMs: own?.within.ms ?? 0,
    calendar: own?.calendar ?? policy.calendar,
    pauses: inOrder(own?.pauses ?? policy.pauses ?? usualPauses(policy, target)),
    // An update has steps of its own before and after its due time.
    warn: own?.warn ?? (target === 'next_update' ? [] : (policy.warn ?? usualWarn(policy))),
  };
}

/** Who asks is not made to wait for an answer because of what they were asked; and nothing pauses while the worst lasts. */
function usualPauses({ when }: Policy, target: SlaTarget): TargetTerms['pauses'] {
  const isResponse = target === 'first_response' || target === 'next_response';
  const isCritical = when.severity?.every((severity) => severity === 'P1') ?? false;
  return isResponse || isCritical ? [] : ['pending'];
}

/** Percent; what may be grave is spoken of at half of its time already. */
function usualWarn({ when }: Policy): number[] {
  const isCalm = when.severity?.every((severity) => severity === 'P3' || severity === 'P4') ?? false;
  return isCalm ? [75, 90] : [50, 75, 90];
}

function cadenceOf(given: Config['cadence']): Cadence {
  const byPlan = plans.flatMap((plan) => {
    const own = given[plan];
    if (own === undefined) return [];
    const all = severities.map((severity) => [severity, own[severity] ?? given[severity]] as const);
    return [[plan, intervalsOf(all)] as const];
  });
  return {
    calendar: given.calendar,
    bySeverity: intervalsOf(severities.map((severity) => [severity, given[severity]])),
    byPlan: Object.fromEntries(byPlan),
  };
}

type Every = Config['cadence']['P2'];

function intervalsOf(every: readonly (readonly [Severity, Every])[]): Cadence['bySeverity'] {
  return Object.fromEntries(
    every.flatMap(([severity, each]) => (each === 'never' ? [] : [[severity, each.ms]])),
  );
}

/** Only those that promises run on; nobody is promised anything by the others. */
function calendarsOf(calendars: readonly Calendar[], used: ReadonlySet<string>): Calendar[] {
  return calendars
    .filter(({ name }) => used.has(name))
    .map(({ week, holidays, ...rest }) => ({
      ...rest,
      week: Object.fromEntries(weekdays.flatMap((day) => (week[day] ? [[day, week[day]]] : []))),
      holidays: holidays.toSorted((one, other) => compare(one.day, other.day)),
    }))
    .sort((one, other) => compare(one.name, other.name));
}

/** Each once, sorted: in which order they were written says nothing. */
function inOrder<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort(compare);
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
