import { tell } from '../answer.ts';
import { ticketsIn } from '../forms/tickets-in.ts';
import { addAndTell } from '../incident/incident-add.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import type { WarRoomCommand } from './table.ts';

/** One more ticket, or several: `T-13 T-14`. */
export const attach: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'attach', incident });
  const { tickets, unknown } = ticketsIn(rest);
  if (unknown.length > 0)
    return tell(desk, event.handle, `“${unknown[0]}” is no ticket. Write them like T-13 T-14.`);
  await addAndTell(desk, event, { tickets, incident: incident.id });
};
