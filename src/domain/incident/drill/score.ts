import { type Instant, millisecondsBetween, minute } from '../../time.ts';
import type { IncidentEvent, IncidentEventOf, IncidentEventType } from '../event.ts';
import { incidentFigures } from '../figures/incident-figures.ts';
import type { Incident } from '../incident.ts';
import type { LogEntry } from '../log/log.ts';
import { spanOf } from './drill.ts';
import type { DrillStep } from './drill-step.ts';

/** What a game day is judged by. */
export type Goal =
  | 'commander'
  | 'liaison'
  | 'impact'
  | 'first_update'
  | 'updates'
  | 'silent_liaison'
  | 'chat_failed'
  | 'desk_away'
  | 'customer_asked'
  | 'ended_well';

/** `tookMs` how long it took, where that is what counts; `of` when it is a share. */
export type Scored = {
  readonly goal: Goal;
  readonly reached: boolean;
  readonly tookMs?: number;
  readonly withinMs?: number;
  readonly done?: number;
  readonly of?: number;
};

const leadWithinMs = 5 * minute;
const liaisonWithinMs = 15 * minute;
const impactWithinMs = 10 * minute;
const answerWithinMs = 15 * minute;
/** After chat works again, customers or the team hear within this time. */
const recoverWithinMs = 10 * minute;

/** How a drill went, from its log alone. Goals of faults that never began are left out. */
export function scoreOf(incident: Incident, log: readonly LogEntry[]): readonly Scored[] {
  const declaredAt = incident.declared.at;
  const events = log.map(({ event }) => event);
  const figures = incidentFigures(log);
  const liaisonAt = first(events, 'role_accepted', ({ role }) => role === 'liaison')?.at;
  const impactAt = first(events, 'impact_stated')?.at;
  return [
    within('commander', { from: declaredAt, at: figures.acknowledgedAt }, leadWithinMs),
    within('liaison', { from: declaredAt, at: liaisonAt }, liaisonWithinMs),
    within('impact', { from: declaredAt, at: impactAt }, impactWithinMs),
    within('first_update', { from: declaredAt, at: figures.firstToldAt }, firstUpdateMs(events)),
    {
      goal: 'updates',
      reached: figures.updatesDue > 0 && figures.updatesInTime === figures.updatesDue,
      done: figures.updatesInTime,
      of: figures.updatesDue,
    },
    ...(incident.drill?.script ?? [])
      .slice(0, incident.drill?.begun ?? 0)
      .map((step) => faultScore(incident, events, step)),
    {
      goal: 'ended_well',
      reached: incident.resolved !== undefined && incident.resolved.dataLoss !== 'unknown',
    },
  ];
}

function faultScore(incident: Incident, events: readonly IncidentEvent[], step: DrillStep): Scored {
  const { from, to } = spanOf(incident, step);
  const told = (since: Instant) => first(events, 'update_delivered', ({ at }) => at >= since)?.at;
  switch (step.fault) {
    case 'liaison_silent': {
      const at = first(events, 'role_accepted', (event) => event.role === 'liaison' && event.at >= from)?.at;
      return within('silent_liaison', { from, at }, liaisonWithinMs);
    }
    case 'customer_asks':
      return within('customer_asked', { from, at: told(from) }, answerWithinMs);
    case 'chat_fails':
    case 'desk_away': {
      const said = events.find(({ at, by, type }) => at >= to && by !== 'desk' && type !== 'joined')?.at;
      const goal = step.fault === 'chat_fails' ? 'chat_failed' : 'desk_away';
      return within(goal, { from: to, at: said }, recoverWithinMs);
    }
  }
}

function firstUpdateMs(events: readonly IncidentEvent[]): number {
  const declared = first(events, 'declared');
  return declared ? millisecondsBetween(declared.at, declared.firstUpdateDueAt) : 0;
}

function within(
  goal: Goal,
  span: { readonly from: Instant; readonly at: Instant | undefined },
  withinMs: number,
): Scored {
  if (span.at === undefined) return { goal, reached: false, withinMs };
  const tookMs = millisecondsBetween(span.from, span.at);
  return { goal, reached: tookMs <= withinMs, tookMs, withinMs };
}

function first<T extends IncidentEventType>(
  events: readonly IncidentEvent[],
  type: T,
  is: (event: IncidentEventOf<T>) => boolean = () => true,
): IncidentEventOf<T> | undefined {
  return events.find(
    (event): event is IncidentEventOf<T> => event.type === type && is(event as IncidentEventOf<T>),
  );
}
