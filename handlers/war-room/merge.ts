import { incidentIdIn } from '../../src/domain/incident/incident-id.ts';
import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { mergeIncidents } from '../../src/workflows/incident/tickets/merge-incidents.ts';
import { tell } from '../answer.ts';
import { readableIncident, reportIncident } from '../incident/incident-answer.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import type { WarRoomCommand } from './table.ts';

/** `INC-8`: this one goes into that one. */
export const merge: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'merge', incident });
  const into = incidentIdIn(rest.replace(/^into\s+/i, ''));
  if (into === undefined)
    return tell(desk, event.handle, `“${rest}” is no incident. Write it like /ticket war-room merge INC-8.`);
  if (!(await readableIncident(desk, { id: into, person: event.by, handle: event.handle }))) return;
  const which = { incident: incident.id, into };
  const changed = await mergeIncidents(desk, which, incidentAskedIn(desk, event));
  if (await reportIncident(desk, event.handle, changed))
    await tell(desk, event.handle, `${incident.id} is part of ${into} now. Go on there.`);
};
