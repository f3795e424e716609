import { alwaysOpen } from '../../src/domain/calendar/calendar.ts';
import type { Edition, PolicyRule, TargetTerms } from '../../src/domain/sla/policy.ts';
import { day, hour, type Instant, minute } from '../../src/domain/time.ts';

const since: Instant = '2026-01-01T00:00:00.000Z';

/** A promise around the clock that the requester's silence does not pause. */
export function promised(withinMs: number, given: Partial<TargetTerms> = {}): TargetTerms {
  return { withinMs, calendar: 'always', pauses: [], warn: [50, 75, 90], ...given };
}

/** One policy; without conditions it takes every ticket. */
export function aPolicy(given: Partial<PolicyRule> = {}): PolicyRule {
  return { name: 'everyone', when: {}, targets: {}, floorMs: 15 * minute, automaticAnswers: false, ...given };
}

/** P1 within a quarter of an hour and four hours, the rest within four hours and a day; updates as in the shipped cadence. */
export function anEdition(given: Partial<Edition> = {}): Edition {
  const waits = { pauses: ['pending' as const] };
  return {
    edition: 1,
    since,
    rules: [
      aPolicy({
        name: 'critical',
        when: { severity: ['P1'] },
        targets: {
          first_response: promised(15 * minute),
          next_response: promised(30 * minute),
          total_resolution: promised(4 * hour),
        },
      }),
      aPolicy({
        targets: {
          first_response: promised(4 * hour),
          next_response: promised(4 * hour),
          first_resolution: promised(day, waits),
          total_resolution: promised(day, waits),
        },
      }),
    ],
    cadence: {
      calendar: 'always',
      bySeverity: { P1: hour, P2: day, P3: 2 * day, P4: 7 * day },
      byPlan: {},
    },
    calendars: [alwaysOpen],
    ...given,
  };
}
