import { tellTeam } from '../../src/domain/incident/cadence/internal-update.ts';
import { snoozeChoices } from '../../src/domain/incident/cadence/snoozing.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import { snoozeAndTell } from '../incident/incident-snooze.ts';
import type { FormHandler } from '../table.ts';
import { incidentHandleOf, incidentSubmitted } from './incident-context.ts';

/** Where things stand, for the team. */
export const internal: FormHandler = {
  async check(_desk, event) {
    return event.values.conditions?.trim() ? undefined : { conditions: 'Say in a line how it is now.' };
  },
  async submit(desk, event) {
    const handle = incidentHandleOf(event);
    const incident = await incidentSubmitted(desk, event);
    if (!incident) return;
    const { conditions = '', actions = '', needs = '' } = event.values;
    const asked = incidentAskedIn(desk, event);
    const changed = await changeIncidentAsAsked(desk, incident.id, asked, (now) =>
      tellTeam(now, { conditions, actions, needs }, asked),
    );
    await reportIncident(desk, handle, changed);
  },
};

/** Why the reminder of an update is put off, and for how long. */
export const snooze: FormHandler = {
  async check(_desk, event) {
    if (!snoozeChoices.some((each) => `${each}` === event.values.minutes)) return { minutes: 'Choose one.' };
    return event.values.reason?.trim() ? undefined : { reason: 'Say why, so that the others know.' };
  },
  async submit(desk, event) {
    const handle = incidentHandleOf(event);
    const incident = await incidentSubmitted(desk, event);
    if (!incident) return;
    await snoozeAndTell(desk, handle, {
      id: incident.id,
      minutes: Number(event.values.minutes),
      reason: event.values.reason ?? '',
      asked: incidentAskedIn(desk, event),
    });
  },
};
