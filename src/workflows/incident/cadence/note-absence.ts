import type { Desk } from '../../../desk.ts';
import { DeskError } from '../../../domain/errors.ts';
import { noteAbsence } from '../../../domain/incident/cadence/absence.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';

/** At start: every incident that somebody works on says once that the desk was away, and what was missed. */
export async function noteAbsences(desk: Desk): Promise<void> {
  const { away: gap } = desk;
  if (gap === undefined) return;
  const live = await desk.store.incidents({
    lifecycle: ['declared', 'active', 'monitoring', 'resolved', 'in_review'],
  });
  for (const { id } of live) {
    try {
      await changeIncident(desk, id, (incident) =>
        noteAbsence(incident, { gap, settings: desk.settings.incidents }, incidentAskedByDesk(desk)),
      );
    } catch (error) {
      // One incident that cannot be read must not keep the desk, and all the others, from starting.
      if (!(error instanceof DeskError)) throw error;
      desk.log.error('absence_not_noted', { incident: id, error: error.name });
    }
  }
}
