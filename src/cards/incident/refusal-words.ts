import type { IncidentRefusalCode } from '../../domain/incident/decision.ts';

/** Why the desk says no, in plain words for whoever asked. */
export const incidentRefusalWords: Readonly<Record<IncidentRefusalCode, string>> = {
  not_allowed: 'Your part in this incident does not include that. Ask its commander or a manager.',
  ended: 'This incident is over. Reopen it first if it is back.',
  still_under_way: 'That comes after it is resolved and its customers know.',
  nothing_to_do: 'There is nothing left to do about that. Look at the room’s card.',
  empty: 'Write a few words, so that the log and the others know.',
  not_offered: 'Nobody has asked you to, or somebody else is asked meanwhile.',
  somebody_has_it: 'Somebody has this part already. They can hand it over.',
  customers_were_told: 'Customers were told of it. Send them a correction first.',
  too_old: 'That was more than a week ago. Open a new incident and name this one in it.',
  same_incident: 'That is the same incident.',
  wider_audience:
    'More people would see it than may. Incidents of different visibility, or a drill, stay apart.',
  not_delivered: 'Customers do not have the final update yet.',
  review_open: 'The review is not finished yet.',
  actions_open: 'Some actions are neither accepted nor declined yet.',
};
