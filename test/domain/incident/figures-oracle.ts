import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import type { IncidentFigures } from '../../../src/domain/incident/figures/figures.ts';
import { holderOf, type Incident } from '../../../src/domain/incident/incident.ts';
import { isUnderWay, type LeadRole } from '../../../src/domain/incident/words.ts';

type Moment = { readonly at: number; readonly event: IncidentEvent; readonly state: Incident };

/** The figures again, naively: from the state after each event instead of from the events' meanings. */
export function figuresAgain(events: readonly IncidentEvent[]): Partial<IncidentFigures> {
  let state: Incident | undefined;
  const moments = events.map((event): Moment => {
    state = applyIncident(state, [event]);
    return { at: Date.parse(event.at), event, state };
  });
  const told = moments.map((moment, index) => completed(moment.state, moments[index - 1]?.state));
  return {
    ...dues(moments, told),
    ...promises(moments, told),
    withoutCommanderMs: without(moments, 'commander'),
    withoutLiaisonMs: without(moments, 'liaison'),
    reopened: state?.reopened.length ?? 0,
    deliveriesFailed: events.filter(({ type }) => type === 'update_failed').length,
  };
}

function without(moments: readonly Moment[], role: LeadRole): number {
  let sum = 0;
  moments.forEach(({ at, state }, index) => {
    const next = moments[index + 1];
    if (next && isUnderWay(state.lifecycle) && holderOf(state, role) === undefined) sum += next.at - at;
  });
  return sum;
}

const firstTold = new WeakMap<object, Set<string>>();

/** The update that counts as told since this moment and never did before. */
function completed(state: Incident, before: Incident | undefined): Incident['updates'][number] | undefined {
  const known = (before && firstTold.get(before)) ?? new Set<string>();
  const fresh = state.updates.find(
    (update) => (update.state === 'delivered' || update.state === 'partial') && !known.has(update.update),
  );
  firstTold.set(state, fresh ? new Set([...known, fresh.update]) : known);
  return fresh;
}

function dues(moments: readonly Moment[], told: readonly (Incident['updates'][number] | undefined)[]) {
  let updatesDue = 0;
  let updatesInTime = 0;
  let lateMs = 0;
  let worstLateMs = 0;
  let wait = 0;
  let goesOn = false;
  moments.forEach((moment, index) => {
    const before = moments[index - 1]?.state.cadence?.generation;
    const { cadence } = moment.state;
    if (!cadence || cadence.generation === before) return;
    const set = Date.parse(cadence.dueAt);
    // What changed is told within five minutes; whoever waits already goes on waiting meanwhile.
    const isChange = moment.event.type === 'cadence_set' && cadence.because === 'change' && set <= moment.at;
    const due = isChange ? set + 5 * 60_000 : set;
    const waitsFrom = goesOn && wait > 0 ? set : due;
    let met: number | undefined;
    let end = moment.at;
    let was = moment.at;
    for (let later = index + 1; later < moments.length && met === undefined; later += 1) {
      const next = moments[later];
      if (!next) break;
      end = next.at;
      const late = Math.max(0, next.at - Math.max(was, waitsFrom));
      was = next.at;
      lateMs += late;
      wait = late === 0 && next.at < waitsFrom ? 0 : wait + late;
      worstLateMs = Math.max(worstLateMs, wait);
      const update = told[later];
      if (update && (cadence.because !== 'final' || update.kind === 'final')) met = next.at;
      else if (next.state.cadence?.generation !== cadence.generation) break;
    }
    if (met !== undefined || due < end) updatesDue += 1;
    if (met !== undefined && met <= due) updatesInTime += 1;
    const following = moments.find(
      ({ state }) => state.cadence !== undefined && state.cadence.generation > cadence.generation,
    );
    goesOn = following?.state.cadence !== undefined && Date.parse(following.state.cadence.dueAt) <= end;
    if (met !== undefined || !goesOn) wait = 0;
  });
  return { updatesDue, updatesInTime, lateMs, worstLateMs };
}

function promises(moments: readonly Moment[], told: readonly (Incident['updates'][number] | undefined)[]) {
  const completions = told.flatMap((update, index) =>
    update ? [{ update, at: moments[index]?.at ?? 0 }] : [],
  );
  const end = moments.at(-1)?.at ?? 0;
  let count = 0;
  let kept = 0;
  completions.forEach(({ update }, index) => {
    if (update.promises === undefined) return;
    const named = Date.parse(update.promises);
    const next = completions[index + 1]?.at;
    if (next === undefined && named >= end) return;
    count += 1;
    if (next !== undefined && next <= named) kept += 1;
  });
  return { promises: count, promisesKept: kept };
}
