import { momentAtWall, wallAt, weekdayOf } from '../../calendar/wall-clock.ts';
import { nextRun, workingDays } from '../../routine/recurrence.ts';
import { day, hour, type Instant, laterBy } from '../../time.ts';
import type { Incident } from '../incident.ts';
import { reviewOwnerOf } from '../review/review.ts';
import type { CadenceState } from './cadence-state.ts';

/** A final update that is owed for longer than this no longer wakes anybody. */
const urgentForMs = 2 * hour;
const opensAtHour = 9;
const closesAtHour = 18;

/**
 * When a step of the ladder that comes at `at` is told. While an incident is under way, and for two hours after its final
 * update was due: then. Later once an hour, on working days from 9 to 18 where the owner of the review is: it is over, and
 * what is left can wait for people to be awake. Of a drill never again: nobody waits for the end of that.
 */
export function toldAt(
  incident: Incident,
  { because, dueAt, rungs }: CadenceState,
  at: Instant,
): Instant | undefined {
  if (because !== 'final' || at < laterBy(dueAt, urgentForMs)) return at;
  if (incident.mode === 'drill') return undefined;
  const told = rungs.at(-1)?.at;
  const hourly = told === undefined ? at : laterBy(told, hour);
  return workingHourFrom(hourly > at ? hourly : at, incident.zones?.[reviewOwnerOf(incident) ?? ''] ?? 'UTC');
}

function workingHourFrom(at: Instant, timezone: string): Instant {
  const wall = wallAt(at, timezone);
  const midnight = Math.floor(wall / day) * day;
  const isOpen =
    workingDays.includes(weekdayOf(midnight)) &&
    at >= momentAtWall(midnight + opensAtHour * hour, timezone) &&
    at < momentAtWall(midnight + closesAtHour * hour, timezone);
  if (isOpen) return at;
  return nextRun({ at: '09:00', days: workingDays, zone: 'desk' }, laterBy(at, -1), timezone);
}
