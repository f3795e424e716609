import { moment } from '../../moment.ts';
import { plain } from '../../text.ts';
import { actionName } from '../review/review-words.ts';
import type { EventWords } from './event-words.ts';
import { quoted, said } from './quoted.ts';

/** After it is over: what is learned, and what is done so that it does not come back. */
export const reviewEventWords: EventWords<
  | 'review_started'
  | 'review_written'
  | 'review_meeting_set'
  | 'reviewed'
  | 'action_proposed'
  | 'action_changed'
  | 'action_moved'
  | 'recurrence_checked'
  | 'retrospective_asked'
  | 'retrospective_filed'
  | 'zones_known'
> = {
  review_started: ({ owner }) => [{ text: 'opened the review; it belongs to ' }, { person: owner }],
  review_written: ({ section, text }) => [
    { text: `wrote “${said(section.replaceAll('_', ' '), 60)}” of the review: ` },
    quoted(text),
  ],
  review_meeting_set: ({ meetingAt }, timezone) => [
    { text: 'set the review meeting to ' },
    moment(meetingAt, timezone),
  ],
  reviewed: () => plain('finished the review'),
  action_proposed: ({ action: { action, title } }) => [
    { text: `proposed ${actionName(action)}: ` },
    quoted(title),
  ],
  action_changed: ({ action }) => plain(`changed ${actionName(action)}`),
  action_moved: ({ action, to, reason }) => [
    { text: `set ${actionName(action)} to ${to.replace('_', ' ')}` },
    ...(reason === undefined ? [] : [{ text: ': ' }, quoted(reason)]),
  ],
  zones_known: () => plain('looked up in which time zones people work'),
  retrospective_asked: () => plain('asked for the retrospective as a file'),
  retrospective_filed: ({ as, refused }) =>
    plain(
      refused === undefined
        ? `put the retrospective into the room as a ${as}`
        : `could not put the retrospective into the room as a ${as}: ${said(refused)}`,
    ),
  recurrence_checked: ({ found }) =>
    plain(
      found.length === 0
        ? 'looked whether it came back: it did not'
        : `looked whether it came back: ${found.slice(0, 8).join(', ')}`,
    ),
};
