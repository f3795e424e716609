import { type LocalTime, localTime } from '../calendar/local-time.ts';
import { day as dayMs, type Instant } from '../time.ts';

/** The languages in which the desk writes updates. */
export const tongues = ['en', 'de', 'es', 'fr'] as const;
export type Tongue = (typeof tongues)[number];

/** The requester's language where the desk writes it, else English. */
export function tongueOf(language: string | undefined): Tongue {
  return tongues.find((known) => known === language) ?? 'en';
}

/** A place on the calendar and the clock that needs no guessing: `20 Nov 15:45 (Europe/Berlin)`. */
export function momentIn(tongue: Tongue, at: Instant, zone: string): string {
  const { hour, minute } = localTime(at, zone) ?? inUtc(at);
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  return `${dayIn(tongue, at, zone)} ${time}${tongue === 'de' ? ' Uhr' : ''} (${localTime(at, zone) ? zone : 'UTC'})`;
}

/** A moment as the parts of a sentence: `since 10:05 (Europe/Berlin)`, `at 10:05 (Europe/Berlin)`, `by 22 Nov 19:00 (Europe/Berlin)`. */
export type When = { readonly since: string; readonly at: string; readonly by: string };

/** On the reader's day of `now` a time of day says it; else the day, and for what is to come the time as well. */
export function whenIn(
  tongue: Tongue,
  at: Instant,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): When {
  const say = prepositions[tongue];
  const whole = momentIn(tongue, at, zone);
  const day = dayIn(tongue, at, zone);
  if (day !== dayIn(tongue, now, zone) || Math.abs(Date.parse(at) - Date.parse(now)) > 2 * dayMs) {
    return { since: say.sinceDay + day, at: say.onDay + day, by: say.byDay + whole };
  }
  const time = whole.slice(day.length + 1);
  return { since: say.sinceTime + time, at: say.atTime + time, by: say.byTime + time };
}

const prepositions = {
  en: {
    sinceDay: 'since ',
    onDay: 'on ',
    byDay: 'by ',
    sinceTime: 'since ',
    atTime: 'at ',
    byTime: 'by ',
  },
  de: {
    sinceDay: 'seit dem ',
    onDay: 'am ',
    byDay: 'bis ',
    sinceTime: 'seit ',
    atTime: 'um ',
    byTime: 'bis ',
  },
  es: {
    sinceDay: 'desde el ',
    onDay: 'el ',
    byDay: 'a más tardar el ',
    sinceTime: 'desde las ',
    atTime: 'a las ',
    byTime: 'a más tardar a las ',
  },
  fr: {
    sinceDay: 'depuis le ',
    onDay: 'le ',
    byDay: 'au plus tard le ',
    sinceTime: 'depuis ',
    atTime: 'à ',
    byTime: 'au plus tard à ',
  },
} as const;

/** `20 Nov`, as it is written in that language. */
export function dayIn(tongue: Tongue, at: Instant, zone: string): string {
  const { day, month } = localTime(at, zone) ?? inUtc(at);
  return `${day}${tongue === 'de' ? '.' : ''} ${months[tongue][month] ?? ''}`;
}

/** Chat may name a zone that this machine does not know. */
function inUtc(at: Instant): LocalTime {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

const months: Readonly<Record<Tongue, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  de: ['Jan.', 'Feb.', 'März', 'April', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
};

/** Beginnings of the months' names in all of them, without accents: what begins so is that month. */
const beginnings: readonly RegExp[] = [
  /^(?:jan|ene)/,
  /^(?:feb|fev)/,
  /^(?:mar)/,
  /^(?:apr|abr|avr)/,
  /^(?:may|mai)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|ago|aou)/,
  /^(?:sep)/,
  /^(?:oct|okt)/,
  /^(?:nov)/,
  /^(?:dec|dez|dic)/,
];

/** 0 for January; undefined for a word that names no month. */
export function monthNamed(word: string): number | undefined {
  const letters = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const index = beginnings.findIndex((beginning) => beginning.test(letters));
  return index < 0 ? undefined : index;
}
