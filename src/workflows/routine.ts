import type { Desk } from '../desk.ts';
import type { Recurrence } from '../domain/routine/recurrence.ts';
import { nextRun } from '../domain/routine/recurrence.ts';
import { armRules, noRoutine, Routine } from '../domain/routine/routine.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
import type { Change, Claims, OutboxAdd, TimerChange } from '../store-port.ts';

const aggregate = { kind: 'routine', id: 'desk' } as const;

/** What one run leaves behind, written together with the time of the next. */
export type RoutineOutcome = {
  readonly change?: (routine: Routine) => Routine;
  readonly events?: readonly unknown[];
  readonly outbox?: readonly OutboxAdd[];
  readonly timers?: readonly TimerChange[];
};

/** Something the desk does again and again: its name for ever, when, and what. */
export type Recurring = {
  readonly name: string;
  readonly when: Recurrence;
  /** For people, in one sentence. */
  readonly what: string;
  readonly run: (desk: Desk) => Promise<RoutineOutcome>;
};

/** What recurs, as it is stored, with its timers. */
export async function loadRoutine(desk: Pick<Desk, 'store'>) {
  const stored = await desk.store.load(aggregate.kind, aggregate.id);
  return {
    routine: stored ? Routine.parse(stored.state) : noRoutine,
    version: stored?.version ?? 0,
    timers: stored?.timers ?? [],
  };
}

/** At start: rules that are new or were changed get their timer, those that are gone lose it, the others keep theirs. */
export async function armRecurring(desk: Desk, rules: readonly Recurring[]): Promise<void> {
  const { routine, version, timers } = await loadRoutine(desk);
  const arming = armRules(routine, rules, {
    waiting: new Set(timers.map(({ key }) => key)),
    now: desk.clock.now(),
    timezone: desk.settings.timezone,
  });
  const { set, cancel, armed } = arming;
  if (set.length + cancel.length === 0) return;
  await commitRoutine(desk, version, {
    events: [{ type: 'armed', at: desk.clock.now(), armed }],
    state: { ...routine, armed },
    timers: [
      ...set.map(({ name, dueAt }) => ({ set: name, kind: 'recur', dueAt })),
      ...cancel.map((name) => ({ cancel: name })),
    ],
  });
}

/** A rule is due: it is done once, however often it was missed, and its next time is ahead of now. */
export async function runRecurring(
  desk: Desk,
  { timer }: Claims['timers'],
  rules: readonly Recurring[],
): Promise<void> {
  const { routine, version } = await loadRoutine(desk);
  const rule = rules.find(({ name }) => name === timer.key);
  if (rule === undefined) {
    return commitRoutine(desk, version, { events: [], state: routine, timers: [{ cancel: timer.key }] });
  }
  const { change, events = [], outbox = [], timers = [] } = await rule.run(desk);
  const dueAt = nextRun(rule.when, desk.clock.now(), desk.settings.timezone);
  await commitRoutine(desk, version, {
    events,
    state: change ? change(routine) : routine,
    timers: [{ set: timer.key, kind: 'recur', dueAt }, ...timers],
    outbox,
  });
}

/** Something about what recurs changed beside a run: loaded, changed, written; again when a run was quicker. */
export async function changeRoutine(
  desk: Desk,
  change: (routine: Routine) => Routine,
  along: Pick<Change, 'timers' | 'outbox'>,
): Promise<void> {
  return untilNoConflict(async () => {
    const { routine, version } = await loadRoutine(desk);
    await commitRoutine(desk, version, { events: [], state: change(routine), ...along });
  });
}

async function commitRoutine(
  desk: Desk,
  expectedVersion: number,
  change: Pick<Change, 'events' | 'timers' | 'outbox'> & { readonly state: Routine },
): Promise<void> {
  await desk.store.commit({ ...aggregate, expectedVersion, at: desk.clock.now(), ...change });
}
