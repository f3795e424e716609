/** Numbers that grow for ever, over restarts too, without reading every file: never below microseconds of now. */
export type Sequence = {
  next(): number;
  /** Nothing at or below this is given again. */
  raise(seen: number): void;
  /** A write begins; numbers taken from now on may belong to it. Returns how to end it. */
  begin(): () => void;
  /** Every number up to this one belongs to a write that has ended. */
  settledUpTo(): number;
};

export function sequence(nowMs: () => number): Sequence {
  let last = 0;
  const underWay = new Set<{ readonly after: number }>();
  return {
    next() {
      last = Math.max(last + 1, nowMs() * 1000);
      return last;
    },
    raise(seen) {
      last = Math.max(last, seen);
    },
    begin() {
      const write = { after: last };
      underWay.add(write);
      return () => underWay.delete(write);
    },
    settledUpTo() {
      let settled = last;
      for (const { after } of underWay) settled = Math.min(settled, after);
      return settled;
    },
  };
}
