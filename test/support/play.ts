import { instant } from '../../src/domain/time.ts';
import type { MovableClock } from './movable-clock.ts';
import type { PracticeDesk } from './practice-desk.ts';

/** Something that happens at a moment of a played time, in milliseconds since the epoch. */
export type Scene = { readonly at: number; readonly play: () => Promise<void> };

/**
 * Plays scenes in order. Between two of them the clock stops at every moment at which the desk has something due, so
 * that each thing happens at its own time and never because time jumped past it.
 */
export async function play(
  desk: PracticeDesk,
  clock: MovableClock,
  scenes: readonly Scene[],
  until: number,
): Promise<{ readonly stops: number }> {
  const dueOf = new Map<string, readonly number[]>();
  const changed = new Set<string>();
  const unwatch = desk.store.watch((news) => {
    if (news !== 'inbox' && news.kind === 'ticket') changed.add(news.id);
  });
  const look = async () => {
    for (const id of [...changed]) {
      changed.delete(id);
      const stored = await desk.store.load('ticket', id);
      dueOf.set(id, stored?.timers.map(({ dueAt }) => Date.parse(dueAt)) ?? []);
    }
  };
  const nextDue = () => {
    let next = Number.POSITIVE_INFINITY;
    for (const moments of dueOf.values()) for (const at of moments) if (at < next) next = at;
    return next;
  };
  let stops = 0;
  const goTo = async (at: number) => {
    for (;;) {
      await desk.settled();
      await look();
      const next = Math.min(nextDue(), at);
      if (next <= clock.nowMs() && at > clock.nowMs()) {
        throw new Error(`Something due at ${instant(next)} stays due at ${clock.now()}`);
      }
      if (clock.nowMs() >= at) return;
      clock.advance(Math.max(1, next - clock.nowMs()));
      stops += 1;
    }
  };
  for (const scene of [...scenes].sort((one, other) => one.at - other.at)) {
    // What happens in the same moment happens side by side, as people do it.
    if (clock.nowMs() < scene.at) await goTo(scene.at);
    await scene.play();
  }
  await goTo(until);
  unwatch();
  return { stops };
}
