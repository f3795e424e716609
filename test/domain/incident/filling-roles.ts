import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { type IncidentDecision, nothingFollows, stampOf } from '../../../src/domain/incident/decision.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { agendaOfRoles } from '../../../src/domain/incident/roles/agenda-roles.ts';
import { alarmFor, nextStepOfRole } from '../../../src/domain/incident/roles/ask-next.ts';
import { type Leading, whoActs } from '../../../src/domain/incident/roles/candidates.ts';
import { actAsCommander } from '../../../src/domain/incident/roles/roles.ts';
import type { IncidentSettings } from '../../../src/domain/incident/settings.ts';
import { leadRoles } from '../../../src/domain/incident/words.ts';
import { type Instant, laterBy } from '../../../src/domain/time.ts';
import { settings } from '../../support/builders.ts';
import { asks } from './an-incident.ts';

/** More steps at one moment than any incident can need: something is due for ever. */
const mostSteps = 60;

/** An incident whose roles are filled as time passes, as the desk's timers would; without a store. */
export function fillingRoles(
  first: Incident,
  {
    desk = settings.incidents,
    leading = new Map(),
  }: { readonly desk?: IncidentSettings; readonly leading?: Leading } = {},
) {
  let incident = first;
  let now: Instant = first.declared.at;
  const events: IncidentEvent[] = [];

  const step = (key: string): IncidentDecision => {
    const asked = asks.desk(now);
    const role = leadRoles.find((known) => key.endsWith(`:${known}`));
    if (key === 'acting') return actAsCommander(incident, whoActs(incident, desk) ?? 'slack:nobody', asked);
    if (key === 'specialists') {
      const tickets = incident.tickets.map(({ ticket }) => ticket);
      return { events: [{ type: 'specialists_looked_up', tickets, areas: [], ...stampOf(asked) }] };
    }
    if (role === undefined) return nothingFollows;
    return key.startsWith('role_alarm')
      ? alarmFor(incident, { role, settings: desk }, asked)
      : nextStepOfRole(incident, { role, settings: desk, leading }, asked);
  };

  const does = (decision: IncidentDecision) => {
    if ('refused' in decision) return decision.refused;
    incident = applyIncident(incident, decision.events);
    events.push(...decision.events);
    return decision.events.map(({ type }) => type).join(' ');
  };

  /** Everything that is due at this moment is done. */
  const work = () => {
    const quiet = new Set<string>();
    for (let count = 0; ; count += 1) {
      const due = agendaOfRoles(incident, desk).find(
        ({ key, dueAt, kind }) =>
          kind !== 'incident_long_command' && dueAt <= now && !quiet.has(`${key} ${dueAt}`),
      );
      if (!due) return;
      if (count > mostSteps) throw new Error(`${due.key} is due for ever`);
      if (does(step(due.key)) === '') quiet.add(`${due.key} ${due.dueAt}`);
    }
  };
  work();

  return {
    incident: () => incident,
    now: () => now,
    events,
    /** Time passes to each due moment in turn. */
    pass(milliseconds: number) {
      const end = laterBy(now, milliseconds);
      for (;;) {
        const [next] = agendaOfRoles(incident, desk)
          .map(({ dueAt }) => dueAt)
          .filter((dueAt) => dueAt > now && dueAt <= end)
          .sort();
        now = next ?? end;
        work();
        if (next === undefined) return;
      }
    },
    /** Somebody does something, and what follows at once. */
    act(decide: (incident: Incident, at: Instant) => IncidentDecision): string {
      const done = does(decide(incident, now));
      work();
      return done;
    },
  };
}
