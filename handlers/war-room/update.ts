import { updateName } from '../../src/cards/incident/incident-words.ts';
import { draftUpdate, updateAtWork } from '../../src/domain/incident/updates/updating.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { fieldsToBegin, writtenUpdate } from '../../src/workflows/incident/updates/update-asked.ts';
import { showUpdateForm } from '../actions/incident-updates.ts';
import { tell } from '../answer.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import type { WarRoomCommand } from './table.ts';

/** An update for customers: with words, a draft that says them; without, the form. */
export const update: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest.trim() === '') return showUpdateForm(desk, event, { incident });
  const begun = await fieldsToBegin(desk, incident.id);
  if (!begun) return;
  const words = { ...begun, fields: { ...begun.fields, status: rest.trim() } };
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, incident.id, asked, (current, by) =>
    draftUpdate(current, writtenUpdate(desk, current, words), by),
  );
  if (!(await reportIncident(desk, event.handle, changed)) || changed.outcome === 'unknown_incident') return;
  const drafted = updateAtWork(changed.incident);
  if (drafted)
    await tell(
      desk,
      event.handle,
      `${incident.id}: ${updateName(drafted.update)} waits for approval in the room.`,
    );
};
