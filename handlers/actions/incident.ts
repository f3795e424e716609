import { isTeam } from '../../src/desk.ts';
import { tell } from '../answer.ts';
import { readableIncident } from '../incident/incident-answer.ts';
import { type IncidentFormName, openIncidentForm } from '../incident/incident-form.ts';
import type { ActionHandler } from '../table.ts';

/** A press that opens a form about the incident. */
function opening(form: IncidentFormName): ActionHandler {
  return async (desk, event) => {
    const { by: person, handle } = event;
    if (!isTeam(desk.people, person)) return tell(desk, handle, 'Only the support team can do that.');
    const incident = await readableIncident(desk, { id: event.subject, person, handle });
    if (!incident) return;
    await openIncidentForm(desk, handle, { form, incident, given: event.value ?? '' });
  };
}

export const incidentStatus = opening('status');
export const incidentSeverity = opening('severity');
export const incidentResolve = opening('resolve');
export const incidentReopen = opening('reopen');

const forms: Readonly<Record<string, ActionHandler>> = {
  impact: opening('impact'),
  note: opening('note'),
  task: opening('task'),
  attach: opening('attach'),
  detach: opening('detach'),
  merge: opening('merge'),
  cancel: opening('cancel'),
  specialist: (desk, event) =>
    tell(desk, event.handle, 'Write in the room: /ticket war-room role specialist billing @Ana'),
};

/** "More": the entry chosen is the form. `elsewhere`: entries that other buttons answer as well. */
export function incidentMore(elsewhere: Readonly<Record<string, ActionHandler>>): ActionHandler {
  return async (desk, event) => {
    const entry = event.value ?? '';
    const action = Object.hasOwn(forms, entry)
      ? forms[entry]
      : Object.hasOwn(elsewhere, entry)
        ? elsewhere[entry]
        : undefined;
    if (!action) return tell(desk, event.handle, 'That choice is no longer offered. Look at the card again.');
    // The entry is the form's name, not something to fill in.
    const { value: _entry, ...rest } = event;
    await action(desk, rest);
  };
}
