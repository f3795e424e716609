import { momentAtWall, wallAt } from '../calendar/wall-clock.ts';
import { day, hour, type Instant } from '../time.ts';

const morning = 8 * hour;
const evening = 20 * hour;

/** The moment itself from 08:00 to 20:00 on the wall of that zone; else 08:00 of the morning that follows. */
export function inDaytime(at: Instant, timezone: string): Instant {
  const wall = wallAt(at, timezone);
  const midnight = Math.floor(wall / day) * day;
  const sinceMidnight = wall - midnight;
  if (sinceMidnight >= morning && sinceMidnight < evening) return at;
  return momentAtWall(midnight + morning + (sinceMidnight < morning ? 0 : day), timezone);
}

/** The local day of a moment, as a number that grows by one a day. */
export function localDay(at: Instant, timezone: string): number {
  return Math.floor(wallAt(at, timezone) / day);
}
