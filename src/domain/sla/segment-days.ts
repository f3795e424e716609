import { momentOf, type OffsetPart, offsetAt, offsetParts } from '../calendar/zone-offsets.ts';
import { day, hour, millisecondsBetween } from '../time.ts';
import type { Segment } from './explain.ts';

/** A piece of a local day, in local times such as `09:00`; the end of the day is `24:00`. */
export type DayPiece = Pick<Segment, 'what' | 'because' | 'holiday'> & {
  readonly from: string;
  readonly to: string;
  readonly ms: number;
};

/** One or several local days on one line. */
export type DayLine = {
  /** Local days, `2026-10-30`. */
  readonly first: string;
  readonly last: string;
  /** Days with these same pieces; days without working time between them are not counted. */
  readonly days: number;
  /** Days without working time between the first and the last. */
  readonly freeDays: number;
  /** `sums`: too many different days to show each. `free`: days without working time. */
  readonly shows: 'pieces' | 'free' | 'sums';
  readonly pieces: readonly DayPiece[];
  /** Hours of a day on which the clocks changed. */
  readonly hours?: number;
  readonly runningMs: number;
  readonly pausedMs: number;
  readonly holidays: number;
};

/** Lines that one clock explains itself in at most; what is in the middle is summed up. */
export const mostDayLines = 22;
const atTheStart = 9;
const atTheEnd = mostDayLines - atTheStart - 1;
/** Longer stories are told day by day only at both ends. */
const longest = 200 * day;
const toldAtEnds = 90 * day;

/** Segments as the days of a zone, one line a day; equal days and whole weekends are folded. */
export function segmentDays(segments: readonly Segment[], timezone: string): readonly DayLine[] {
  const lines = (part: readonly Segment[]) => folded(daysOf(part, timezone).map(lineOfDay));
  const from = Date.parse(segments[0]?.from ?? '');
  const to = Date.parse(segments.at(-1)?.to ?? '');
  if (!(to - from > longest)) {
    const all = lines(segments);
    return all.length <= mostDayLines ? all : summedUp(all.slice(0, atTheStart), [], all.slice(atTheStart));
  }
  const head = segments.findIndex((segment) => Date.parse(segment.to) > from + toldAtEnds);
  const tail = segments.findLastIndex((segment) => Date.parse(segment.from) < to - toldAtEnds) + 1;
  const middle = sumOfSegments(segments.slice(head, tail), timezone);
  return summedUp(lines(segments.slice(0, head)), [middle], lines(segments.slice(tail)));
}

type Day = { readonly midnight: number; readonly hours: number; readonly pieces: DayPiece[] };

function daysOf(segments: readonly Segment[], timezone: string): readonly Day[] {
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) return [];
  const parts = offsetParts(timezone, Date.parse(first.from), Date.parse(last.to));
  const days: Day[] = [];
  for (const { from, to, what, because, holiday } of segments) {
    const end = Date.parse(to);
    for (let at = Date.parse(from); at < end; ) {
      const { midnight, next } = dayAt(at, parts);
      if (days.at(-1)?.midnight !== midnight) {
        const hours = (next - momentOf(midnight, parts)) / hour;
        days.push({ midnight, hours, pieces: [] });
      }
      const until = Math.min(end, next);
      days.at(-1)?.pieces.push({
        what,
        ...(because === undefined ? {} : { because }),
        ...(holiday === undefined ? {} : { holiday }),
        from: localTime(wallAt(at, parts) - midnight),
        to: until === next ? '24:00' : localTime(wallAt(until, parts) - midnight),
        ms: until - at,
      });
      at = until;
    }
  }
  return days;
}

/** The local day a moment lies in: its midnight on the wall, and the moment at which the next day begins. */
function dayAt(at: number, parts: readonly OffsetPart[]) {
  let midnight = Math.floor(wallAt(at, parts) / day) * day;
  let next = momentOf(midnight + day, parts);
  // Where the clock goes back over midnight, the hour that is shown again belongs to the day that had begun.
  while (next <= at) {
    midnight += day;
    next = momentOf(midnight + day, parts);
  }
  return { midnight, next };
}

function wallAt(at: number, parts: readonly OffsetPart[]): number {
  return at + (parts.findLast(({ from }) => from <= at)?.offset ?? 0);
}

function localTime(sinceMidnight: number): string {
  const minutes = Math.floor(Math.max(0, sinceMidnight) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A wall clock's day, `2026-10-30`. */
const nameOf = (wall: number) => new Date(wall).toISOString().slice(0, 10);

const isOpen = ({ what }: DayPiece) => what === 'running' || what === 'paused';

function lineOfDay({ midnight, hours, pieces: all }: Day, index: number): DayLine {
  const name = nameOf(midnight);
  const sum = (of: Segment['what']) =>
    all.reduce((ms, { what, ms: more }) => (what === of ? ms + more : ms), 0);
  const first = all.findIndex(isOpen);
  const last = all.findLastIndex(isOpen);
  const isFree = first < 0 && all.every(({ what }) => what === 'outside');
  // Free time before and after the hours of a day says nothing, but when a clock began in it.
  const isSaid = ({ what }: DayPiece, at: number) =>
    what !== 'outside' || (at > first && at < last) || (index === 0 && at === 0 && first > 0);
  const said = all.filter(isSaid);
  const long = said.filter(({ from, to }) => from !== to);
  return {
    first: name,
    last: name,
    days: 1,
    freeDays: 0,
    shows: isFree ? 'free' : 'pieces',
    pieces: isFree ? [] : long.length > 0 ? long : said,
    ...(hours !== 24 && first >= 0 ? { hours } : {}),
    runningMs: sum('running'),
    pausedMs: sum('paused'),
    holidays: all.some(({ what }) => what === 'holiday') ? 1 : 0,
  };
}

/** Equal days become one line, over the days without working time between them. */
function folded(days: readonly DayLine[]): readonly DayLine[] {
  const lines: DayLine[] = [];
  const keys: string[] = [];
  for (const next of days) {
    const key = keyOf(next);
    const gap = lines.at(-1);
    const before = lines.at(-2);
    if (lines.length > 0 && keys.at(-1) === key) {
      lines[lines.length - 1] = joined(lines.slice(-1), next);
    } else if (gap?.shows === 'free' && before && keys.at(-2) === key && before.last < gap.first) {
      lines.splice(-2, 2, joined([before, gap], next));
      keys.pop();
    } else {
      lines.push(next);
      keys.push(key);
    }
  }
  return lines;
}

function keyOf({ shows, pieces, hours }: DayLine): string {
  const said = pieces.map(
    ({ from, to, what, because, holiday }) => `${from} ${to} ${what} ${because} ${holiday}`,
  );
  return `${shows} ${hours} ${said.join()}`;
}

function joined(lines: readonly DayLine[], next: DayLine): DayLine {
  const all = [...lines, next];
  const [first = next] = lines;
  const count = (of: (line: DayLine) => number) => sumOf(all, of);
  return {
    ...first,
    ...sums(all),
    last: next.last,
    days: count(({ shows, days }) => (shows === first.shows ? days : 0)),
    freeDays: count(({ shows, days, freeDays }) => (shows === first.shows ? freeDays : days)),
  };
}

function sums(lines: readonly DayLine[]) {
  return {
    runningMs: sumOf(lines, ({ runningMs }) => runningMs),
    pausedMs: sumOf(lines, ({ pausedMs }) => pausedMs),
    holidays: sumOf(lines, ({ holidays }) => holidays),
  };
}

function sumOf(lines: readonly DayLine[], of: (line: DayLine) => number): number {
  return lines.reduce((total, line) => total + of(line), 0);
}

function summedUp(head: readonly DayLine[], between: readonly DayLine[], tail: readonly DayLine[]) {
  const middle = [...head.slice(atTheStart), ...between, ...tail.slice(0, -atTheEnd)];
  const [first] = middle;
  if (!first) return [...head, ...tail];
  const sum = sumLine(first.first, middle.at(-1)?.last ?? first.last, sums(middle));
  return [...head.slice(0, atTheStart), sum, ...tail.slice(-atTheEnd)];
}

function sumOfSegments(segments: readonly Segment[], timezone: string): DayLine {
  const total = { runningMs: 0, pausedMs: 0, holidays: 0 };
  for (const { from, to, what } of segments) {
    const ms = millisecondsBetween(from, to);
    if (what === 'running') total.runningMs += ms;
    else if (what === 'paused') total.pausedMs += ms;
    else if (what === 'holiday') total.holidays += Math.max(1, Math.round(ms / day));
  }
  const dayOf = (at: number) => nameOf(at + offsetAt(at, timezone));
  const last = Date.parse(segments.at(-1)?.to ?? '') - 1;
  return sumLine(dayOf(Date.parse(segments[0]?.from ?? '')), dayOf(last), total);
}

function sumLine(first: string, last: string, total: ReturnType<typeof sums>): DayLine {
  return { ...total, first, last, days: 0, freeDays: 0, shows: 'sums', pieces: [] };
}
