import { categories, plans, type Severity, severities } from '../domain/words.ts';
import type { PolicySettings } from './policy-settings.ts';

type When = PolicySettings['when'];

/** A kind of ticket as conditions can tell them apart. `channel` is undefined for every place that no condition names. */
type Kind = {
  readonly plan: string;
  readonly severity: Severity;
  readonly category: string;
  readonly channel: string | undefined;
};

/** Of each policy the kinds of ticket it is the first to take, and the earlier policies that take the others it would. */
export function firstMatches(
  conditions: readonly When[],
): readonly { readonly takes: readonly Kind[]; readonly takenBy: readonly number[] }[] {
  const matches = conditions.map(() => ({ takes: [] as Kind[], takenBy: new Set<number>() }));
  for (const kind of kindsOf(conditions)) {
    const taker = conditions.findIndex((when) => holds(when, kind));
    conditions.forEach((when, index) => {
      if (!holds(when, kind)) return;
      if (index === taker) matches[index]?.takes.push(kind);
      else matches[index]?.takenBy.add(taker);
    });
  }
  return matches.map(({ takes, takenBy }) => ({ takes, takenBy: [...takenBy].sort((a, b) => a - b) }));
}

function kindsOf(conditions: readonly When[]): readonly Kind[] {
  const channels = [undefined, ...new Set(conditions.flatMap(({ channel }) => channel ?? []))];
  return plans.flatMap((plan) =>
    severities.flatMap((severity) =>
      categories.flatMap((category) => channels.map((channel) => ({ plan, severity, category, channel }))),
    ),
  );
}

function holds(when: When, { plan, severity, category, channel }: Kind): boolean {
  const isIn = (values: readonly string[] | undefined, value: string | undefined) =>
    values === undefined || (value !== undefined && values.includes(value));
  return (
    isIn(when.plan, plan) &&
    isIn(when.severity, severity) &&
    isIn(when.category, category) &&
    isIn(when.channel, channel)
  );
}
