import type { IncidentRefusalCode } from '../../domain/incident/decision.ts';

/** Why the desk says no, in plain words for whoever asked. */
export const incidentRefusalWords: Readonly<Record<IncidentRefusalCode, string>> = {
  not_allowed: 'Your part in this incident does not include that. Ask its commander or a manager.',
  ended: 'This incident is over. Reopen it first if it is back.',
  still_under_way: 'That comes after it is resolved and its customers know.',
  nothing_to_do: 'There is nothing left to do about that. Look at the room’s card.',
  snoozed_enough: 'This reminder was put off twice already. Draft the update, or ask somebody to.',
  past_promise: 'Customers were told a time, and that would be later.',
  not_due_then: 'The reminder comes later than that anyway.',
  empty: 'Write a few words, so that the log and the others know.',
  not_offered: 'Nobody has asked you to, or somebody else is asked meanwhile.',
  somebody_has_it: 'Somebody has this part already. They can hand it over.',
  other_part: 'You have another part in this incident. Confirm that you take this one as well.',
  not_of_the_team: 'Only somebody of the support team can have a part in it.',
  customers_were_told: 'Customers were told of it. Send them a correction first.',
  too_old: 'That was more than a week ago. Open a new incident and name this one in it.',
  no_such_task: 'There is no task with that number. The room’s card has them.',
  same_incident: 'That is the same incident.',
  wider_audience:
    'More people would see it than may. Incidents of different visibility, or a drill, stay apart.',
  not_delivered: 'Customers do not have the final update yet.',
  review_open: 'The review is not finished yet.',
  action_incomplete:
    'It needs a title that says what is to be done, an owner, a due date, and how we know that it is done.',
  own_work: 'Somebody else than its owner checks it.',
  no_evidence: 'Write what shows that it is done, such as a link.',
  past_date: 'That day has passed. Choose a later one.',
  actions_open: 'Some actions are neither accepted nor declined yet.',
  facts_changed: 'The facts have changed since it was written. Look at the newest draft in the room.',
  not_resolved: 'It is not resolved yet, so customers cannot be told that it is over.',
};
