import { tzOffset } from '@date-fns/tz';
import { Misconfigured } from '../errors.ts';
import { day, minute, second } from '../time.ts';

/**
 * A part of UTC with one distance to the wall clock, from `from` until the next part begins; all in milliseconds.
 * A wall clock is written as the UTC moment that reads the same.
 */
export type OffsetPart = { readonly from: number; readonly offset: number };

// No zone is further from UTC than 15 hours, and Samoa jumped by 24 in 2011.
const margin = 2 * day;

/** How far the wall clock of a zone is ahead of UTC. */
export function offsetAt(moment: number, timezone: string): number {
  return Math.round(tzOffset(timezone, new Date(moment)) * minute);
}

/** The offsets that wall clocks from `from` to `to` can have. One look-up a day; a day that changes is searched. */
export function offsetParts(timezone: string, from: number, to: number): readonly OffsetPart[] {
  const start = from - margin;
  let known = offsetAt(start, timezone);
  if (Number.isNaN(known))
    throw new Misconfigured(`This machine knows no time zone ${timezone}; update Node.`);
  const parts: OffsetPart[] = [{ from: Number.NEGATIVE_INFINITY, offset: known }];
  for (let at = start + day; at <= to + margin; at += day) {
    const offset = offsetAt(at, timezone);
    if (offset === known) continue;
    parts.push({ from: changeWithin(timezone, at - day, at), offset });
    known = offset;
  }
  return parts;
}

/** The first moment with the offset of `to`, when `from` has another; zones change at whole seconds. */
function changeWithin(timezone: string, from: number, to: number): number {
  const after = offsetAt(to, timezone);
  let old = from;
  let changed = to;
  while (changed - old > second) {
    const middle = old + Math.floor((changed - old) / 2 / second) * second;
    if (offsetAt(middle, timezone) === after) changed = middle;
    else old = middle;
  }
  return changed;
}

/**
 * The first moment at which the wall clock shows `wall` or more: where the clock jumps over it, the moment after the
 * jump; where it is shown twice, the first time. Later wall clocks never give earlier moments, so hours that adjoin on
 * the wall adjoin in time.
 */
export function momentOf(wall: number, parts: readonly OffsetPart[]): number {
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const next = parts[index + 1];
    if (part === undefined) continue;
    if (next === undefined || next.from + part.offset > wall) return Math.max(part.from, wall - part.offset);
  }
  return wall;
}
