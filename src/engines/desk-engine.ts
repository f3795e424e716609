import type { CallOutcome, EngineStats } from '../domain/engine-stats.ts';
import { DeskError } from '../domain/errors.ts';
import type { Persona } from '../domain/persona.ts';
import type { Usage } from '../domain/usage.ts';
import type {
  Clock,
  Engine,
  EngineAttempt,
  EngineRole,
  EngineRoles,
  EngineRun,
  Log,
  PaidEngine,
} from '../ports.ts';
import type { Breaker } from './desk-engine-breaker.ts';
import type { Budget } from './desk-engine-budget.ts';
import { createEngineRecord } from './desk-engine-record.ts';
import { heldByRules } from './desk-engine-rules.ts';
import { createTurns } from './desk-engine-turns.ts';

/** A paid engine and what it may be asked. */
export type PaidSetup = {
  readonly engine: PaidEngine;
  readonly breaker: Breaker;
  readonly budget: Budget;
  /** How many questions it is asked at the same time. */
  readonly atOnce: number;
};

export type DeskEnginePlan = {
  readonly offline: Engine;
  /** Absent without a key: then the offline engine is the one that should answer. */
  readonly claude?: PaidSetup | undefined;
  readonly clock: Clock;
  readonly log: Log;
};

/** The mind of the desk, and what it did since start. */
export type DeskEngine = Engine & { stats(): EngineStats };

/**
 * Claude when it is set up, within reach and paid for; the offline engine in every other case, with the reason in the
 * run. A ticket waits for at most one answer of Claude's, and never goes without an answer because of it.
 */
export function createDeskEngine({ offline, claude, clock, log }: DeskEnginePlan): DeskEngine {
  const record = createEngineRecord();
  const turns = createTurns(claude?.atOnce ?? 0);

  const askOffline: Engine['run'] = async (role, persona, facts) => {
    const run = await offline.run(role, persona, facts);
    record.call(offline.name, role, 'answered');
    return run;
  };

  const holds: Holds = {
    async triage(answer, persona, facts) {
      const rules = await offline.run('triage', persona, facts);
      return heldByRules(answer, rules.answer, facts);
    },
    // The guards look at every draft, whoever wrote it.
    drafting: async (answer) => answer,
  };

  const askClaude = async <R extends EngineRole>(
    { engine, breaker, budget }: PaidSetup,
    ...[role, persona, facts]: Asked<R>
  ): Promise<EngineRun<R>> => {
    const refused = refusal({ breaker, budget });
    if (refused !== undefined) {
      record.call(engine.name, role, refused.outcome);
      return { ...(await askOffline(role, persona, facts)), insteadOf: refused.reason };
    }
    const attempt = await settled(engine.attempt(role, persona, facts));
    const usage = 'run' in attempt ? attempt.run.usage : attempt.usage;
    if (usage !== undefined) {
      budget.spend(usage, clock.now());
      record.paid(usage);
    }
    if ('run' in attempt) {
      breaker.succeeded();
      record.call(engine.name, role, 'answered');
      return { ...attempt.run, answer: await holds[role](attempt.run.answer, persona, facts) };
    }
    const { error } = attempt;
    if (!(error instanceof DeskError)) log.error('claude_could_not_be_asked', { error });
    breaker.failed(error);
    record.call(engine.name, role, outcomeOf(error));
    const insteadOf = reasonOf(error);
    log.warn('claude_failed', { role, ticket: facts.ticket, kind: error.name, reason: insteadOf });
    const run = await askOffline(role, persona, facts);
    // What the useless answer cost belongs to the ticket all the same.
    return { ...run, insteadOf, ...(usage === undefined ? {} : { usage }) };
  };

  return {
    name: claude?.engine.name ?? offline.name,
    run: (role, persona, facts) =>
      claude === undefined
        ? askOffline(role, persona, facts)
        : turns.take(() => askClaude(claude, role, persona, facts)),
    stats: () => ({ ...record.counts(), ...(claude === undefined ? {} : { paid: paidStats(claude) }) }),
  };
}

type Asked<R extends EngineRole> = readonly [role: R, persona: Persona, facts: EngineRoles[R]['facts']];
type Holds = {
  readonly [R in EngineRole]: (
    answer: EngineRoles[R]['answer'],
    persona: Persona,
    facts: EngineRoles[R]['facts'],
  ) => Promise<EngineRoles[R]['answer']>;
};

/** Why Claude is not asked at all; undefined when it is. The breaker comes last: who passes it is counted by it. */
function refusal({
  breaker,
  budget,
}: Pick<PaidSetup, 'breaker' | 'budget'>):
  | { readonly outcome: CallOutcome; readonly reason: string }
  | undefined {
  if (budget.isSpent()) return { outcome: 'budget', reason: 'The day’s budget for Claude is used up' };
  const reason = breaker.refuses();
  return reason === undefined ? undefined : { outcome: 'paused', reason };
}

/** Even a fault of the program in the way to Claude must not keep a ticket from its answer. */
async function settled<R extends EngineRole>(
  attempt: Promise<EngineAttempt<R>>,
): Promise<{ readonly run: EngineRun<R> } | { readonly error: Error; readonly usage?: Usage }> {
  try {
    return await attempt;
  } catch (error) {
    return { error: error instanceof Error ? error : new Error('unknown') };
  }
}

const outcomes: Readonly<Record<DeskError['name'], CallOutcome>> = {
  Invalid: 'invalid',
  Unreachable: 'unreachable',
  Misconfigured: 'misconfigured',
  Refused: 'failed',
  Conflict: 'failed',
};

function outcomeOf(error: Error): CallOutcome {
  return error instanceof DeskError ? outcomes[error.name] : 'failed';
}

function reasonOf(error: Error): string {
  return error instanceof DeskError ? error.message : 'Claude could not be asked';
}

function paidStats({ breaker, budget }: PaidSetup): NonNullable<EngineStats['paid']> {
  return {
    breaker: breaker.state(),
    spentTodayUsd: budget.spentTodayUsd(),
    leftTodayUsd: budget.leftTodayUsd(),
  };
}
