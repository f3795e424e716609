import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { detachTicket } from '../../src/domain/incident/declare.ts';
import { mergeIncident } from '../../src/domain/incident/tickets/merging.ts';
import { incidentAskedIn, loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { mergeIncidents } from '../../src/workflows/incident/tickets/merge-incidents.ts';
import { addAndTell } from '../incident/incident-add.ts';
import { readableIncident, reportIncident } from '../incident/incident-answer.ts';
import type { FormHandler } from '../table.ts';
import { deciding, incidentOf } from './incident.ts';
import { incidentHandleOf, readIncidentContext } from './incident-context.ts';
import { ticketsIn } from './tickets-in.ts';

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

/** More tickets for the incident. */
export const attach: FormHandler = {
  async check(_desk, event) {
    const { tickets, unknown } = ticketsIn(event.values.tickets ?? '');
    if (unknown.length > 0) return { tickets: `“${unknown[0]}” is no ticket. Write them like T-13 T-14.` };
    return tickets.length > 0 ? undefined : { tickets: 'Name at least one, like T-13.' };
  },
  async submit(desk, event) {
    const { tickets } = ticketsIn(event.values.tickets ?? '');
    const incident = incidentOf(event);
    await addAndTell(desk, { ...event, handle: incidentHandleOf(event) }, { tickets, incident });
  },
};

export const detach = deciding('ticket', (incident, { values, asked }) =>
  detachTicket(incident, values.ticket ?? '', asked),
);

/** The incident goes into another one. */
export const merge: FormHandler = {
  async check(desk, event) {
    const [incident, into] = await Promise.all([
      loadIncident(desk, incidentOf(event)),
      loadIncident(desk, event.values.into ?? ''),
    ]);
    if (!incident || !into) return { into: 'Choose one.' };
    const decision = mergeIncident(incident, into, incidentAskedIn(desk, event));
    return 'refused' in decision ? { into: incidentRefusalWords[decision.refused] } : undefined;
  },
  async submit(desk, event) {
    const handle = incidentHandleOf(event);
    const into = event.values.into ?? '';
    if (!(await readableIncident(desk, { id: into, person: event.by, handle }))) return;
    const which = { incident: incidentOf(event), into };
    await reportIncident(desk, handle, await mergeIncidents(desk, which, incidentAskedIn(desk, event)));
  },
};
