import { type Instant, laterBy, millisecondsBetween, minute, second } from './domain/time.ts';
import type { Clock, Log } from './ports.ts';
import type { StorePort } from './store-port.ts';

const beatMs = 30 * second;
/** A restart takes less; a longer gap is one that people are told of. */
const awayMs = 2 * minute;

/** The time before this start in which no desk was there, when it was long enough to matter. */
export function awayBefore(
  { lastAlive: from }: Pick<StorePort, 'lastAlive'>,
  clock: Pick<Clock, 'now'>,
  log: Pick<Log, 'warn'>,
): { readonly from: Instant; readonly to: Instant } | undefined {
  const to = clock.now();
  if (from === undefined || millisecondsBetween(from, to) <= awayMs) return undefined;
  log.warn('desk_was_away', { from, to });
  return { from, to };
}

/** Says every half minute that the desk is there, and once more at the end. */
export function keepAlive({
  store,
  clock,
}: {
  readonly store: Pick<StorePort, 'alive'>;
  readonly clock: Clock;
}): { stop(): Promise<void> } {
  const ended = new AbortController();
  const beating = (async () => {
    while (!ended.signal.aborted) {
      const now = clock.now();
      await store.alive(now);
      await clock.sleepUntil(laterBy(now, beatMs), ended.signal);
    }
  })();
  return {
    async stop() {
      ended.abort('stopped');
      await beating;
      await store.alive(clock.now());
    },
  };
}
