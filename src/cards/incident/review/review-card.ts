import type { Incident } from '../../../domain/incident/incident.ts';
import { neededSections, reviewSections } from '../../../domain/incident/review/review-sections.ts';
import type { Instant } from '../../../domain/time.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Button, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { bold, counted, plain } from '../../text.ts';
import { incidentName } from '../incident-words.ts';
import { sectionWords } from './review-words.ts';

type CardView = { readonly timezone: string; readonly now: Instant };

/** Where the review stands, what is missing, and what can be done about it. */
export function reviewCard(incident: Incident, { timezone }: CardView): TeamCard {
  const { review } = incident;
  const summary = `Review of ${incidentName(incident)}: ${stateOf(incident)}`;
  const missing = missingOf(incident);
  return {
    audience: 'team',
    summary,
    blocks: [
      { type: 'heading', text: summary },
      {
        type: 'facts',
        items: [
          { label: 'Owner', value: review ? [{ person: review.owner }] : plain('nobody yet') },
          {
            label: 'Meeting',
            value:
              review?.meetingAt === undefined ? plain('no date yet') : [moment(review.meetingAt, timezone)],
          },
          { label: 'Prevention plan', value: planWords(incident) },
        ],
      },
      ...(missing.length > 0 ? [list('Still missing', missing)] : []),
      ...buttons(incident),
    ],
  };
}

function stateOf({ review, lifecycle }: Incident): string {
  if (lifecycle === 'closed') return 'closed';
  if (review?.state === 'reviewed') return 'reviewed';
  return review?.state === 'in_review' ? 'being written' : 'begins';
}

/** What a good review has and this one has not. */
function missingOf(incident: Incident): readonly string[] {
  const { review, actions, lifecycle } = incident;
  if (!review || lifecycle === 'closed') return [];
  const undecided = actions.filter(({ state }) => state === 'proposed').length;
  return [
    ...(review.state === 'reviewed'
      ? []
      : neededSections
          .filter((section) => review.sections[section] === undefined)
          .map((section) => `${sectionWords[section].title}: ${sectionWords[section].ask}`)),
    ...(review.meetingAt === undefined && review.state !== 'reviewed' ? ['A date for the meeting'] : []),
    ...(actions.length === 0 && review.state !== 'reviewed'
      ? ['What we do so that it does not come back']
      : []),
    ...(undecided > 0 ? [`${counted(undecided, 'action')} to accept or decline`] : []),
  ];
}

function planWords({ actions }: Incident): Line {
  if (actions.length === 0) return plain('empty');
  const open = actions.filter(({ state }) => state === 'accepted' || state === 'in_progress').length;
  return plain(`${counted(actions.length, 'action')}, ${open} to do`);
}

function list(title: string, items: readonly string[]): Block {
  return { type: 'text', lines: [[bold(title)], ...items.map((item) => plain(`• ${item}`))] };
}

function buttons(incident: Incident): readonly Block[] {
  const { id: subject, review, lifecycle } = incident;
  if (!review) return [];
  const plan: Button = { action: 'action_list', subject, label: 'Prevention plan' };
  const file: Button = { action: 'review_file', subject, label: 'Get the file' };
  if (lifecycle === 'closed') return [{ type: 'actions', items: [plan] }];
  const isReviewed = review.state === 'reviewed';
  const isDecided = incident.actions.every(({ state }) => state !== 'proposed');
  return [
    {
      type: 'actions',
      items: [
        {
          action: 'review_write',
          subject,
          label: 'Write a section',
          options: reviewSections.map((section) => ({ value: section, label: sectionWords[section].title })),
        },
        {
          action: 'review_meeting',
          subject,
          label: review.meetingAt === undefined ? 'Set the meeting' : 'Move the meeting',
        },
        plan,
        file,
        ...(isReviewed
          ? []
          : [{ action: 'review_done', subject, label: 'Mark as reviewed', style: 'primary' } as const]),
        ...(isReviewed && isDecided && lifecycle === 'in_review'
          ? [{ action: 'review_close', subject, label: 'Close the incident', style: 'primary' } as const]
          : []),
      ],
    },
  ];
}
