import { localTime, momentOfLocal } from '../calendar/local-time.ts';
import { day, type Instant, laterBy } from '../time.ts';

/** What somebody wrote about the impact in one line, taken apart. */
export type ImpactWords = {
  readonly what: string;
  readonly since?: Instant;
  readonly notAffected?: string;
};

const clock = /[\s,;.]*\bsince (\d{1,2})[:.](\d{2})\b/i;
const spared = /[\s,;.]*\bnot affected:?\s*(.+)$/is;

/**
 * `Checkout fails, since 10:05, not affected: logins`. The time is the last time a clock in that zone showed it; any other
 * way to name a moment stays part of the words.
 */
export function impactIn(
  words: string,
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): ImpactWords {
  const notAffected = spared.exec(words)?.[1]?.trim();
  const before = words.replace(spared, '');
  const [, hours, minutes] = clock.exec(before) ?? [];
  const since = hours === undefined ? undefined : lastTime(Number(hours), Number(minutes), { now, timezone });
  const what = (since === undefined ? before : before.replace(clock, '')).trim();
  return {
    what,
    ...(since === undefined ? {} : { since }),
    ...(notAffected ? { notAffected } : {}),
  };
}

function lastTime(
  hour: number,
  minute: number,
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): Instant | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const at = (moment: Instant) => {
    const local = localTime(moment, timezone);
    return local && momentOfLocal({ ...local, hour, minute }, timezone);
  };
  const today = at(now);
  return today !== undefined && today <= now ? today : at(laterBy(now, -day));
}
