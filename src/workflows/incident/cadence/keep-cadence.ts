import type { Desk } from '../../../desk.ts';
import { noteAbsence } from '../../../domain/incident/cadence/absence.ts';
import { approvalKey } from '../../../domain/incident/cadence/agenda-cadence.ts';
import { nextRung, remind } from '../../../domain/incident/cadence/ladder.ts';
import { approvalNudge } from '../../../domain/incident/cadence/nudging.ts';
import type { IncidentDecision } from '../../../domain/incident/decision.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';
import { momentOf, nudgeIfDue } from './nudge-if-due.ts';

/** An update is owed to customers, or late: people are told of what the time deserves now, and of nothing before it. */
export async function keepCadence(desk: Desk, claim: Claims['timers']): Promise<void> {
  if (claim.timer.key === approvalKey) return nudgeIfDue(desk, claim, approvalNudge);
  const at = momentOf(desk, claim.timer);
  await changeIncident(desk, claim.id, (incident) => reminded(desk, incident, at), { fired: claim.timer });
}

function reminded(desk: Desk, incident: Incident, at: Instant): IncidentDecision {
  const asked = incidentAskedByDesk(desk);
  const settings = desk.settings.incidents;
  const rung = nextRung(incident, settings);
  const wasAway = desk.away !== undefined && rung !== undefined && rung.at <= desk.away.to;
  const absence =
    wasAway && desk.away ? noteAbsence(incident, { gap: desk.away, settings }, asked) : undefined;
  if (absence && 'events' in absence && absence.events.length > 0) return absence;
  return remind(incident, { settings, at }, asked);
}
