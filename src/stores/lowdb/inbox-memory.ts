import type { Position } from './journal.ts';
import type { Line, Result } from './journal-line.ts';
import type { Segment } from './journal-segment.ts';

/** What is known of the retained journal without reading it: where entries stand, their results, keys seen. */
export type InboxMemory = {
  add(line: Line, position: Position): void;
  isKnown(keys: readonly string[]): boolean;
  entry(number: number): Position | undefined;
  result(number: number): Position | undefined;
  outcome(number: number): Result['outcome'] | undefined;
  /** Numbers of entries, oldest first. */
  numbers(): readonly number[];
  parked(): number;
  isSettled(segment: Segment): boolean;
  forget(segment: Segment): void;
};

type Known = { readonly entry: Position; result?: Position; outcome?: Result['outcome'] };

export function inboxMemory(): InboxMemory {
  const known = new Map<number, Known>();
  const keysOf = new Map<Segment, Set<string>>();
  let parkedCount = 0;

  const countParked = (one: Known | undefined, by: 1 | -1) => {
    if (one?.outcome === 'parked') parkedCount += by;
  };

  return {
    add(line, position) {
      if ('event' in line) {
        known.set(line.n, { entry: position });
        const keys = keysOf.get(position.segment) ?? new Set<string>();
        for (const key of line.event.keys) keys.add(key);
        keysOf.set(position.segment, keys);
        return;
      }
      const one = known.get(line.n);
      // The entry's segment may be gone already; then nobody can ask for its result.
      if (one === undefined) return;
      countParked(one, -1);
      one.result = position;
      one.outcome = line.result.outcome;
      countParked(one, 1);
    },
    isKnown(keys) {
      for (const seen of keysOf.values()) if (keys.some((key) => seen.has(key))) return true;
      return false;
    },
    entry: (number) => known.get(number)?.entry,
    result: (number) => known.get(number)?.result,
    outcome: (number) => known.get(number)?.outcome,
    numbers: () => [...known.keys()],
    parked: () => parkedCount,
    isSettled(segment) {
      for (const { entry, outcome } of known.values()) {
        if (entry.segment === segment && (outcome === undefined || outcome === 'parked')) return false;
      }
      return true;
    },
    forget(segment) {
      for (const [number, one] of known) {
        if (one.entry.segment !== segment) continue;
        countParked(one, -1);
        known.delete(number);
      }
      keysOf.delete(segment);
    },
  };
}
