/** The last entries of something that happened, oldest first. */
export type Journal<T> = { add(entry: T): void; all(): T[] };

export function createJournal<T>(limit = 10_000): Journal<T> {
  let entries: T[] = [];
  return {
    add(entry) {
      entries.push(entry);
      // Cut in bulk, so that one more entry does not move all others each time.
      if (entries.length > limit * 1.2) entries = entries.slice(-limit);
    },
    all: () => entries.slice(-limit),
  };
}
