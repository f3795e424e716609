import { laterBy } from '../domain/time.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
import type { Claims } from '../store-port.ts';
import { backOffMs } from './back-off.ts';
import { type Loop, startLoop } from './loop.ts';
import type { Tables } from './table.ts';
import { createTroubles } from './troubles.ts';
import { describe, errorDetail, park, type World } from './world.ts';

/** Hands every chat event to its handler, entries of one thread in order, until the handler has answered. */
export function startInbox(
  world: World,
  plan: { readonly handle: Tables['inbox']; readonly limit: number; readonly giveUpMs: number },
): Loop {
  const { store, clock, log, counters } = world;
  const troubles = createTroubles();
  const nameOf = (claim: Claims['inbox']) => `${claim.entry.number}`;

  const run = async (claim: Claims['inbox']) => {
    try {
      const handled = await untilNoConflict(() => plan.handle(claim.entry.event, claim.entry));
      await store.settle('inbox', claim, { handled });
      counters.inbox[handled.outcome] += 1;
      troubles.ended(nameOf(claim));
    } catch (error) {
      await failed(claim, error);
    }
  };

  const failed = async (claim: Claims['inbox'], error: unknown) => {
    const at = clock.now();
    const { failures, forMs } = troubles.failed(nameOf(claim), at);
    if (forMs >= plan.giveUpMs) {
      const reason = reasonOf(error);
      await park(world, { queue: 'inbox', claim, reason, at });
      counters.inbox.parked += 1;
      troubles.ended(nameOf(claim));
      return;
    }
    const retryAt = laterBy(at, backOffMs(failures, world.random()));
    log.warn('event_not_handled', { ...describe(claim), ...errorDetail(error), failures, retryAt });
    await store.settle('inbox', claim, { retryAt, reason: reasonOf(error) });
  };

  return startLoop({
    name: 'inbox',
    clock,
    log,
    tickMs: world.tickMs,
    limit: plan.limit,
    take: (free) => store.claim('inbox', { now: clock.now(), leaseMs: world.leaseMs, limit: free }),
    nameOf,
    run,
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}
