import type { Instant } from '../domain/time.ts';
import type { Chat, Clock, Log } from '../ports.ts';
import type { Claims, Queue, StorePort } from '../store-port.ts';
import type { Counters } from './counters.ts';
import type { Parked } from './table.ts';

/** What the three loops share. */
export type World = {
  readonly store: StorePort;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly counters: Counters;
  readonly leaseMs: number;
  readonly tickMs: number;
  readonly onParked: (parked: Parked) => Promise<void> | void;
};

/** One piece of work as log lines name it. */
export function describe(claim: Claims[Queue]): Readonly<Record<string, unknown>> {
  if ('entry' in claim) return { entry: claim.entry.number, event: claim.entry.event.keys[0] };
  if ('timer' in claim) return { kind: claim.kind, id: claim.id, timer: claim.timer.key };
  return { kind: claim.kind, id: claim.id, row: claim.row.key, channel: claim.row.channel };
}

/** The kind of an error and the platform's word for it. Messages stay out: they may quote what a person wrote. */
export function errorDetail(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? error.code : undefined;
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), where: placeOf(error) };
}

/** The first line of the stack that names a file: enough to find the fault. */
function placeOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim();
}

/** Gives work up, and says so in the log and to whoever listens. */
export async function park(world: World, parked: Parked): Promise<void> {
  const { queue, claim, reason, at } = parked;
  await settleParked(world, parked);
  world.counters.parked[queue] += 1;
  world.log.error('work_parked', { queue, ...describe(claim), reason });
  try {
    await world.onParked(parked);
  } catch (error) {
    // The row is parked either way and shows in the health figures; only the announcement failed.
    world.log.error('parking_not_announced', {
      queue,
      ...describe(claim),
      ...errorDetail(error),
      parkedAt: at,
    });
  }
}

function settleParked(world: World, parked: Parked): Promise<void> {
  const settlement: { readonly parked: string; readonly at: Instant } = {
    parked: parked.reason,
    at: parked.at,
  };
  if (parked.queue === 'inbox') return world.store.settle('inbox', parked.claim, settlement);
  if (parked.queue === 'timers') return world.store.settle('timers', parked.claim, settlement);
  return world.store.settle('outbox', parked.claim, settlement);
}
