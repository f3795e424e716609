/** Slack message timestamps: seconds and six digits, unique and growing; they are also message ids. */
export type Stamps = { next(): string; at(ms: number): string };

export function createStamps(now: () => number): Stamps {
  let last = 0;
  return {
    next() {
      last = Math.max(last + 1, now() * 1000);
      return formatStamp(last);
    },
    at: (ms) => formatStamp(ms * 1000),
  };
}

export function formatStamp(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(Math.floor(micros % 1_000_000)).padStart(6, '0')}`;
}

/** Microseconds of a timestamp as callers write it (`"1700000000"`, `"1700000000.000100"`); NaN when it is none. */
export function stampMicros(stamp: string): number {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(stamp);
  if (!match) return Number.NaN;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}
