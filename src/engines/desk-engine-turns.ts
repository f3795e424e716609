/** Lets so many pieces of work run at once; the others wait in the order in which they came. */
export type Turns = { take<T>(work: () => Promise<T>): Promise<T> };

export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return {
    async take(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        // A turn that is handed on is never free in between.
        if (next === undefined) free += 1;
        else next();
      }
    },
  };
}
