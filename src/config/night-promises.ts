import type { QuietHours } from '../domain/notice/quiet-hours.ts';
import { slaTargets } from '../domain/sla/policy.ts';
import { policyName } from '../domain/sla/policy-name.ts';
import { hour, minute } from '../domain/time.ts';
import type { DeskFile } from './desk-file.ts';

/** A promise that can be broken in one night, of which only P1 is spoken, and how to have it kept. */
export type NightPromise = { readonly what: string; readonly repair: string };

/** The first policy for P2 that promises something around the clock within less than the desk's quiet hours. */
export function nightPromise({ sla, notices }: Pick<DeskFile, 'sla' | 'notices'>): NightPromise | undefined {
  const quiet = notices.quiet_hours;
  if (quiet === 'off') return undefined;
  for (const policy of sla) {
    const severities = policy.when?.severity;
    if (severities !== undefined && !severities.includes('P2')) continue;
    const target = slaTargets.find((each) => {
      const own = policy[each];
      return own && (own.calendar ?? policy.calendar) === 'always' && own.within.ms < lengthOf(quiet);
    });
    const within = target && policy[target]?.within.text;
    if (within === undefined) continue;
    const name = policy.name ?? policyName(policy.when ?? {});
    return {
      what: `“${name}” promises ${target} within ${within} around the clock, but from ${quiet.from} to ${quiet.to} nobody is told of P2`,
      repair:
        'Give it a calendar of your working hours, or set notices.quiet_hours: off so that P2 is told at night.',
    };
  }
  return undefined;
}

/** Over midnight where they end at an earlier time of day. */
function lengthOf({ from, to }: QuietHours): number {
  const at = (time: string) => Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * minute;
  return (at(to) - at(from) + 24 * hour) % (24 * hour);
}
