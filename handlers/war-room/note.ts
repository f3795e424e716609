import { addLogNote } from '../../src/domain/incident/log/log-lines.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import { decideAndTell } from './decide.ts';
import type { WarRoomCommand } from './table.ts';

/** A line for the log. */
export const note: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'note', incident });
  await decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => addLogNote(current, rest, asked),
    done: `Noted in the log of ${incident.id}.`,
  });
};
