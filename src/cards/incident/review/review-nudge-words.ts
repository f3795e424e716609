import { isOpenAction } from '../../../domain/incident/review/prevention.ts';
import type { Button } from '../../card.ts';
import { plain } from '../../text.ts';
import type { NudgeWording } from '../cadence/nudge-words.ts';
import { said } from '../timeline/quoted.ts';
import { actionName } from './review-words.ts';

/** Reminders of the review and of the prevention plan, said in working hours. */
export const reviewNudgeWords: Readonly<Record<'review' | 'action', NudgeWording>> = {
  review: (incident, { detail, person }) => {
    const { id, review, lifecycle } = incident;
    if (lifecycle !== 'resolved' && lifecycle !== 'in_review') return undefined;
    const isOwner = (review?.owner ?? incident.resolved?.reviewOwner) === person;
    const words = reviewWords(detail, isOwner);
    const isMoot =
      detail === 'close'
        ? false
        : review?.state === 'reviewed' || (detail === 'meeting' && review?.meetingAt !== undefined);
    if (words === undefined || isMoot) return undefined;
    const open: Button = { action: 'review_open', subject: id, label: 'Open the review', style: 'primary' };
    return { lines: [plain(words)], buttons: [open] };
  },
  action: (incident, { detail }) => {
    const [name, what] = detail.split(':');
    const action = incident.actions.find((known) => known.action === name);
    if (!action || !(what === 'check' ? action.state === 'done' : isOpenAction(action))) return undefined;
    const { id, visibility } = incident;
    // The words of a restricted plan stay in its room.
    const title = visibility === 'restricted' ? '' : ` “${said(action.title, 150)}”`;
    const named = `${actionName(action.action)}${title}`;
    const due = `due ${action.dueOn ?? 'without a date'}`;
    const words = {
      soon: `Of its prevention plan, ${named} is ${due}.`,
      due: `Of its prevention plan, ${named} is due today (${action.dueOn ?? ''}).`,
      late: `Of its prevention plan, ${named} was ${due} and is not done. Its owner and the managers read this.`,
      check: `Of its prevention plan, ${named} is done, says its owner. You check it.`,
    }[what ?? ''];
    if (words === undefined) return undefined;
    return {
      lines: [plain(words)],
      buttons: [{ action: 'action_list', subject: id, label: 'Prevention plan', style: 'primary' }],
    };
  },
};

function reviewWords(detail: string, isOwner: boolean): string | undefined {
  switch (detail) {
    case 'first':
      return 'You review it. The desk has drafted the retrospective; write what only people know, such as what led to it.';
    case 'second':
    case 'third':
      return 'Nobody has written anything into its review yet. A few lines are enough to begin.';
    case 'managers':
      return isOwner
        ? 'Nobody has written anything into its review yet. The managers are told now too.'
        : 'Nobody has written anything into its review yet, though its owner was reminded three times.';
    case 'meeting':
      return 'There is no date yet for the meeting about its review.';
    case 'finish':
      return 'The meeting about it is over. Is the review finished? Then mark it as reviewed.';
    case 'close':
      return 'Its review is finished. Accept or decline the actions that are left, then close the incident.';
    default:
      return undefined;
  }
}
