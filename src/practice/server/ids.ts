import { randomBytes } from 'node:crypto';

/** Makes Slack-looking ids: a prefix, four characters of this run, a counter. */
export type Ids = { next(prefix: string): string; secret(): string };

/** Ids differ between runs, because the desk remembers event ids and channels across restarts. */
export function createIds(): Ids {
  const run = randomBytes(4).toString('hex').slice(0, 5).toUpperCase();
  let count = 0;
  return {
    next(prefix) {
      count += 1;
      return `${prefix}${run}${count.toString(36).toUpperCase().padStart(5, '0')}`;
    },
    secret: () => randomBytes(12).toString('hex'),
  };
}
