import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { agendaOfCadence } from '../../../src/domain/incident/cadence/agenda-cadence.ts';
import { remind } from '../../../src/domain/incident/cadence/ladder.ts';
import type { IncidentEvent, IncidentEventOf } from '../../../src/domain/incident/event.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { type Instant, laterBy, millisecondsBetween, minute } from '../../../src/domain/time.ts';
import { settings as desk, ten } from '../../support/builders.ts';
import { asks } from './an-incident.ts';

export const settings = desk.incidents;

/** When the ladder's timer is due. */
export function nextAt(incident: Incident): Instant | undefined {
  return agendaOfCadence(incident, settings).find(({ key }) => key === 'cadence')?.dueAt;
}

/** The ladder's timer fires at that time. */
export function fired(incident: Incident, at: Instant): Incident {
  return applyIncident(incident, remindersAt(incident, at));
}

export function remindersAt(incident: Incident, at: Instant): readonly IncidentEvent[] {
  const decision = remind(incident, { settings, at }, asks.desk(at));
  return 'events' in decision ? decision.events : [];
}

export type Told = Pick<IncidentEventOf<'reminded'>, 'rung' | 'missed'> & { readonly at: Instant };

/** Time passes until then with the desk there: every timer fires `lagMs` after it is due. */
export function passing(
  incident: Incident,
  { until, lagMs = 0 }: { readonly until: Instant; readonly lagMs?: number },
): { readonly incident: Incident; readonly told: readonly Told[] } {
  const told: Told[] = [];
  let now = incident;
  for (;;) {
    const due = nextAt(now);
    if (due === undefined || laterBy(due, lagMs) > until) return { incident: now, told };
    const at = laterBy(due, lagMs);
    const events = remindersAt(now, at);
    if (events.length === 0) throw new Error(`The ladder is due at ${due}, and nothing follows`);
    for (const event of events) if (event.type === 'reminded') told.push({ ...event, at });
    now = applyIncident(now, events);
  }
}

/** `late 20`: the step and the minutes after ten. */
export function shownSteps(told: readonly Told[]): readonly string[] {
  return told.map(({ rung, at }) => `${rung} at ${millisecondsBetween(ten, at) / minute}`);
}
