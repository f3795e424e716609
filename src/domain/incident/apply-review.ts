import type { ChangesOf } from './change.ts';
import { type Incident, PreventionAction } from './incident.ts';

/** What is learned after it is over, and what is done so that it does not come back. */
export const changesOfReview: ChangesOf<
  | 'review_started'
  | 'review_written'
  | 'review_meeting_set'
  | 'reviewed'
  | 'action_proposed'
  | 'action_changed'
  | 'action_moved'
  | 'recurrence_checked'
> = {
  review_started: (incident, { owner }) => ({
    ...incident,
    lifecycle: 'in_review',
    review: { owner, state: 'draft', sections: {} },
  }),
  review_written: (incident, { section, text }) =>
    withReview(incident, (review) => ({
      ...review,
      state: 'in_review',
      sections: { ...review.sections, [section]: text },
    })),
  review_meeting_set: (incident, { meetingAt }) =>
    withReview(incident, (review) => ({ ...review, meetingAt })),
  reviewed: (incident) => withReview(incident, (review) => ({ ...review, state: 'reviewed' })),
  action_proposed: (incident, { action, by, at }) => ({
    ...incident,
    actions: [...incident.actions, { ...action, state: 'proposed', by, at }],
  }),
  action_changed: (incident, { action, change }) => ({
    ...incident,
    actions: incident.actions.map((known) =>
      known.action === action ? PreventionAction.parse({ ...known, ...change }) : known,
    ),
  }),
  action_moved: (incident, { action, to, reason }) => ({
    ...incident,
    actions: incident.actions.map((known) =>
      known.action === action ? { ...known, state: to, ...(reason === undefined ? {} : { reason }) } : known,
    ),
  }),
  recurrence_checked: (incident) => incident,
};

function withReview(
  incident: Incident,
  change: (review: NonNullable<Incident['review']>) => NonNullable<Incident['review']>,
): Incident {
  return incident.review ? { ...incident, review: change(incident.review) } : incident;
}
