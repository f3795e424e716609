import { isBookkeeping } from '../../../domain/incident/log/bookkeeping.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import { type Instant, millisecondsBetween, minute } from '../../../domain/time.ts';
import type { Line } from '../../card.ts';
import { eventWords } from './event-words.ts';

/** A line of the timeline. Of its own, `words` is what somebody did: read it behind the name of `who`. */
export type TimelineLine = {
  /** Its place in the log, from 1: what sentences of the review point to. */
  readonly number: number;
  readonly at: Instant;
  /** When it was written down, if that was later. */
  readonly writtenDown?: Instant;
  /** A person's id, or `desk`. */
  readonly who: string;
  readonly source: LogEntry['event']['source'];
  readonly words: Line;
  /** Only of use to whoever looks after the desk: left out of the short view. */
  readonly isQuiet: boolean;
};

/** Written down so much later is told as such. */
const laterMs = minute;

/** The whole log in words, in the order in which it was written down. */
export function timelineOf(
  log: readonly LogEntry[],
  { timezone }: { readonly timezone: string },
): readonly TimelineLine[] {
  return log.map(({ event, recordedAt }, index) => ({
    number: index + 1,
    at: event.at,
    ...(millisecondsBetween(event.at, recordedAt) > laterMs ? { writtenDown: recordedAt } : {}),
    who: event.by,
    source: event.source,
    words: eventWords(event, timezone),
    isQuiet: isBookkeeping(event),
  }));
}

/** Where each kind of entry comes from. */
export const sourceWords: Readonly<Record<LogEntry['event']['source'], string>> = {
  command: 'command',
  button: 'button',
  form: 'form',
  chat: 'chat',
  desk: 'the desk',
};
