import ical from 'ical.js';
import { Invalid } from '../domain/errors.ts';

type Component = InstanceType<typeof ical.Component>;
type Time = InstanceType<typeof ical.Time>;

/** The parts of a rule that the library writes out right. With others it goes wrong, or on for ever. */
const readable: Readonly<Record<string, readonly string[]>> = {
  YEARLY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'],
  MONTHLY: ['BYMONTHDAY', 'BYDAY', 'BYSETPOS'],
  WEEKLY: ['BYDAY'],
  DAILY: ['BYDAY'],
};

/**
 * Makes the rule of a repeating event one that the library reads right, and says which of the days it then finds are
 * true ones. Throws `Invalid` for a rule the desk does not read.
 */
export function prepareRule(component: Component, start: Time): (found: Time) => boolean {
  const rules = component.getAllProperties('rrule').map((property) => property.getFirstValue());
  const [rule] = rules;
  if (rule === undefined) return () => true;
  if (!(rule instanceof ical.Recur) || rules.length > 1)
    throw new Invalid('it repeats by more than one rule');
  const known = readable[rule.freq];
  const parts = Object.keys(rule.parts);
  const isYearlyByDayOnly =
    rule.freq === 'YEARLY' && 'BYMONTHDAY' in rule.parts && !('BYMONTH' in rule.parts);
  if (!known || isYearlyByDayOnly || parts.some((part) => !known.includes(part))) {
    throw new Invalid(`it repeats in a way the desk does not read (${rule.toString()})`);
  }
  // Where a month has no such day, an event leaves it out (RFC 5545, 3.3.10). The library goes on to the next month,
  // unless the rule names its day, and sometimes then.
  if (start.day > 28 && parts.length === 0) {
    if (rule.freq === 'YEARLY') rule.setComponent('BYMONTH', [start.month]);
    if (rule.freq === 'YEARLY' || rule.freq === 'MONTHLY') rule.setComponent('BYMONTHDAY', [start.day]);
  }
  const months = numbersOf(rule.parts.BYMONTH);
  const days = numbersOf(rule.parts.BYMONTHDAY);
  const added = component
    .getAllProperties('rdate')
    .flatMap((property) => property.getValues().map((value: unknown) => String(value)));
  return (found) =>
    added.includes(found.toString()) ||
    ((months.length === 0 || months.includes(found.month)) &&
      (days.length === 0 || days.some((day) => day < 0 || day === found.day)));
}

function numbersOf(part: unknown): readonly number[] {
  return Array.isArray(part) ? part.map(Number) : [];
}
