import { localTime, momentOfLocal } from '../calendar/local-time.ts';
import type { Instant } from '../time.ts';
import { monthNamed } from './tongue.ts';

/** A time of day named in a text. */
export type NamedMoment = {
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
  /** The time with its date and zone, as written. */
  readonly text: string;
  /** As written; undefined when there is none. */
  readonly zone: string | undefined;
  /** What it can mean, the nearest first: without a date, today or tomorrow. Empty when it names no real moment. */
  readonly at: readonly Instant[];
};

const hours = String.raw`([01]?\d|2[0-3])`;
const clockTime = String.raw`(?<![\d:.,/-])${hours}(?:[:h]|\.(?=\d\d\s?Uhr))([0-5]\d)(?::[0-5]\d)?(?![\d:])\s?(a\.?m\b\.?|p\.?m\b\.?|Uhr\b)?`;
const fullHour = String.raw`(?<![\d:.,/-])(1[0-2]|0?[1-9])\s?(a\.?m\b\.?|p\.?m\b\.?)`;
const hourWord = String.raw`(?<![\d:.,/-])${hours}\s?Uhr\b|(?<=(?:\b(?:at|um|las|vers|avant)|à)\s)${hours}(?:\s?h\b)?(?!\s?[\d:.%/\p{L}])`;
const zoneName = String.raw`(?:UTC|GMT)(?:\s?[+\u2212-]\d{1,2}(?::?\d\d)?)?|C?EST|C?EDT|CET|ME?SZ|MEZ|BST|[CMP][SD]T|JST|SGT|IST|AE[SD]T|WES?T|EES?T|Z|[A-Z][A-Za-z_]+\/[A-Za-z_]+(?:[\/+-][A-Za-z_0-9+-]+)*|[A-ZÀ-Ý][\p{L}]+(?:er)? (?:[Tt]ime|Zeit)|hora de [A-Z][\p{L}]+|heure de [A-Z][\p{L}]+`;
const pattern = new RegExp(
  String.raw`(?:${clockTime}|${fullHour}|${hourWord})(?:\s?\(?(${zoneName})(?![\p{L}\p{N}])\)?)?`,
  'gu',
);

/** Every time of day in a text. `zone` is the one in which a time without a zone we know is read. */
export function momentsIn(text: string, now: Instant, zone: string): readonly NamedMoment[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [all, hour, minutes, half, plainHour, plainHalf, hourUhr, hourAfter, named] = match;
    const time = {
      hour: hourOf(Number(hour ?? plainHour ?? hourUhr ?? hourAfter), half ?? plainHalf),
      minute: Number(minutes ?? 0),
    };
    const date = dateBefore(text.slice(0, match.index)) ?? dateAfter(text.slice(match.index + all.length));
    const from = match.index - (date?.before ?? 0);
    const to = match.index + all.length;
    const at = momentsOf({ ...time, date }, now, zoneOf(named) ?? zone);
    return { from, to, text: text.slice(from, to).trim(), zone: named, at };
  });
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || /uhr/i.test(half)) return hour;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}

type NamedDate = {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  /** Characters of it that stand before the time. */
  readonly before: number;
};

const between = String.raw`[,\s]*(?:at|um|a las|a la|à|gegen|by|bis|,)?\s*$`;
const dayMonth = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|º|er)?\s*(?:de\s+|of\s+)?(\p{L}{3,10})\.?,?\s*(?:de\s+)?(\d{4})?${between}`,
  'iu',
);
const monthDay = new RegExp(
  String.raw`(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})?${between}`,
  'iu',
);
const isoDate = new RegExp(String.raw`(\d{4})-(\d\d)-(\d\d)${between}`, 'iu');
const dottedDate = new RegExp(String.raw`(?<![\d.])(\d{1,2})[./](\d{1,2})[./]?(\d{4})?${between}`, 'iu');

function dateBefore(text: string): NamedDate | undefined {
  const tail = text.slice(-60);
  const iso = isoDate.exec(tail);
  if (iso) return dated(iso, Number(iso[3]), Number(iso[2]) - 1, iso[1]);
  const named = dayMonth.exec(tail);
  const month = named && monthNamed(named[2] ?? '');
  if (named && month !== undefined && month !== null) return dated(named, Number(named[1]), month, named[3]);
  const turned = monthDay.exec(tail);
  const first = turned && monthNamed(turned[1] ?? '');
  if (turned && first !== undefined && first !== null)
    return dated(turned, Number(turned[2]), first, turned[3]);
  const dotted = dottedDate.exec(tail);
  return dotted ? dated(dotted, Number(dotted[1]), Number(dotted[2]) - 1, dotted[3]) : undefined;
}

function dateAfter(text: string): NamedDate | undefined {
  const found = /^,?\s*(?:on|am|el|le)\s+(\d{1,2})\.?\s*(?:de\s+)?(\p{L}{3,10})\.?(?:\s*(\d{4}))?/iu.exec(
    text,
  );
  const month = found && monthNamed(found[2] ?? '');
  if (!found || month === undefined || month === null) return undefined;
  return { ...dated(found, Number(found[1]), month, found[3]), before: 0 };
}

function dated(match: RegExpExecArray, day: number, month: number, year: string | undefined): NamedDate {
  return { day, month, year: year === undefined ? undefined : Number(year), before: match[0].length };
}

function momentsOf(
  named: { readonly hour: number; readonly minute: number; readonly date: NamedDate | undefined },
  now: Instant,
  zone: string,
): readonly Instant[] {
  const today = localTime(now, zone);
  if (!today) return [];
  const { hour, minute, date } = named;
  const on = (year: number, month: number, day: number) =>
    momentOfLocal({ year, month, day, hour, minute }, zone) ?? [];
  const { year, month, day } = today;
  if (!date) return [on(year, month, day), on(year, month, day + 1)].flat();
  if (date.month > 11 || date.day < 1 || date.day > 31) return [];
  // Around the turn of the year the nearer of both is meant.
  const years = date.year === undefined ? [year, year + 1, year - 1] : [date.year];
  const away = (at: Instant) => Math.abs(Date.parse(at) - Date.parse(now));
  return years
    .flatMap((each) => on(each, date.month, date.day))
    .sort((a, b) => away(a) - away(b))
    .slice(0, 1);
}

const offsets: Readonly<Record<string, string>> = {
  Z: '+00:00',
  UTC: '+00:00',
  GMT: '+00:00',
  WET: '+00:00',
  WEST: '+01:00',
  BST: '+01:00',
  CET: '+01:00',
  MEZ: '+01:00',
  CEST: '+02:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  IST: '+05:30',
  SGT: '+08:00',
  JST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
};

/** What the platform can count with; undefined for a zone named in words, which is taken for the reader's own. */
function zoneOf(named: string | undefined): string | undefined {
  if (named === undefined) return undefined;
  if (named.includes('/')) return named;
  const known = offsets[named];
  if (known !== undefined) return known;
  const [, sign, hour = '', minute = '00'] = /([+\u2212-])(\d{1,2}):?(\d\d)?$/.exec(named) ?? [];
  return sign === undefined ? undefined : `${sign === '+' ? '+' : '-'}${hour.padStart(2, '0')}:${minute}`;
}
