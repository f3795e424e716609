import { minute, second } from '../domain/time.ts';

/**
 * How long to wait before the next try: doubling from about 1 s to about 60 s, a quarter shorter or longer so that what
 * failed together is not tried together. `failures` counts the failed tries so far; `random` is in [0, 1).
 */
export function backOffMs(failures: number, random: number): number {
  const span = Math.min(minute, second * 2 ** Math.min(Math.max(0, failures - 1), 6));
  return Math.round(span * (0.75 + random / 2));
}
