import type { Calendar } from '../domain/calendar/calendar.ts';
import { slaTargets } from '../domain/sla/policy.ts';
import { hour, minute } from '../domain/time.ts';
import { plans, severities } from '../domain/words.ts';
import type { DeskFile } from './desk-file.ts';
import type { Written } from './policy-settings.ts';

/** A promise that is probably longer than it was meant, and how to write what was meant. */
export type LongDay = { readonly what: string; readonly repair: string };

/** Promises written in days or weeks that run in working hours: a day is 24 of those, about three days of work. */
export function longDays({
  sla,
  cadence,
  calendars,
}: Pick<DeskFile, 'sla' | 'cadence'> & { readonly calendars: readonly Calendar[] }): readonly LongDay[] {
  const promises: Promised[] = sla.flatMap((policy, index) =>
    slaTargets.flatMap((target) => {
      const own = policy[target];
      const calendar = own?.calendar ?? policy.calendar;
      return own ? [{ name: `sla[${index + 1}].${target}`, within: own.within, calendar }] : [];
    }),
  );
  for (const plan of [undefined, ...plans]) {
    for (const severity of severities) {
      const within = (plan === undefined ? cadence : cadence[plan])?.[severity];
      if (within === undefined || within === 'never') continue;
      const name = ['cadence', ...(plan === undefined ? [] : [plan]), severity].join('.');
      promises.push({ name, within, calendar: cadence.calendar });
    }
  }
  return promises.flatMap((promised) => longDay(promised, calendars));
}

type Promised = { readonly name: string; readonly within: Written; readonly calendar: string };

function longDay(
  { name, within: { ms, text }, calendar }: Promised,
  calendars: readonly Calendar[],
): LongDay[] {
  const unit = text.at(-1);
  const week = calendars.find((each) => each.name === calendar);
  if ((unit !== 'd' && unit !== 'w') || week?.hours !== 'week') return [];
  const days = Object.values(week.week).map((spans = []) =>
    spans.reduce((sum, { from, to }) => sum + (to - from) * minute, 0),
  );
  const open = days.filter((length) => length > 0);
  const weekMs = open.reduce((sum, length) => sum + length, 0);
  if (weekMs === 0) return [];
  const dayMs = weekMs / open.length;
  const count = Number(text.slice(0, -1));
  const meant = count * (unit === 'd' ? dayMs : weekMs);
  const worked = Math.round(ms / dayMs);
  const units = `${count} working ${unit === 'd' ? 'day' : 'week'}${count === 1 ? '' : 's'}`;
  return [
    {
      what: `${name} ${text} in calendar ${calendar} is ${ms / hour} working hours, about ${worked} working days`,
      repair: `Write ${written(meant)} for ${units}.`,
    },
  ];
}

function written(ms: number): string {
  const minutes = Math.round(ms / minute);
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
