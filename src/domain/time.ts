import { addMilliseconds } from 'date-fns/addMilliseconds';
import { z } from 'zod';

/**
 * A moment in UTC, ISO 8601 with milliseconds, e.g. `2026-11-20T10:00:00.000Z`. Written in one form only, so that
 * comparing the strings compares the moments and a replay is equal byte for byte.
 */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

export function instant(date: Date | number): Instant {
  return new Date(date).toISOString();
}

export function laterBy(at: Instant, milliseconds: number): Instant {
  return instant(addMilliseconds(at, milliseconds));
}

/** Milliseconds from `start` to `end`; negative when `end` is earlier. */
export function millisecondsBetween(start: Instant, end: Instant): number {
  return Date.parse(end) - Date.parse(start);
}

/** Sorts moments, the earlier one first. */
export function byTime(one: Instant, other: Instant): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
