import { cancelIncident } from '../../src/domain/incident/lifecycle.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import { decideAndTell } from './decide.ts';
import type { WarRoomCommand } from './table.ts';

/** A false alarm. */
export const cancel: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'cancel', incident });
  await decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => cancelIncident(current, rest, asked),
    done: `${incident.id} is called off.`,
  });
};
