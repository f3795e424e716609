import { addAndTell } from '../incident-add.ts';
import type { FormHandler } from '../table.ts';
import { incidentHandleOf, readIncidentContext } from './incident-context.ts';

/** A ticket goes to the incident that was chosen. */
export const addTicket: FormHandler = {
  async check(_desk, event) {
    return event.values.incident ? undefined : { incident: 'Choose one.' };
  },
  async submit(desk, event) {
    const { ticket } = readIncidentContext(event);
    const incident = event.values.incident ?? '';
    if (ticket === undefined) return;
    await addAndTell(desk, { ...event, handle: incidentHandleOf(event) }, { tickets: [ticket], incident });
  },
};
