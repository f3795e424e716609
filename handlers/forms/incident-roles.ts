import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { isTeam } from '../../src/desk.ts';
import { handOver } from '../../src/domain/incident/roles/roles.ts';
import {
  changeIncidentAsAsked,
  incidentAskedIn,
  loadIncident,
} from '../../src/workflows/incident/change-incident.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import { partsIn, takePart } from '../incident/incident-parts.ts';
import type { FormHandler } from '../table.ts';
import { incidentHandleOf, readIncidentContext } from './incident-context.ts';

/** A part goes to somebody else when they accept. */
export const roleHandOver: FormHandler = {
  async check(desk, event) {
    const [role] = partsIn(event.values.role);
    const to = event.values.person;
    if (role === undefined) return { role: 'Choose a part.' };
    if (to === undefined) return { person: 'Choose a person.' };
    if (!isTeam(desk.people, to)) return { person: incidentRefusalWords.not_of_the_team };
    const incident = await loadIncident(desk, readIncidentContext(event).incident ?? '');
    if (!incident || to === event.by) return undefined;
    const decision = handOver(incident, { role, to }, incidentAskedIn(desk, event));
    return 'refused' in decision ? { role: incidentRefusalWords[decision.refused] } : undefined;
  },
  async submit(desk, event) {
    const [role] = partsIn(event.values.role);
    const { person: to, note } = event.values;
    const id = readIncidentContext(event).incident ?? '';
    const handle = incidentHandleOf(event);
    const asked = incidentAskedIn(desk, event);
    if (role === undefined || to === undefined) return;
    if (to === event.by) {
      await takePart(desk, { id, handle, role, confirmed: [] }, asked);
      return;
    }
    const changed = await changeIncidentAsAsked(desk, id, asked, (incident) =>
      handOver(incident, { role, to, note }, asked),
    );
    await reportIncident(desk, handle, changed);
  },
};
