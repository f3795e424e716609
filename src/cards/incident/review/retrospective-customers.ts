import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import { type Instant, millisecondsBetween } from '../../../domain/time.ts';
import { counted } from '../../text.ts';
import { updateKindWords, updateName } from '../incident-words.ts';
import { inMarkdown, utcText } from '../timeline/markdown-text.ts';
import { linesAbout, nameOf, type ReviewView, refs } from './retrospective-view.ts';
import { toTheSecond } from './to-the-second.ts';

/** Each update that was sent: when, how late, whom it reached, and what customers wrote until the next one. */
export function tellingPart(view: ReviewView): readonly string[] {
  const { incident } = view;
  const { owed } = view.owed;
  const sent = incident.updates.filter(({ approved }) => approved !== undefined);
  const missed = owed
    .filter(({ toldAt }) => toldAt === undefined)
    .map(
      ({ dueAt, because, lateUntil = dueAt, line }) =>
        `- **Missed**: an update${because === 'change' ? ' about a change' : ''} was due at ${utcText(dueAt)}, and nobody was told for ${toTheSecond(millisecondsBetween(dueAt, lateUntil))} until something else was due [#${line}]`,
    );
  if (sent.length + missed.length === 0) return ['No customer was told anything.'];
  return [...sent.flatMap((update, index) => updateLines(view, update, sent[index + 1])), ...missed];
}

function updateLines(
  view: ReviewView,
  update: IncidentUpdate,
  next: IncidentUpdate | undefined,
): readonly string[] {
  const { incident, facts } = view;
  const due = view.owed.owed.find((each) => each.update === update.update);
  const deliveries = Object.values(update.deliveries);
  const reached = heardAt(update);
  const called = deliveries.filter((each) => 'calledBy' in each).length;
  const failed = Object.entries(update.deliveries).flatMap(([ticket, each]) =>
    'failedAt' in each ? [`${ticket}: ${inMarkdown(each.reason)}`] : [],
  );
  const [first] = reached;
  const until = next && heardAt(next)[0];
  const lateness =
    due?.toldAt === undefined
      ? 'not owed at that time'
      : due.lateUntil === undefined
        ? 'in time'
        : `${toTheSecond(millisecondsBetween(due.dueAt, due.toldAt))} late`;
  const replies = facts.replies.filter(
    ({ at }) => first !== undefined && at > first && (until === undefined || at < until),
  ).length;
  const approver = update.approved ? nameOf(view, update.approved.by) : 'nobody';
  const corrects = update.corrects === undefined ? '' : `, puts ${updateName(update.corrects)} right`;
  return [
    `- **${updateName(update.update)}** (${updateKindWords[update.kind]}${corrects}): ${first === undefined ? 'reached nobody' : utcText(first)}, ${lateness}; reached ${reached.length} of ${deliveries.length}${called > 0 ? `, ${called} called` : ''}; approved by ${approver}; customers wrote ${replies === 0 ? 'nothing' : counted(replies, 'message')} until the next ${refs(linesAbout(view, update.update))}`,
    ...failed.map((each) => `  - not reached: ${each}`),
    ...(incident.tickets.length === 0 ? ['  - no ticket was attached'] : []),
  ];
}

/** When it stood in its customers' threads, the first one first. */
function heardAt({ deliveries }: IncidentUpdate): readonly Instant[] {
  return Object.values(deliveries)
    .flatMap((each) => ('id' in each ? [each.at] : []))
    .sort();
}
