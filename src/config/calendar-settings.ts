import { z } from 'zod';
import { type Interval, weekdays } from '../domain/calendar/calendar.ts';
import { minutesOf } from '../domain/calendar/wall-clock.ts';
import { TimeZone } from './reference.ts';

const clockSpan = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Hours of a day such as `09:00-12:30`; compared as text, because it is of fixed length. */
const Span = z.string().refine((text) => clockSpan.test(text) && text.slice(0, 5) < text.slice(6), {
  error: 'must be hours such as "09:00-17:30", the earlier one first',
});

/** Several hours of one day; where two overlap, one of them is a mistake. */
const Spans = z
  .array(Span)
  .superRefine((texts, context) => {
    texts.forEach((text, index) => {
      const other = texts.slice(0, index).find((each) => doOverlap(intervalOf(each), intervalOf(text)));
      if (other === undefined) return;
      context.addIssue({ code: 'custom', path: [index], message: `overlaps with "${other}"`, input: text });
    });
  })
  .transform((texts) => texts.map(intervalOf).toSorted((a, b) => a.from - b.from));

/** `"2026-12-25"`, `"2026-12-24 12:00-24:00"`, or the same with a name: `{ day, name, closed }`. */
const HolidaySetting = z.preprocess(
  (given) => {
    if (typeof given !== 'string') return given;
    const [day, ...hours] = given.trim().split(/\s+/);
    return hours.length === 0 ? { day } : { day, closed: hours };
  },
  z.strictObject({
    day: z.iso.date({ error: 'must be a day such as "2026-12-25"' }),
    name: z.string().min(1, { error: 'must not be empty' }).optional(),
    closed: Spans.refine((spans) => spans.length > 0, {
      error: 'must name hours, or be left out for a whole day',
    }).optional(),
  }),
);

const CalendarSettings = z
  .strictObject({
    timezone: TimeZone.optional(),
    hours: z.literal('always', { error: 'must be always, or left out where there is a week' }).optional(),
    week: z.partialRecord(z.enum(weekdays), Spans).optional(),
    holidays: z.array(HolidaySetting).default([]),
    holidays_file: z.string().min(1, { error: 'must not be empty' }).optional(),
  })
  .superRefine((calendar, context) => {
    if (calendar.hours === undefined) return;
    for (const key of ['week', 'holidays', 'holidays_file'] as const) {
      if (calendar[key] === undefined || (key === 'holidays' && calendar.holidays.length === 0)) continue;
      const message = 'says nothing beside hours: always; keep one of the two';
      context.addIssue({ code: 'custom', path: [key], message });
    }
  });
export type CalendarSettings = z.infer<typeof CalendarSettings>;

/** The calendars of desk.yaml by name. */
export const CalendarsSettings = z.record(z.string(), CalendarSettings).superRefine((calendars, context) => {
  if (calendars.always === undefined || calendars.always.hours === 'always') return;
  const message = 'is built in and means around the clock; give this calendar another name';
  context.addIssue({ code: 'custom', path: ['always'], message });
});

function intervalOf(text: string): Interval {
  return { from: minutesOf(text.slice(0, 5)), to: minutesOf(text.slice(6)) };
}

function doOverlap(one: Interval, other: Interval): boolean {
  return one.from < other.to && other.from < one.to;
}
