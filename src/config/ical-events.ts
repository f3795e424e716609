import ical from 'ical.js';
import { z } from 'zod';
import { momentOf, offsetAt, offsetParts } from '../domain/calendar/zone-offsets.ts';
import { Invalid } from '../domain/errors.ts';
import { day } from '../domain/time.ts';
import { prepareRule } from './ical-rule.ts';
import { isTimeZone } from './reference.ts';

/** First and last year, both included. */
export type Years = { readonly from: number; readonly to: number };

/** One time an event takes place, on the wall clock of a zone, written as the UTC milliseconds that read the same. */
export type Occurrence = { readonly from: number; readonly to: number; readonly name: string };

type Frame = { readonly timezone: string; readonly years: Years };
type Time = InstanceType<typeof ical.Time>;
type Event = InstanceType<typeof ical.Event>;
type Component = InstanceType<typeof ical.Component>;

// A holiday repeats a few times a year at most; somebody's working diary is no holiday file.
const mostRepetitions = 2_000;

/**
 * Every time an event of an iCal file takes place in some years. Repeating events are written out, with their
 * exceptions; times are turned into the wall clock of `timezone`. Throws `Invalid` that says what is wrong.
 */
export function icalEvents(text: string, frame: Frame): readonly Occurrence[] {
  const events = calendarsIn(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  return events.flatMap((component) => {
    const name = textOf(component.getFirstPropertyValue('summary'));
    if (component.hasProperty('recurrence-id')) return [];
    const uid = component.getFirstPropertyValue('uid');
    // Left to itself the library takes the exceptions of all events for those of each.
    const exceptions = events.filter(
      (each) => each.hasProperty('recurrence-id') && each.getFirstPropertyValue('uid') === uid,
    );
    try {
      checkDates(component);
      return occurrencesOf(new ical.Event(component, { exceptions }), frame);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'it cannot be read';
      throw new Invalid(`its event ${JSON.stringify(name)}: ${reason}`, { cause });
    }
  });
}

function calendarsIn(text: string): readonly Component[] {
  let parsed: unknown;
  try {
    parsed = ical.parse(text);
  } catch (cause) {
    throw new Invalid('it is not an iCal file, or it was cut off', { cause });
  }
  if (!Array.isArray(parsed)) throw new Invalid('it is not an iCal file');
  const roots: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
  const calendars = roots.filter(Array.isArray).map((root) => new ical.Component(root));
  if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar')) {
    throw new Invalid('it has no VCALENDAR');
  }
  return calendars;
}

const Written = z.union([z.iso.date(), z.iso.datetime({ local: true })]);

/** The library would read 31 June as 1 July. */
function checkDates(component: Component): void {
  const start = component.getFirstProperty('dtstart');
  if (start === null) throw new Invalid('it has no start');
  for (const property of [start, component.getFirstProperty('dtend')]) {
    const [, , , written]: unknown[] = property?.toJSON() ?? [];
    if (property !== null && !Written.safeParse(written).success) {
      throw new Invalid(`there is no such date as ${String(written)}`);
    }
  }
}

function occurrencesOf(event: Event, frame: Frame): readonly Occurrence[] {
  const first = occurrence(event, event.startDate, event.endDate, frame);
  if (!event.isRecurring()) return within(frame.years, isCancelled(event) ? [] : [first]);
  const isTrue = prepareRule(event.component, event.startDate);
  const found: Occurrence[] = [];
  const repetitions = event.iterator();
  for (let count = 0; ; count += 1) {
    const start: Time | null = repetitions.next();
    if (!start || start.year > frame.years.to) break;
    if (count === mostRepetitions) {
      throw new Invalid(`it repeats more than ${mostRepetitions.toLocaleString('en-US')} times`);
    }
    if (!isTrue(start)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(start);
    if (isCancelled(item)) continue;
    if (item !== event) found.push(occurrence(item, startDate, endDate, frame));
    else {
      const from = wallClock(event, 'dtstart', start, frame);
      found.push({ ...first, from, to: from + first.to - first.from });
    }
  }
  return within(frame.years, found);
}

function occurrence(event: Event, start: Time, end: Time, frame: Frame): Occurrence {
  const from = wallClock(event, 'dtstart', start, frame);
  const to = wallClock(event, 'dtend', end, frame);
  if (to < from) throw new Invalid('it ends before it begins');
  // Some programs write a day as ending on itself.
  return { from, to: start.isDate && to === from ? from + day : to, name: textOf(event.summary) };
}

/** Days are days everywhere; times are those of their own zone, or of the calendar's where they name none. */
function wallClock(event: Event, property: 'dtstart' | 'dtend', time: Time, { timezone }: Frame): number {
  const written = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
  if (time.isDate) return written;
  const given = event.component.getFirstProperty(property) ?? event.component.getFirstProperty('dtstart');
  const zone = textOf(given?.getParameter('tzid'));
  if (zone === '' && time.zone !== ical.Timezone.utcTimezone) return written;
  const moment = momentIn(zone, written, time);
  return moment + offsetAt(moment, timezone);
}

function momentIn(zone: string, written: number, time: Time): number {
  if (time.zone === ical.Timezone.utcTimezone) return written;
  if (isTimeZone(zone)) return momentOf(written, offsetParts(zone, written, written));
  // Without the file's own description of a zone the library takes its times for floating ones.
  if (time.zone === ical.Timezone.localTimezone) throw new Invalid(`nobody knows its time zone ${zone}`);
  return time.toUnixTime() * 1000;
}

function within({ from, to }: Years, occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const begins = Date.UTC(from, 0, 1);
  const ends = Date.UTC(to + 1, 0, 1);
  return occurrences
    .filter((each) => each.from < each.to && each.to > begins && each.from < ends)
    .map((each) => ({ ...each, from: Math.max(each.from, begins), to: Math.min(each.to, ends) }));
}

function isCancelled({ component }: Event): boolean {
  return textOf(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
