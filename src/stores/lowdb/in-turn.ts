/** Runs pieces of work one after the other per key, and at most `limit` at once over all keys. */
export type InTurn = {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

export function inTurn(limit: number): InTurn {
  const lastOf = new Map<string, Promise<unknown>>();
  const queue: (() => void)[] = [];
  let running = 0;

  const enter = async () => {
    if (running >= limit) await new Promise<void>((resolve) => queue.push(resolve));
    else running += 1;
  };
  const leave = () => {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  const limited = async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };

  return {
    run(key, work) {
      const before = lastOf.get(key);
      const mine =
        before === undefined
          ? limited(work)
          : before.then(
              () => limited(work),
              () => limited(work),
            );
      lastOf.set(key, mine);
      const ended = () => {
        if (lastOf.get(key) === mine) lastOf.delete(key);
      };
      mine.then(ended, ended);
      return mine;
    },
    async idle() {
      while (lastOf.size > 0) await Promise.allSettled([...lastOf.values()]);
    },
  };
}
