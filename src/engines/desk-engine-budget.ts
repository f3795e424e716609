import type { Instant } from '../domain/time.ts';
import type { Usage } from '../domain/usage.ts';
import type { Clock, Log } from '../ports.ts';

/** What may be spent in one day of the desk. It ends the asking, not the answering: another engine takes over. */
export type Budget = {
  isSpent(): boolean;
  /** `at`: when it was spent; an earlier day's costs change nothing today. */
  spend(usage: Pick<Usage, 'costUsd'>, at: Instant): void;
  spentTodayUsd(): number;
  leftTodayUsd(): number;
};

type Plan = {
  /** US dollars a day; calls already under way when it is reached are still paid. */
  readonly dailyUsd: number;
  /** IANA zone in which the day begins. */
  readonly timezone: string;
  readonly clock: Clock;
  readonly log: Log;
};

export function createBudget({ dailyUsd, timezone, clock, log }: Plan): Budget {
  const dayOf = dayIn(timezone);
  let day = dayOf(clock.now());
  let spent = 0;
  let isTold = false;

  const today = (): number => {
    const now = dayOf(clock.now());
    if (now !== day) {
      day = now;
      spent = 0;
      isTold = false;
    }
    return spent;
  };

  return {
    isSpent() {
      const isOver = today() >= dailyUsd;
      if (isOver && !isTold) {
        isTold = true;
        log.warn('daily_budget_spent', { spentUsd: spent, dailyUsd });
      }
      return isOver;
    },
    spend({ costUsd }, at) {
      today();
      if (dayOf(at) === day) spent += costUsd;
    },
    spentTodayUsd: today,
    leftTodayUsd: () => Math.max(0, dailyUsd - today()),
  };
}

/** The calendar day of a moment in a zone, e.g. `2026-11-20`. */
export function dayIn(timezone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' });
  return (at) => format.format(Date.parse(at));
}
