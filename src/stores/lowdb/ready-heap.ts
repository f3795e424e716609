import type { Instant } from '../../domain/time.ts';

/** What is ready first comes out first. Entries that no longer hold are left in and recognised by the taker. */
export type ReadyHeap<T> = {
  push(readyAt: Instant, item: T): void;
  /** Takes the earliest entry that is ready at `now`. */
  pop(now: Instant): { readonly readyAt: Instant; readonly item: T } | undefined;
  /** When the earliest entry is ready; undefined when there is none. */
  next(): Instant | undefined;
};

export function readyHeap<T>(): ReadyHeap<T> {
  type Entry = { readonly readyAt: Instant; readonly item: T };
  const entries: Entry[] = [];
  const at = (index: number): Instant | undefined => entries[index]?.readyAt;

  const swap = (one: number, other: number) => {
    const [first, second] = [entries[one], entries[other]];
    if (first === undefined || second === undefined) return;
    entries[one] = second;
    entries[other] = first;
  };
  const rise = (start: number) => {
    for (let child = start; child > 0; ) {
      const parent = (child - 1) >> 1;
      if ((at(parent) ?? '') <= (at(child) ?? '')) return;
      swap(parent, child);
      child = parent;
    }
  };
  const sink = () => {
    for (let parent = 0; ; ) {
      let earliest = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        const childAt = at(child);
        if (childAt !== undefined && childAt < (at(earliest) ?? '')) earliest = child;
      }
      if (earliest === parent) return;
      swap(parent, earliest);
      parent = earliest;
    }
  };

  return {
    next: () => at(0),
    push(readyAt, item) {
      entries.push({ readyAt, item });
      rise(entries.length - 1);
    },
    pop(now) {
      const first = entries[0];
      if (first === undefined || first.readyAt > now) return undefined;
      const last = entries.pop();
      if (last !== undefined && entries.length > 0) {
        entries[0] = last;
        sink();
      }
      return first;
    },
  };
}
