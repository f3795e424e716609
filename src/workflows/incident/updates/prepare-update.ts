import type { Desk } from '../../../desk.ts';
import { type IncidentAsked, stampOf } from '../../../domain/incident/decision.ts';
import type { IncidentEvent } from '../../../domain/incident/event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { draftFrom } from '../../../domain/incident/updates/update-draft.ts';
import { preparedAt } from '../../../domain/incident/updates/update-timing.ts';
import { type DraftedUpdate, draftUpdate, updateAtWork } from '../../../domain/incident/updates/updating.ts';
import type { Claims } from '../../../store-port.ts';
import {
  changeIncident,
  incidentAskedByDesk,
  type LoadedIncident,
  loadIncident,
  loadIncidentWithLog,
} from '../change-incident.ts';
import { contactOf } from './update-readers.ts';

/**
 * Customers will be owed an update soon, or what was written is not true any more: it is written anew, once, for people to
 * look at. What stood before is put away.
 */
export async function prepareIncidentUpdate(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const known = await loadIncident(desk, id);
  if (!known) return;
  const contact = await contactOf(desk, known);
  let isSame = false;
  while (!isSame) {
    const loaded = await loadIncidentWithLog(desk, id);
    if (!loaded) return;
    const draft = draftedNow(desk, loaded, contact);
    const asked = incidentAskedByDesk(desk);
    await changeIncident(
      desk,
      id,
      (incident) => {
        // When it changed while it was written, it is written as things are now.
        isSame = incident.log.entries === loaded.incident.log.entries;
        const wanted = preparedAt(incident, desk.settings.incidents.cadence);
        if (wanted === undefined || wanted > asked.at || !isSame) return { events: [] };
        const decision = draftUpdate(incident, draft, asked);
        if ('refused' in decision) return decision;
        return { events: [...expiring(incident, asked), ...decision.events] };
      },
      { fired: timer },
    );
  }
}

/** What stands and is not true any more is put away, with the reason. */
function expiring(incident: Incident, asked: IncidentAsked): readonly IncidentEvent[] {
  const old = updateAtWork(incident);
  if (!old) return [];
  const { update } = old;
  return [{ type: 'update_expired', update, reason: 'The facts have changed', ...stampOf(asked) }];
}

/** What the desk would write now. */
export function draftedNow(desk: Desk, { incident, log }: LoadedIncident, contact: string): DraftedUpdate {
  return draftFrom(
    incident,
    log.map(({ event }) => event),
    { cadence: desk.settings.incidents.cadence, now: desk.clock.now(), contact },
  );
}
