import { internalForm } from '../../src/cards/incident/cadence/internal-form.ts';
import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { tellTeam } from '../../src/domain/incident/cadence/internal-update.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { showForm } from '../answer.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Where things stand, for the team: in words behind the command, else by the form. */
export const internal: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const conditions = rest.trim();
  if (conditions === '') {
    const context = writeIncidentContext({ incident: incident.id, channel: event.handle.channel });
    return showForm(desk, event.handle, internalForm(incident, context));
  }
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, incident.id, asked, (now) =>
    tellTeam(now, { conditions, actions: '', needs: '' }, asked),
  );
  await reportIncident(desk, event.handle, changed);
};
