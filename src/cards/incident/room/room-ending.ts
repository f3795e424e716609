import type { Incident } from '../../../domain/incident/incident.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import type { Block, Line } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, joined, plain } from '../../text.ts';
import { quoted } from '../timeline/quoted.ts';
import type { RoomView } from './room-view.ts';

/** How it ended, how long it took, and what is still owed; nothing while it goes on. */
export function endingLines(incident: Incident, { timezone }: RoomView): readonly Block[] {
  const { cancelled, merged, resolved, declared } = incident;
  const end = cancelled ?? merged ?? resolved;
  if (!end) return [];
  const what: Line = cancelled
    ? [bold('Called off'), { text: ': ' }, quoted(cancelled.reason, 400)]
    : merged
      ? [bold(`Merged into ${merged.into}`), { text: '; its customers hear from there' }]
      : [bold('Resolved'), { text: ': ' }, quoted(resolved?.text ?? '', 600)];
  const how = joined([
    [{ text: 'by ' }, actor(end.by), { text: ' ' }, moment(end.at, timezone)],
    plain(`after ${lasting(Math.max(0, millisecondsBetween(declared.at, end.at)))}`),
    ...(resolved ? [plain(`data lost: ${resolved.dataLoss}`)] : []),
  ]);
  return [{ type: 'text', lines: [what, how, ...reviewLines(incident, timezone)] }];
}

const reviewStates = { draft: 'not written yet', in_review: 'being written', reviewed: 'done' } as const;

function reviewLines({ resolved, review, closedAt, actions }: Incident, timezone: string): readonly Line[] {
  if (!resolved) return [];
  const open = actions.filter(({ state }) => state === 'proposed').length;
  const line = joined([
    [{ text: 'Review by ' }, { person: review?.owner ?? resolved.reviewOwner }],
    plain(review ? reviewStates[review.state] : 'starts when customers know the end'),
    ...(review?.meetingAt === undefined ? [] : [[{ text: 'meeting ' }, moment(review.meetingAt, timezone)]]),
    ...(open > 0 ? [plain(`${open} ${open === 1 ? 'action' : 'actions'} to decide`)] : []),
    ...(closedAt === undefined ? [] : [[{ text: 'closed ' }, moment(closedAt, timezone)]]),
  ]);
  return [line];
}
