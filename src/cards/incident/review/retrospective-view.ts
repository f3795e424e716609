import type { IncidentEvent, IncidentEventType } from '../../../domain/incident/event.ts';
import type { IncidentFigures } from '../../../domain/incident/figures/figures.ts';
import type { Owed } from '../../../domain/incident/figures/punctuality.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import type { Instant } from '../../../domain/time.ts';
import { inMarkdown } from '../timeline/markdown-text.ts';
import type { RetrospectiveFacts } from './retrospective.ts';

/** What every part of a retrospective is made from. `end`: the last moment of the log. */
export type ReviewView = {
  readonly incident: Incident;
  readonly log: readonly LogEntry[];
  readonly facts: RetrospectiveFacts;
  readonly figures: IncidentFigures;
  /** What was owed to customers, and what became of it. */
  readonly owed: Owed;
  readonly end: Instant;
};

/** More lines than this are not named one by one. */
const mostNamed = 12;

/** `[#3, #4]`: lines of the log, from 1; nothing where there is none. */
export function refs(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const sorted = [...new Set(lines)].sort((one, other) => one - other);
  const shown = sorted.slice(0, mostNamed).map((line) => `#${line}`);
  const last = sorted.at(-1);
  if (sorted.length > mostNamed) shown.push(`… #${last}`);
  return `[${shown.join(', ')}]`;
}

/** The lines of these kinds. */
export function linesOf({ log }: Pick<ReviewView, 'log'>, ...types: readonly IncidentEventType[]): number[] {
  return log.flatMap(({ event }, index) => (types.includes(event.type) ? [index + 1] : []));
}

/** The lines about one update or one action, by its id. */
export function linesAbout({ log }: Pick<ReviewView, 'log'>, id: string): readonly number[] {
  return log.flatMap(({ event }, index) => (subjectOf(event) === id ? [index + 1] : []));
}

function subjectOf(event: IncidentEvent): string | undefined {
  if ('update' in event) return typeof event.update === 'string' ? event.update : event.update.update;
  if (!('action' in event)) return undefined;
  return typeof event.action === 'string' ? event.action : event.action.action;
}

/** The lines of these kinds, as `[#3, #4]`. */
export function refTo(view: Pick<ReviewView, 'log'>, ...types: readonly IncidentEventType[]): string {
  return refs(linesOf(view, ...types));
}

/** A person by name, else by id; `the desk` for what it did itself. */
export function nameOf({ facts }: ReviewView, person: string): string {
  return person === 'desk' ? 'the desk' : inMarkdown(facts.names.get(person) ?? person);
}

/** What somebody wrote in several lines: data, whatever marks are in it. */
export function wordsOfPeople(text: string): readonly string[] {
  return text
    .split('\n')
    .map(inMarkdown)
    .filter((line) => line !== '')
    .flatMap((line) => [line, '']);
}
