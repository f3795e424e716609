import type { CompiledCalendar } from './compiled-calendar.ts';

/** Like a stretch, in milliseconds since 1970. */
type Span = {
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly holiday?: string;
};

/** The time between two moments, cut into working time, holidays, and time that is just free. */
export function spansOf(from: number, to: number, { year, yearOf }: CompiledCalendar): readonly Span[] {
  const named: Span[] = [];
  for (let number = yearOf(from); number <= yearOf(to); number += 1) {
    const { starts, ends, closed } = year(number);
    starts.forEach((start, index) => {
      const end = ends[index] ?? start;
      if (end > from && start < to) named.push({ from: start, to: end, open: true });
    });
    for (const span of closed) if (span.to > from && span.from < to) named.push({ ...span, open: false });
  }
  const spans: Span[] = [];
  let reached = from;
  for (const span of named.toSorted((a, b) => a.from - b.from)) {
    if (span.from > reached) spans.push({ from: reached, to: span.from, open: false });
    const clipped = { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) };
    const last = spans.at(-1);
    // Days of one holiday, and hours across the turn of a year, are one stretch.
    if (last?.to === clipped.from && last.open === clipped.open && last.holiday === clipped.holiday) {
      spans[spans.length - 1] = { ...last, to: clipped.to };
    } else spans.push(clipped);
    reached = clipped.to;
  }
  if (reached < to) spans.push({ from: reached, to, open: false });
  return spans;
}
