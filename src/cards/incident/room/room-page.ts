import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import { isNeeded } from '../../../domain/incident/roles/candidates.ts';
import { leadRoles } from '../../../domain/incident/words.ts';
import { actor } from '../../team/actor.ts';
import { shortened } from '../../text.ts';
import { customerStatusWords, incidentName, lifecycleWords, roleWords } from '../incident-words.ts';
import { inMarkdown, lineInMarkdown, type Names, utcText } from '../timeline/markdown-text.ts';
import { shortTimelineMarkdown, timelineMarkdown } from '../timeline/timeline-markdown.ts';

/** A page: its title, and what stands on it as Markdown. */
export type Page = { readonly title: string; readonly markdown: string };

/** The room's own page: what is known, who leads, whose tickets, and what happened. Times are in UTC. */
export function roomPage(incident: Incident, log: readonly LogEntry[], names: Names = new Map()): Page {
  return pageWith(incident, shortTimelineMarkdown(incident, log, names), names);
}

/** The same as a file to keep, with every entry of the log. */
export function timelineFile(incident: Incident, log: readonly LogEntry[], names: Names = new Map()): Page {
  return pageWith(incident, timelineMarkdown(incident, log, names), names);
}

function pageWith(incident: Incident, timeline: string, names: Names): Page {
  const { id, mode, visibility } = incident;
  // The title is shown in search and in lists, to more people than the page.
  const title =
    visibility === 'restricted'
      ? incidentName(incident)
      : `${incidentName(incident)} ${shortened(incident.title, 120)}`;
  const parts = [
    ...(mode === 'drill' ? ['**This is a drill. Nothing here happened to a customer.**', ''] : []),
    `# ${id} · ${inMarkdown(incident.title)}`,
    '',
    ...facts(incident, names),
    '',
    '## Who does what',
    '',
    ...roles(incident, names),
    '',
    '## Tickets',
    '',
    ...tickets(incident),
    '',
    '## Open tasks',
    '',
    ...tasks(incident, names),
    '',
    '## Timeline',
    '',
    timeline,
  ];
  return { title, markdown: parts.join('\n') };
}

function facts(incident: Incident, names: Names): readonly string[] {
  const { impact, cadence, declared, resolved, severity, lifecycle, customerStatus } = incident;
  return [
    `- **Where it stands:** ${severity}, ${lifecycleWords[lifecycle]}; for customers: ${customerStatusWords[customerStatus]}`,
    `- **Impact:** ${impact ? inMarkdown(impact.what) : 'nobody has said yet what is broken for whom'}`,
    ...(impact?.since === undefined ? [] : [`- **Since:** ${utcText(impact.since)}`]),
    ...(impact?.notAffected === undefined ? [] : [`- **Not affected:** ${inMarkdown(impact.notAffected)}`]),
    `- **Declared:** ${utcText(declared.at)} by ${lineInMarkdown([actor(declared.by)], names)}`,
    ...(cadence && !resolved ? [`- **Next customer update due:** ${utcText(cadence.dueAt)}`] : []),
    ...(resolved ? [`- **Resolved:** ${utcText(resolved.at)}: ${inMarkdown(resolved.text)}`] : []),
  ];
}

function roles(incident: Incident, names: Names): readonly string[] {
  const lead = leadRoles.flatMap((role) => {
    const person = holderOf(incident, role);
    const acting = incident.roles[role].acting ? ' (acting)' : '';
    if (person !== undefined)
      return [`- ${roleWords[role]}: ${lineInMarkdown([{ person }], names)}${acting}`];
    return isNeeded(role) ? [`- ${roleWords[role]}: nobody`] : [];
  });
  return [
    ...lead,
    ...incident.specialists.map(
      ({ area, person }) => `- ${inMarkdown(area)}: ${lineInMarkdown([{ person }], names)}`,
    ),
  ];
}

function tickets({ tickets: attached }: Incident): readonly string[] {
  if (attached.length === 0) return ['None is attached.'];
  return attached.map(({ ticket, accountName, told, failed }) => {
    const who = accountName === undefined ? '' : ` ${inMarkdown(accountName)}`;
    const state = failed
      ? `could not be told: ${inMarkdown(failed.reason)}`
      : told
        ? `told ${utcText(told.at)}`
        : 'not told yet';
    return `- ${inMarkdown(ticket)}${who}: ${state}`;
  });
}

function tasks(incident: Incident, names: Names): readonly string[] {
  const open = incident.tasks.filter(({ done }) => !done);
  if (open.length === 0) return ['None.'];
  return open.map(({ task, text, owner }) => {
    const who = owner === undefined ? '' : `, ${lineInMarkdown([{ person: owner }], names)}`;
    return `- ${inMarkdown(task)} ${inMarkdown(text)}${who}`;
  });
}
