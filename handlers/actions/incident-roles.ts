import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { handOverForm } from '../../src/cards/incident/roles/role-forms.ts';
import { declineRole } from '../../src/domain/incident/roles/roles.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { showForm, tell } from '../answer.ts';
import { incidentPressed, reportIncident } from '../incident/incident-answer.ts';
import { partsIn, takePart } from '../incident/incident-parts.ts';
import type { ActionHandler } from '../table.ts';

/** "Accept", and "Take it" for a part that nobody has: the same thing, whoever was asked. */
export const roleTake: ActionHandler = async (desk, event) => {
  const { handle, subject: id } = event;
  const incident = await incidentPressed(desk, event);
  const [role, ...confirmed] = partsIn(event.value);
  if (!incident || role === undefined) return;
  await takePart(desk, { id, handle, role, confirmed }, incidentAskedIn(desk, event));
};

/** "Decline": the next one is asked. */
export const roleDecline: ActionHandler = async (desk, event) => {
  const { handle, subject: id } = event;
  const incident = await incidentPressed(desk, event);
  const [role] = partsIn(event.value);
  if (!incident || role === undefined) return;
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, id, asked, (current) =>
    declineRole(current, role, asked),
  );
  await reportIncident(desk, handle, changed);
};

/** "Hand over…": to whom is asked in a form. */
export const roleHandOver: ActionHandler = async (desk, event) => {
  const { handle, subject: id } = event;
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  const [role] = partsIn(event.value);
  if (!desk.chat.supports.forms) {
    await tell(desk, handle, `Write it like /ticket war-room handover ${role ?? 'commander'} @Ana.`);
    return;
  }
  const context = writeIncidentContext({ incident: id, channel: handle.channel });
  await showForm(desk, handle, handOverForm(incident, { role, context }));
};
