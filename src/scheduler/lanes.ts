/** Runs pieces of work of one lane one after the other, different lanes side by side. */
export type Lanes = { follow(lane: string, run: () => Promise<void>): Promise<void> };

export function createLanes(): Lanes {
  const last = new Map<string, Promise<void>>();
  return {
    follow(lane, run) {
      const before = last.get(lane) ?? Promise.resolve();
      const mine = before.then(run, run);
      last.set(lane, mine);
      const forget = () => {
        if (last.get(lane) === mine) last.delete(lane);
      };
      mine.then(forget, forget);
      return mine;
    },
  };
}
