import { z } from 'zod';
import { slaTargets } from '../domain/sla/policy.ts';
import { nearest } from './nearest.ts';
import type { Path } from './yaml-text.ts';

const Runs = z.looseObject({ calendar: z.string().optional().catch(undefined) }).catch({});
/** As much of the text as names calendars, whatever else is wrong with it. */
const Named = z
  .looseObject({
    sla: z.array(Runs.catch({})).catch([]).default([]),
    cadence: Runs.optional(),
  })
  .catch({ sla: [] });

/** Names of calendars that nobody wrote; said beside everything else that is wrong. */
export function checkCalendarNames(
  raw: unknown,
  known: readonly string[],
  report: (path: Path, problem: string) => void,
): void {
  const { sla, cadence } = Named.parse(raw);
  const check = (path: Path, name: string, given: unknown) => {
    const { calendar } = Runs.parse(given);
    if (calendar === undefined || known.includes(calendar)) return;
    const meant = nearest(calendar, known);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    report([...path, 'calendar'], `${name}.calendar ${calendar} is not among the calendars${hint}`);
  };
  for (const [index, policy] of sla.entries()) {
    check(['sla', index], `sla[${index + 1}]`, policy);
    for (const target of slaTargets) {
      check(['sla', index, target], `sla[${index + 1}].${target}`, policy[target]);
    }
  }
  check(['cadence'], 'cadence', cadence);
}
