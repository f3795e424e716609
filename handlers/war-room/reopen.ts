import { reopenIncident } from '../../src/domain/incident/lifecycle.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import { decideAndTell } from './decide.ts';
import type { WarRoomCommand } from './table.ts';

/** It is back. */
export const reopen: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'reopen', incident });
  const { cadence } = desk.settings.incidents;
  await decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => reopenIncident(current, { reason: rest, cadence }, asked),
    done: `${incident.id} is open again.`,
  });
};
