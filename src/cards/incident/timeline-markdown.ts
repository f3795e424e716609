import type { Incident } from '../../domain/incident/incident.ts';
import { brokenLine, type LogEntry } from '../../domain/incident/log.ts';
import { actor } from '../team/actor.ts';
import { lineInMarkdown, type Names, utcText } from './markdown-text.ts';
import { sourceWords, type TimelineLine, timelineOf } from './timeline.ts';

/** `1. 2026-11-20 10:00:05 UTC · Ana declared it … (#1, button)`, one line for each entry of the log. */
export function timelineMarkdown(
  incident: Incident,
  log: readonly LogEntry[],
  names: Names = new Map(),
): string {
  const broken = brokenLine(log, incident.log);
  const lines = timelineOf(log, { timezone: 'UTC' }).map((line) => timelineLineMarkdown(line, names));
  const seal =
    broken === undefined
      ? `The log is whole: ${log.length} entries, seal ${incident.log.seal.slice(0, 12)}.`
      : `**The log is not as it was written**, from entry ${broken} on.`;
  return [...lines, '', seal].join('\n');
}

function timelineLineMarkdown(line: TimelineLine, names: Names): string {
  const at = `${line.at.slice(0, 10)} ${line.at.slice(11, 19)} UTC`;
  const later = line.writtenDown === undefined ? '' : `, written down later, ${utcText(line.writtenDown)}`;
  const words = lineInMarkdown([actor(line.who), { text: ' ' }, ...line.words], names);
  return `- ${at} · ${words} (#${line.number}, ${sourceWords[line.source]}${later})`;
}
