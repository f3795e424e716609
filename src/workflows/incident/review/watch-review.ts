import type { Desk } from '../../../desk.ts';
import { type IncidentDecision, nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { startReview } from '../../../domain/incident/review/review.ts';
import {
  reviewReminders,
  reviewStartsAt,
  zonesWanted,
} from '../../../domain/incident/review/review-reminders.ts';
import type { Claims } from '../../../store-port.ts';
import { zoneOf } from '../../zone-of.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';
import { fileRetrospective } from './file-retrospective.ts';
import { nudgedOf } from './watch-actions.ts';

/** Something of the review is owed. */
export async function watchReview(desk: Desk, claim: Claims['timers']): Promise<void> {
  if (claim.timer.key === 'retrospective') return fileRetrospective(desk, claim);
  const { id, timer } = claim;
  const decide =
    timer.key === 'zones'
      ? await zonesLearned(desk, await loadIncident(desk, id))
      : (incident: Incident) => reviewOwed(desk, incident);
  await changeIncident(desk, id, decide, { fired: timer });
}

/** The review begins, and whoever owes something to it is reminded. */
function reviewOwed(desk: Desk, incident: Incident): IncidentDecision {
  const asked = incidentAskedByDesk(desk);
  const startsAt = reviewStartsAt(incident);
  const started =
    startsAt === undefined || startsAt > asked.at ? nothingFollows : startReview(incident, asked);
  if ('refused' in started) return started;
  const reminders = reviewReminders(incident, desk.settings.incidents);
  return { events: [...started.events, ...nudgedOf(reminders, asked)] };
}

async function zonesLearned(desk: Desk, incident: Incident | undefined): Promise<() => IncidentDecision> {
  const people = incident ? zonesWanted(incident, desk.settings.incidents) : [];
  const zones: Record<string, string> = {};
  for (const person of people) zones[person] = await zoneOf(desk, person);
  return () =>
    people.length === 0
      ? nothingFollows
      : { events: [{ type: 'zones_known', zones, ...stampOf(incidentAskedByDesk(desk)) }] };
}
