import type { LogEntry } from '../../../domain/incident/log/log.ts';
import type { Line } from '../../card.ts';
import { counted, plain } from '../../text.ts';
import { updateName } from '../incident-words.ts';
import { type TimelineLine, timelineOf } from './timeline.ts';

/** What people read at a glance: without the desk's bookkeeping, and an update that reaches many is one line. */
export function shortTimeline(
  log: readonly LogEntry[],
  view: { readonly timezone: string },
): readonly TimelineLine[] {
  const short: { line: TimelineLine; update: string | undefined; count: number }[] = [];
  for (const [index, line] of timelineOf(log, view).entries()) {
    if (line.isQuiet) continue;
    const event = log[index]?.event;
    const update = event?.type === 'update_delivered' ? event.update : undefined;
    const last = short.at(-1);
    if (last && update !== undefined && last.update === update) {
      last.count += 1;
      last.line = { ...line, words: deliveredTo(update, last.count) };
    } else short.push({ line, update, count: 1 });
  }
  return short.map(({ line }) => line);
}

function deliveredTo(update: string, count: number): Line {
  return plain(`delivered ${updateName(update)} to ${counted(count, 'ticket')}`);
}
