import { Unreachable } from '../domain/errors.ts';
import { laterBy, millisecondsBetween, minute } from '../domain/time.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
import type { Claims } from '../store-port.ts';
import { backOffMs } from './back-off.ts';
import { startJumpWatch } from './jump-watch.ts';
import { createLanes } from './lanes.ts';
import { type Loop, startLoop } from './loop.ts';
import type { Tables } from './table.ts';
import { createTroubles } from './troubles.ts';
import { describe, errorDetail, park, type World } from './world.ts';

/** A wall clock that moved this much on its own was set, or the machine slept. */
const jumpMs = minute;

/**
 * Runs what is due: at least once, one at a time per aggregate, and never for a setting that has been replaced. A slow
 * kind is one at a time per aggregate beside the others.
 */
export function startTimers(
  world: World,
  plan: {
    readonly table: Tables['timers'];
    readonly limit: number;
    /** Kinds that take long, and how many of each run side by side. */
    readonly slow: Readonly<Record<string, number>>;
    readonly giveUpMs: number;
    readonly monotonicMs: () => number;
    /** Told how long after its due time the work of a timer began. */
    readonly onFired?: ((lagMs: number) => void) | undefined;
  },
): Loop {
  const { store, clock, log, counters } = world;
  const troubles = createTroubles();
  const lanes = createLanes();
  const nameOf = ({ kind, id, timer }: Claims['timers']) => `${kind} ${id} ${timer.key} ${timer.generation}`;

  const running = new Map<string, number>();
  const roomFor = (kind: string) => (plan.slow[kind] ?? 0) - (running.get(kind) ?? 0);
  const count = (kind: string, more: number) => running.set(kind, (running.get(kind) ?? 0) + more);

  /** What takes long neither fills the places of the rest nor holds up the other timers of its aggregate. */
  const take = (free: number) => {
    const slow = Object.keys(plan.slow);
    const full = slow.filter((kind) => roomFor(kind) <= 0);
    const rooms = slow.filter((kind) => roomFor(kind) > 0).map(roomFor);
    const ask = { now: clock.now(), leaseMs: world.leaseMs, limit: Math.min(free, ...rooms) };
    return store.claim('timers', { ...ask, ...(full.length === 0 ? {} : { without: new Set(full) }) });
  };
  const inLane = async (claim: Claims['timers']) => {
    const { kind } = claim.timer;
    const isSlow = plan.slow[kind] !== undefined;
    const lane = `${claim.kind} ${claim.id}`;
    count(kind, 1);
    try {
      await lanes.follow(isSlow ? `${lane} ${kind}` : lane, () => run(claim));
    } finally {
      count(kind, -1);
    }
  };

  const isStill = async ({ kind, id, timer }: Claims['timers']) => {
    const stored = await store.load(kind, id);
    return (
      stored?.timers.some((each) => each.key === timer.key && each.generation === timer.generation) ?? false
    );
  };

  const run = async (claim: Claims['timers']) => {
    try {
      // It may have waited behind another timer of the same aggregate that replaced it.
      if (!(await isStill(claim))) {
        counters.timers.stale += 1;
        return troubles.ended(nameOf(claim));
      }
      const workflow = plan.table[claim.timer.kind];
      if (workflow === undefined) {
        const reason = `nothing is known about timers of kind ${claim.timer.kind}`;
        return await park(world, { queue: 'timers', claim, reason, at: clock.now() });
      }
      // A second try is late because of the first one's trouble, which is counted as failed.
      if (claim.attempts === 1) {
        plan.onFired?.(Math.max(0, millisecondsBetween(claim.timer.dueAt, clock.now())));
      }
      await untilNoConflict(() => workflow(claim));
      counters.timers.fired += 1;
      troubles.ended(nameOf(claim));
      if (await isStill(claim)) {
        log.error('timer_not_settled', describe(claim));
        await store.settle('timers', claim, { stale: true });
      }
    } catch (error) {
      await failed(claim, error);
    }
  };

  const failed = async (claim: Claims['timers'], error: unknown) => {
    const at = clock.now();
    counters.timers.failed += 1;
    const { failures, forMs } = troubles.failed(nameOf(claim), at);
    const reason = error instanceof Error ? error.name : 'unknown error';
    if (forMs >= plan.giveUpMs) {
      await park(world, { queue: 'timers', claim, reason, at });
      return troubles.ended(nameOf(claim));
    }
    const asked = error instanceof Unreachable ? error.retryAfterMs : undefined;
    const retryAt = laterBy(at, asked ?? backOffMs(failures, world.random()));
    log.warn('timer_failed', { ...describe(claim), ...errorDetail(error), failures, retryAt });
    await store.settle('timers', claim, { retryAt, reason });
  };

  return startLoop({
    name: 'timers',
    clock,
    log,
    tickMs: world.tickMs,
    limit: plan.limit + Object.values(plan.slow).reduce((sum, limit) => sum + limit, 0),
    // Each pass reads the wall clock anew, so a jump needs no more than being told of.
    beforePass: startJumpWatch({ clock, monotonicMs: plan.monotonicMs, toleranceMs: jumpMs }, (jumpedMs) =>
      log.warn('clock_jumped', { jumpedMs }),
    ),
    take,
    nameOf,
    run: inLane,
  });
}
