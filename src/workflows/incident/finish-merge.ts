import type { Desk } from '../../desk.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { absorbIncident, finishMergeOf } from '../../domain/incident/merging.ts';
import type { Claims } from '../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from './change-incident.ts';

/**
 * The other half of a merge: tickets, people and the earlier due time go over, then this one is finished. Cut off in
 * between, it goes on where it was: taking over twice changes nothing.
 */
export async function finishIncidentMerge(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const source = await loadIncident(desk, id);
  if (!source?.merged) return;
  const target = await standingTarget(desk, source);
  const by = { ...incidentAskedByDesk(desk), by: source.merged.by };
  if (target) await changeIncident(desk, target, (current) => absorbIncident(current, source, by));
  await changeIncident(desk, id, (current) => finishMergeOf(current, incidentAskedByDesk(desk)), {
    fired: timer,
  });
}

/** Where it went; when that one was merged meanwhile as well, where that went. */
async function standingTarget(desk: Desk, source: Incident): Promise<string | undefined> {
  const seen = new Set([source.id]);
  let next = source.merged?.into;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const incident = await loadIncident(desk, next);
    if (!incident?.merged) return incident?.id;
    next = incident.merged.into;
  }
  return undefined;
}
