import type { Explanation, Segment } from '../../domain/sla/explain.ts';
import { type DayLine, type DayPiece, segmentDays } from '../../domain/sla/segment-days.ts';
import type { Instant } from '../../domain/time.ts';
import type { Line } from '../card.ts';
import { lasting, workingTime } from '../lasting.ts';
import { localText } from '../moment.ts';
import { counted, italic, plain } from '../text.ts';
import { changeWords, pauseWords } from '../wording.ts';

/** In which zone times are told, and the moment they are read: another year than that one's is named. */
export type Reading = { readonly timezone: string; readonly now: Instant };

/** `Fri 30 Oct 14:20`. */
export function momentWords(at: Instant, reading: Reading): string {
  return `${dateWords(at, reading)} ${localText(at, reading.timezone, 'HH:mm')}`;
}

/** `Fri 30 Oct`, with the year when it is another one. */
export function dateWords(at: Instant, reading: Reading): string {
  return dayWords(localText(at, reading.timezone, 'yyyy-MM-dd'), reading);
}

/** The days that made a due time, one line for a day or for several alike. */
export function segmentLines(explanation: Explanation, reading: Reading): readonly Line[] {
  const { before, anew, segments } = explanation;
  const days = (part: readonly Segment[]) =>
    segmentDays(part, reading.timezone).map((line) => plain(dayLine(line, reading)));
  if (!anew) return days(segments);
  const why = anew.why === undefined ? '' : ` because it was ${changeWords[anew.why]}`;
  const much = explanation.clock.calendar === explanation.promise.calendar ? workingTime : lasting;
  const begun = `counted anew from ${momentWords(anew.at, reading)}${why}: ${much(anew.ms)}`;
  return [...days(before), [italic(begun)], ...days(segments)];
}

function dayLine(line: DayLine, reading: Reading): string {
  const { first, last, shows, days, freeDays, hours } = line;
  const when =
    first === last ? dayWords(first, reading) : `${dayWords(first, reading)} – ${dayWords(last, reading)}`;
  if (shows === 'free') return `${when} · outside hours`;
  if (shows === 'sums') return `${when} · ${sumWords(line)}`;
  const fold = days === 1 ? [] : [`${days} days`];
  const free = freeDays === 0 ? [] : [`${counted(freeDays, 'day')} outside hours between`];
  const change = hours === undefined ? '' : ` (${clockChange(hours)})`;
  return [when, ...fold, ...pieceWords(line.pieces), ...free].join(' · ') + change;
}

function sumWords({ runningMs, pausedMs, holidays }: DayLine): string {
  return [
    ...(runningMs > 0 ? [`${workingTime(runningMs)} running`] : []),
    ...(pausedMs > 0 ? [`${workingTime(pausedMs)} paused`] : []),
    ...(holidays > 0 ? [counted(holidays, 'holiday')] : []),
  ].join(', ');
}

const mostPieces = 8;

function pieceWords(pieces: readonly DayPiece[]): readonly string[] {
  if (pieces.length <= mostPieces) return pieces.map(pieceOf);
  const between = pieces.length - mostPieces + 1;
  return [
    ...pieces.slice(0, mostPieces / 2).map(pieceOf),
    `${between} more changes`,
    ...pieces.slice(mostPieces / 2 + between).map(pieceOf),
  ];
}

function pieceOf({ from, to, what, because, holiday }: DayPiece): string {
  const isAllDay = from === '00:00' && to === '24:00';
  const words = {
    running: 'running',
    paused: `paused, ${because === undefined ? '' : pauseWords[because]}`,
    outside: 'outside hours',
    holiday: holiday === undefined || holiday === 'holiday' ? 'holiday' : `holiday (${holiday})`,
  }[what];
  if (!isAllDay) return `${from}–${to} ${words}`;
  return what === 'holiday' ? words : `all day ${words}`;
}

function clockChange(hours: number): string {
  return `clocks went ${hours > 24 ? 'back' : 'forward'}: this day has ${hours} hours`;
}

function dayWords(day: string, { timezone, now }: Reading): string {
  const isThisYear = day.slice(0, 4) === localText(now, timezone, 'yyyy');
  return localText(`${day}T12:00:00.000Z`, 'UTC', isThisYear ? 'EEE d MMM' : 'EEE d MMM yyyy');
}
