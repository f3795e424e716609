import { endOfLog, incidentFigures } from '../../../domain/incident/figures/incident-figures.ts';
import { owedUpdates } from '../../../domain/incident/figures/punctuality.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import type { Alike } from '../../../domain/incident/review/recurrence.ts';
import type { ReviewSection } from '../../../domain/incident/review/review-sections.ts';
import type { Instant } from '../../../domain/time.ts';
import { counted } from '../../text.ts';
import { customerStatusWords } from '../incident-words.ts';
import { inMarkdown, type Names, utcText } from '../timeline/markdown-text.ts';
import { timelineMarkdown } from '../timeline/timeline-markdown.ts';
import { tellingPart } from './retrospective-customers.ts';
import { impactPart } from './retrospective-impact.ts';
import { planPart } from './retrospective-plan.ts';
import { detectionPart, responsePart } from './retrospective-response.ts';
import { type ReviewView, refTo, wordsOfPeople } from './retrospective-view.ts';
import { sectionWords } from './review-words.ts';

/** What the log does not have: names, what customers wrote meanwhile, and earlier incidents like it. */
export type RetrospectiveFacts = {
  readonly names: Names;
  readonly replies: readonly { readonly ticket: string; readonly at: Instant }[];
  readonly earlier: readonly Alike[];
};

/**
 * The retrospective as Markdown, from the log alone: every sentence of the desk names the lines it rests on, `[#12]`. What
 * people wrote stands in its place, as data. Pure: the same log, the same text.
 */
export function retrospectiveMarkdown(
  incident: Incident,
  log: readonly LogEntry[],
  facts: RetrospectiveFacts,
): string {
  const events = log.map(({ event }) => event);
  const figures = incidentFigures(log);
  const view: ReviewView = {
    incident,
    log,
    facts,
    figures,
    owed: owedUpdates(events),
    end: endOfLog(events),
  };
  const part = (title: string, lines: readonly string[]) => [`## ${title}`, '', ...lines, ''];
  const written = (section: ReviewSection, drafted: readonly string[] = []) =>
    part(sectionWords[section].title, sectionLines(view, section, drafted));
  return [
    ...header(view),
    ...written('summary', summaryDraft(view)),
    ...part('Impact in numbers', impactPart(view)),
    ...written('lead_up'),
    ...written('detection', detectionPart(view)),
    ...part('Response', responsePart(view)),
    ...part('Communication with customers', tellingPart(view)),
    ...part('Timeline', [timelineMarkdown(incident, log, facts.names)]),
    ...written('factors'),
    ...written('mitigation', mitigationDraft(view)),
    ...written('went_well', notesOf(view, /^(well|good)\b\s*[:,-]?\s*/i)),
    ...written('went_badly', notesOf(view, /^(badly|bad)\b\s*[:,-]?\s*/i)),
    ...written('lucky', notesOf(view, /^luck(y|ily)?\b\s*[:,-]?\s*/i)),
    ...part('Recurrence', recurrencePart(view)),
    ...part('Prevention plan', planPart(view)),
    ...written('external', externalDraft(view)),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}

const stateWords = { draft: 'draft', in_review: 'in review', reviewed: 'reviewed' } as const;

function header({ incident, facts }: ReviewView): readonly string[] {
  const { review, mode, lifecycle } = incident;
  const owner = review?.owner;
  const state = lifecycle === 'closed' ? 'closed' : stateWords[review?.state ?? 'draft'];
  return [
    `# ${incident.id}: ${inMarkdown(incident.title)}`,
    '',
    ...(mode === 'drill' ? ['**This was a drill. No customer was told anything.**', ''] : []),
    `- Declared: ${incident.declared.at.slice(0, 10)}`,
    `- Severity: ${incident.severity}`,
    `- Status: ${state}`,
    `- Review by: ${owner === undefined ? 'nobody' : inMarkdown(facts.names.get(owner) ?? owner)}`,
    `- Meeting: ${review?.meetingAt === undefined ? 'no date yet' : utcText(review.meetingAt)}`,
    '- Times are in UTC; numbers in brackets are lines of the timeline. What changes is owed to customers within five minutes.',
    '',
  ];
}

/** What people wrote; until then what the desk drafted, and what is asked of them. */
function sectionLines(
  { incident }: ReviewView,
  section: ReviewSection,
  drafted: readonly string[],
): readonly string[] {
  const text = incident.review?.sections[section];
  if (text !== undefined) return wordsOfPeople(text);
  return [...drafted, ...(drafted.length > 0 ? [''] : []), `*${sectionWords[section].ask}*`];
}

function summaryDraft(view: ReviewView): readonly string[] {
  const { incident, figures, facts } = view;
  const { impact, resolved, cancelled, tickets } = incident;
  const accounts = new Set(tickets.flatMap(({ account }) => (account === undefined ? [] : [account]))).size;
  return [
    `Declared at ${utcText(figures.declaredAt)} as ${incident.severity}, with ${counted(tickets.length, 'ticket')} of ${accounts === 0 ? 'no known account' : counted(accounts, 'known account')} in the end ${refTo(view, 'declared', 'ticket_attached', 'ticket_detached', 'absorbed', 'severity_changed')}.`,
    ...(impact === undefined ? [] : [`Impact: ${sentence(impact.what)} ${refTo(view, 'impact_stated')}`]),
    ...(resolved === undefined
      ? []
      : [
          `Resolved at ${utcText(resolved.at)} by ${inMarkdown(facts.names.get(resolved.by) ?? resolved.by)}: ${sentence(resolved.text)} Data lost: ${lossWords[resolved.dataLoss]} ${refTo(view, 'resolved')}.`,
        ]),
    ...(cancelled === undefined
      ? []
      : [`Called off: ${sentence(cancelled.reason)} ${refTo(view, 'cancelled')}`]),
  ];
}

const lossWords = { yes: 'yes', no: 'no', unknown: 'not known yet' } as const;

/** Words of a person that end as a sentence does. */
function sentence(text: string): string {
  const words = inMarkdown(text.trim());
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

function mitigationDraft(view: ReviewView): readonly string[] {
  return view.log.flatMap(({ event }, index) => {
    if (event.type === 'status_changed')
      return [
        `- ${utcText(event.at)}: ${customerStatusWords[event.to]}. ${inMarkdown(event.text)} [#${index + 1}]`,
      ];
    if (event.type === 'resolved')
      return [`- ${utcText(event.at)}: resolved. ${inMarkdown(event.text)} [#${index + 1}]`];
    return event.type === 'reopened'
      ? [`- ${utcText(event.at)}: it was back. ${inMarkdown(event.reason)} [#${index + 1}]`]
      : [];
  });
}

/** Notes that begin with a word such as “lucky:”. */
function notesOf({ log }: ReviewView, tag: RegExp): readonly string[] {
  return log.flatMap(({ event }, index) =>
    event.type === 'noted' && tag.test(event.text)
      ? [`- ${inMarkdown(event.text.replace(tag, ''))} [#${index + 1}]`]
      : [],
  );
}

function recurrencePart(view: ReviewView): readonly string[] {
  const { incident, facts } = view;
  const { recurrence } = incident;
  const earlier = facts.earlier.map(
    ({ id, declaredAt, because }) => `- ${id}, declared at ${utcText(declaredAt)}: ${inMarkdown(because)}`,
  );
  return [
    ...(earlier.length > 0
      ? ['Earlier incidents that may be the same:', '', ...earlier]
      : ['No earlier incident is like this one.']),
    ...(recurrence === undefined
      ? []
      : [
          '',
          recurrence.found.length === 0
            ? `It had not come back by ${utcText(recurrence.at)} ${refTo(view, 'recurrence_checked')}.`
            : `Tickets like it since then: ${recurrence.found.map(inMarkdown).join(', ')} ${refTo(view, 'recurrence_checked')}.`,
        ]),
  ];
}

/** For customers, after somebody has read it: nothing of it is sent by the desk. */
function externalDraft(view: ReviewView): readonly string[] {
  const { incident, figures } = view;
  const { impact, resolved } = incident;
  if (!resolved || incident.visibility === 'restricted') return [];
  const since = figures.impactSince ?? figures.declaredAt;
  return [
    `What happened: ${inMarkdown(impact?.what ?? incident.title)}, from ${utcText(since)} to ${utcText(resolved.at)} ${refTo(view, 'declared', 'impact_stated', 'resolved')}.`,
    ...(resolved.dataLoss === 'no' ? [`No data was lost ${refTo(view, 'resolved')}.`] : []),
    'What we do so that it does not come back: the accepted actions of the plan above, in words for customers.',
  ];
}
