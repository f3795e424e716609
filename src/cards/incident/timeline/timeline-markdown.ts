import type { Incident } from '../../../domain/incident/incident.ts';
import { brokenLine, type LogEntry } from '../../../domain/incident/log/log.ts';
import { actor } from '../../team/actor.ts';
import { lineInMarkdown, type Names, utcText } from './markdown-text.ts';
import { sourceWords, type TimelineLine, timelineOf } from './timeline.ts';

/** `- 2026-11-20 10:00:05 UTC · Ana declared … (#1, button)`: a line for each entry; the desk's bookkeeping is left out. */
export function shortTimelineMarkdown(
  incident: Incident,
  log: readonly LogEntry[],
  names: Names = new Map(),
): string {
  const lines = timelineOf(log, utc).filter(({ isQuiet }) => !isQuiet);
  return written(lines, { incident, log, names });
}

/** The same with every entry there is, for keeping. */
export function timelineMarkdown(
  incident: Incident,
  log: readonly LogEntry[],
  names: Names = new Map(),
): string {
  return written(timelineOf(log, utc), { incident, log, names });
}

const utc = { timezone: 'UTC' };

function written(
  lines: readonly TimelineLine[],
  about: { readonly incident: Incident; readonly log: readonly LogEntry[]; readonly names: Names },
): string {
  const { incident, log, names } = about;
  const broken = brokenLine(log, incident.log);
  const left = log.length - lines.length;
  const quiet = left > 0 ? ` ${left} of them are the desk’s own bookkeeping and not shown.` : '';
  const seal =
    broken === undefined
      ? `The log is whole: ${log.length} entries, seal ${incident.log.seal.slice(0, 12)}.${quiet}`
      : `**The log is not as it was written**, from entry ${broken} on.`;
  return [...lines.map((line) => timelineLineMarkdown(line, names)), '', seal].join('\n');
}

function timelineLineMarkdown(line: TimelineLine, names: Names): string {
  const at = `${line.at.slice(0, 10)} ${line.at.slice(11, 19)} UTC`;
  const later = line.writtenDown === undefined ? '' : `, written down later, ${utcText(line.writtenDown)}`;
  const words = lineInMarkdown([actor(line.who), { text: ' ' }, ...line.words], names);
  return `- ${at} · ${words} (#${line.number}, ${sourceWords[line.source]}${later})`;
}
