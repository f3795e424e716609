import type { Instant } from '../../time.ts';
import type { Agenda, Due, IncidentTimer } from '../agenda.ts';
import { recurrenceDueAt } from './recurrence.ts';
import { fileWantedAt, pageWantedAt } from './retrospective-wanted.ts';
import { actionReminders, reviewReminders, reviewStartsAt, zonesWanted } from './review-reminders.ts';

/** Due: what is owed after it is over. */
export const agendaOfReview: Agenda = (incident, settings) => {
  const due = (
    key: string,
    kind: IncidentTimer,
    moments: readonly (Instant | undefined)[],
  ): readonly Due[] => {
    const dueAt = moments.filter((at) => at !== undefined).sort()[0];
    return dueAt === undefined ? [] : [{ key, kind, dueAt }];
  };
  const isUnknown = zonesWanted(incident, settings).length > 0;
  const times = (reminders: readonly { readonly dueAt: Instant }[]) => reminders.map(({ dueAt }) => dueAt);
  return [
    ...due('zones', 'incident_review', [isUnknown ? incident.changedAt : undefined]),
    ...due('review', 'incident_review', [
      reviewStartsAt(incident),
      ...times(reviewReminders(incident, settings)),
    ]),
    ...due('retrospective', 'incident_review', [fileWantedAt(incident), pageWantedAt(incident)]),
    ...due('actions', 'incident_action', times(actionReminders(incident, settings))),
    ...due('recurrence', 'incident_recurrence', [recurrenceDueAt(incident, settings)]),
  ];
};
