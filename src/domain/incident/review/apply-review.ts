import type { ChangesOf } from '../change.ts';
import type { Incident } from '../incident.ts';
import { PreventionAction } from './prevention-action.ts';

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
  | 'zones_known'
  | 'retrospective_asked'
  | 'retrospective_filed'
> = {
  review_started: (incident, { owner, at }) => ({
    ...incident,
    // A false alarm stays one, whatever is learned from it.
    lifecycle: incident.lifecycle === 'cancelled' ? 'cancelled' : 'in_review',
    review: { owner, state: 'draft', sections: {}, startedAt: at, changedAt: at },
  }),
  review_written: (incident, { section, text, at }) =>
    withReview(incident, (review) => ({
      ...review,
      state: 'in_review',
      sections: { ...review.sections, [section]: text },
      changedAt: at,
    })),
  review_meeting_set: (incident, { meetingAt, at }) =>
    withReview(incident, (review) => ({ ...review, meetingAt, changedAt: at })),
  reviewed: (incident, { at }) =>
    withReview(incident, (review) => ({ ...review, state: 'reviewed', reviewedAt: at, changedAt: at })),
  action_proposed: (incident, { action, by, at }) =>
    touched(
      { ...incident, actions: [...incident.actions, { ...action, state: 'proposed', by, at, movedAt: at }] },
      at,
    ),
  action_changed: (incident, { action, change, at }) =>
    touched(
      withAction(incident, action, (known) => PreventionAction.parse({ ...known, ...change })),
      at,
    ),
  action_moved: (incident, { action, to, reason, at }) =>
    touched(
      withAction(incident, action, (known) => ({
        ...known,
        state: to,
        movedAt: at,
        ...(reason === undefined ? {} : to === 'done' ? { evidence: reason } : { reason }),
      })),
      at,
    ),
  recurrence_checked: (incident, { found, at }) => touched({ ...incident, recurrence: { at, found } }, at),
  zones_known: (incident, { zones }) => ({ ...incident, zones: { ...incident.zones, ...zones } }),
  retrospective_asked: (incident, { at }) =>
    withReview(incident, (review) => ({ ...review, fileAskedAt: at })),
  retrospective_filed: (incident, { as, of }) =>
    withReview(incident, (review) => ({ ...review, [as === 'file' ? 'fileOf' : 'pageOf']: of })),
};

function withReview(
  incident: Incident,
  change: (review: NonNullable<Incident['review']>) => NonNullable<Incident['review']>,
): Incident {
  return incident.review ? { ...incident, review: change(incident.review) } : incident;
}

/** What the retrospective says has changed. */
function touched(incident: Incident, at: string): Incident {
  return withReview(incident, (review) => ({ ...review, changedAt: at }));
}

function withAction(
  incident: Incident,
  action: string,
  change: (action: PreventionAction) => PreventionAction,
): Incident {
  return {
    ...incident,
    actions: incident.actions.map((known) => (known.action === action ? change(known) : known)),
  };
}
