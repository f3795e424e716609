import { slaTargets } from '../domain/sla/policy.ts';
import { policyName } from '../domain/sla/policy-name.ts';
import { day, hour } from '../domain/time.ts';
import { severities } from '../domain/words.ts';
import type { DeskFile } from './desk-file.ts';
import { firstMatches } from './first-matches.ts';
import type { PolicySettings, Written } from './policy-settings.ts';
import type { Path } from './yaml-text.ts';

type Report = (path: Path, problem: string) => void;

/** Longer promises are mistakes; the limit keeps sums over working hours short. */
const longestMs = 364 * day;

/** In a critical outage customers hear from the desk so often at least. */
const longestSilenceMs = hour;

/** What no single key of `sla` can show. */
export function checkPolicies(policies: readonly PolicySettings[], report: Report) {
  checkNames(policies, report);
  policies.forEach((policy, index) => {
    const name = `sla[${index + 1}]`;
    const at = (...path: Path) => ['sla', index, ...path];
    const calendarOf = (target: (typeof slaTargets)[number]) => policy[target]?.calendar ?? policy.calendar;
    if (slaTargets.every((target) => policy[target] === undefined)) {
      report(at(), `${name} promises nothing; add first_response or another target`);
    }
    checkWarn(policy.warn, (problem) => report(at('warn'), `${name}.${problem}`));
    checkLength(policy.floor, 'may be nothing', (problem) => report(at('floor'), `${name}.floor ${problem}`));
    for (const target of slaTargets) {
      const given = policy[target];
      if (!given) continue;
      const whole = `${name}.${target}`;
      checkLength(given.within, 'must be something', (problem) => report(at(target), `${whole} ${problem}`));
      checkWarn(given.warn, (problem) => report(at(target), `${whole}.${problem}`));
    }
    const { first_resolution: first, total_resolution: total } = policy;
    const isComparable = calendarOf('first_resolution') === calendarOf('total_resolution');
    if (first && total && isComparable && first.within.ms > total.within.ms) {
      report(
        at('first_resolution'),
        `${name}.first_resolution ${first.within.text} is longer than total_resolution ${total.within.text}`,
      );
    }
  });
  checkReach(policies, report);
}

/** What no single key of `cadence` can show. */
export function checkCadence(cadence: DeskFile['cadence'], report: Report) {
  for (const plan of [undefined, 'enterprise', 'business', 'standard'] as const) {
    const given = plan === undefined ? cadence : cadence[plan];
    if (!given) continue;
    for (const severity of severities) {
      const every = given[severity];
      if (every === undefined || every === 'never') continue;
      const path = plan === undefined ? ['cadence', severity] : ['cadence', plan, severity];
      checkLength(every, 'must be something', (problem) => report(path, `${path.join('.')} ${problem}`));
      if (severity === 'P1' && every.ms > longestSilenceMs) report(path, tooQuiet(path.join('.'), every));
    }
  }
}

function tooQuiet(name: string, { text }: Written): string {
  return `${name} is ${text}; while something critical is broken, customers must hear from the desk every 60m at least, or they take silence for neglect`;
}

function checkNames(policies: readonly PolicySettings[], report: Report): void {
  const names = new Map<string, number>();
  policies.forEach((policy, index) => {
    const name = policy.name ?? policyName(policy.when);
    const before = names.get(name);
    if (before === undefined) names.set(name, index);
    // Two without a name are for the same tickets; that is said of the second.
    else if (policy.name !== undefined || policies[before]?.name !== undefined) {
      const also = policy.name ?? policies[before]?.name ?? name;
      report(
        ['sla', index, 'name'],
        `sla[${index + 1}] and sla[${before + 1}] are both called ${also}; give one another name`,
      );
    }
  });
}

/** Policies that can never match, and critical tickets that would hear of the desk too seldom. */
function checkReach(policies: readonly PolicySettings[], report: Report): void {
  firstMatches(policies.map(({ when }) => when)).forEach(({ takes, takenBy }, index) => {
    const policy = policies[index];
    if (takes.length === 0) {
      const before = takenBy.map((other) => `sla[${other + 1}]`);
      const which = before.length === 1 ? `${before[0]} takes` : `${before.join(', ')} together take`;
      report(
        ['sla', index],
        `sla[${index + 1}] can never match: ${which} all of its tickets; put it before, or take it out`,
      );
    }
    const update = policy?.next_update;
    const isForCritical = takes.some(({ severity }) => severity === 'P1');
    if (update && isForCritical && update.within.ms > longestSilenceMs) {
      report(
        ['sla', index, 'next_update'],
        `${tooQuiet(`sla[${index + 1}].next_update`, update.within)}; give P1 a policy of its own`,
      );
    }
  });
}

function checkWarn(warn: readonly number[] | undefined, say: (problem: string) => void): void {
  const isAscending = warn?.every((percent, index) => index === 0 || percent > (warn[index - 1] ?? 0));
  if (isAscending === false) say(`warn must go up, such as [50, 75, 90] (is [${warn?.join(', ')}])`);
}

function checkLength(
  { ms, text }: Written,
  nothing: 'must be something' | 'may be nothing',
  say: (problem: string) => void,
): void {
  if (ms === 0 && nothing === 'must be something') say(`must be longer than nothing (is "${text}")`);
  if (ms > longestMs) say(`must be at most 52w (is "${text}")`);
}
