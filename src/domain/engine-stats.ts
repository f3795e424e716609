import type { Usage } from './usage.ts';

/** How a call to an engine ended. `paused` and `budget`: it was not asked at all, and another engine answered. */
export const callOutcomes = [
  'answered',
  'invalid',
  'unreachable',
  'misconfigured',
  'failed',
  'paused',
  'budget',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** `open`: not asked for a while after failures; `half_open`: one call tries whether it works again. */
export type BreakerState = 'closed' | 'open' | 'half_open';

/** What the desk's engines did since start. Money is in US dollars. */
export type EngineStats = {
  readonly calls: readonly {
    readonly engine: string;
    readonly role: string;
    readonly outcome: CallOutcome;
    readonly count: number;
  }[];
  /** Of all calls that were paid, also those whose answer could not be used. */
  readonly usage: Usage;
  /** Absent while no paid engine is set up. */
  readonly paid?: {
    readonly breaker: BreakerState;
    readonly spentTodayUsd: number;
    readonly leftTodayUsd: number;
  };
};
