import type { Desk } from '../../../desk.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { absorbIncident, finishMergeOf } from '../../../domain/incident/tickets/merging.ts';
import type { Actor } from '../../../domain/ticket/promises.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';

/**
 * The other half of a merge: tickets, people and the earlier due time go over, then this one is finished. Cut off in
 * between, it goes on where it was: taking over twice changes nothing.
 */
export async function finishIncidentMerge(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const source = await loadIncident(desk, id);
  if (!source?.merged) return;
  await handOver(desk, source, source.merged.by);
  await changeIncident(desk, id, (current) => finishMergeOf(current, incidentAskedByDesk(desk)), {
    fired: timer,
  });
}

/** Goes on to where the target went, when that was merged in the very moment. */
async function handOver(desk: Desk, source: Incident, by: Actor): Promise<void> {
  const asked = { ...incidentAskedByDesk(desk), by };
  const target = await standingTarget(desk, source);
  if (target === undefined) return;
  const changed = await changeIncident(desk, target, (current) => absorbIncident(current, source, asked));
  if (changed.outcome === 'refused') await handOver(desk, source, by);
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
