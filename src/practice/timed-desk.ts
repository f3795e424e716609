import { instant } from '../domain/time.ts';
import type { AggregateKind, StorePort } from '../store-port.ts';
import type { TimedDesk } from './server/passing.ts';

/**
 * A desk as passing time sees it, from its store: its timers say when it must be met. Must be made before the desk
 * writes anything. `idle` resolves when the desk has done all that can be done at this moment.
 */
export function timedDesk(
  store: Pick<StorePort, 'watch' | 'load' | 'health'>,
  idle: () => Promise<void>,
): TimedDesk {
  const changed = new Map<string, { readonly kind: AggregateKind; readonly id: string }>();
  const dueOf = new Map<string, readonly number[]>();
  store.watch((news) => {
    if (news !== 'inbox') changed.set(`${news.kind} ${news.id}`, { kind: news.kind, id: news.id });
  });
  return {
    settled: idle,
    owes: (now) => store.health(instant(now)).outboxWaiting > 0,
    async nextDue(after) {
      for (const [key, { kind, id }] of [...changed]) {
        changed.delete(key);
        const stored = await store.load(kind, id);
        dueOf.set(key, stored?.timers.map(({ dueAt }) => Date.parse(dueAt)) ?? []);
      }
      const later = [...dueOf.values()].flat().filter((due) => due > after);
      return later.length === 0 ? undefined : Math.min(...later);
    },
  };
}
