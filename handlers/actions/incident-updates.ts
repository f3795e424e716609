import type { IncidentFormContext } from '../../src/cards/incident/form-context.ts';
import {
  incidentUpdateForm,
  nothingNewForm,
  rejectUpdateForm,
} from '../../src/cards/incident/updates/update-form.ts';
import type { Desk } from '../../src/desk.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { IncidentUpdate, UpdateFields } from '../../src/domain/incident/updates/incident-update.ts';
import { kindOfWords } from '../../src/domain/incident/updates/update-draft.ts';
import { factsOf } from '../../src/domain/incident/updates/update-facts.ts';
import { callCustomer } from '../../src/domain/incident/updates/update-receipts.ts';
import { approveUpdate, retryUpdate, updateAtWork } from '../../src/domain/incident/updates/updating.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { asOfNow, findingsOf, renderedUpdate } from '../../src/workflows/incident/updates/rendered-update.ts';
import { fieldsToBegin } from '../../src/workflows/incident/updates/update-asked.ts';
import { contactOf } from '../../src/workflows/incident/updates/update-readers.ts';
import { showForm, tell } from '../answer.ts';
import { incidentPressed, reportIncident } from '../incident/incident-answer.ts';
import type { ActionHandler, Command, Pressed } from '../table.ts';
import { findingWords } from '../update-findings.ts';

/** "Approve & send": to every customer, unless something in it must not go out or the facts have changed. */
export const approveIncidentUpdate: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  const update = incident && updateOf(incident, event.value);
  if (!incident || !update) return;
  const fresh = asOfNow(desk, incident, update);
  const isOpen = updateAtWork(incident)?.update === update.update && update.facts === factsOf(incident);
  const findings = isOpen ? findingsOf(await renderedUpdate(desk, incident, fresh)) : [];
  const blocking = findings.filter(({ effect }) => effect === 'blocks');
  if (blocking.length > 0)
    return tell(desk, event.handle, `It cannot go out like this. ${findingWords(blocking)}`);
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, incident.id, asked, (current, by) =>
    approveUpdate(current, { update: update.update, promises: fresh.promises }, by),
  );
  if (!(await reportIncident(desk, event.handle, changed)) || changed.outcome === 'unknown_incident') return;
  if (updateOf(changed.incident, update.update)?.state === 'expired')
    await tell(desk, event.handle, 'The facts have changed since it was written. A new draft is on its way.');
};

/** "Draft": the fields of the update at work, or what is known now, in a form. */
export const draftIncidentUpdate: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (incident) await showUpdateForm(desk, event, { incident });
};

/** "Edit": another version of the draft that waits. */
export const editIncidentUpdate: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  if (updateAtWork(incident)?.update !== event.value)
    return tell(
      desk,
      event.handle,
      'That draft is no longer the current one. Look at the newest in the room.',
    );
  const update = updateOf(incident, event.value);
  const corrects =
    update?.kind === 'correction' ? { corrects: update.corrects, fields: update.fields } : undefined;
  await showUpdateForm(desk, event, { incident, correction: corrects });
};

/** "Correct": a new message that puts an earlier one right; what was said stays as it was. */
export const correctIncidentUpdate: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  const update = incident && updateOf(incident, event.value);
  if (!incident || !update) return;
  const fields = { ...noFields, contact: await contactOf(desk, incident) };
  await showUpdateForm(desk, event, { incident, correction: { corrects: update.update, fields } });
};

const noFields: UpdateFields = {
  status: '',
  next: '',
  blockers: '',
  workaround: '',
  expect: '',
  contact: '',
};

/** "Reject": back to whoever drafted it, with a reason. */
export const rejectIncidentUpdate: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  const update = incident && updateOf(incident, event.value);
  if (!incident || !update) return;
  await showForm(
    desk,
    event.handle,
    rejectUpdateForm({ ...contextOf(event, incident), update: update.update }),
  );
};

/** "Nothing new": worded beforehand, with what was ruled out. */
export const nothingNewForCustomers: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (incident) await showForm(desk, event.handle, nothingNewForm(contextOf(event, incident)));
};

/** "Retry": what failed is said again, to those alone. */
export const retryIncidentUpdate: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, incident.id, asked, (current, by) =>
    retryUpdate(current, event.value ?? '', by),
  );
  await reportIncident(desk, event.handle, changed);
};

/** "I called them": told another way, and so told. Value `u3:T-1`. */
export const calledCustomer: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  const [update = '', ticket = ''] = (event.value ?? '').split(':');
  const { cadence } = desk.settings.incidents;
  const asked = incidentAskedIn(desk, event);
  const changed = await changeIncidentAsAsked(desk, incident.id, asked, (current, by) =>
    callCustomer(current, { update, ticket }, { cadence, asked: by }),
  );
  await reportIncident(desk, event.handle, changed);
};

/** Opens the form in which an update is written. */
export async function showUpdateForm(
  desk: Desk,
  event: Pressed | Command,
  {
    incident,
    correction,
  }: {
    readonly incident: Incident;
    readonly correction?:
      | { readonly corrects?: string | undefined; readonly fields: UpdateFields }
      | undefined;
  },
): Promise<void> {
  const begun = correction ? undefined : await fieldsToBegin(desk, incident.id);
  const kind = correction ? 'correction' : (begun?.kind ?? kindOfWords(incident));
  const fields = correction?.fields ?? begun?.fields ?? noFields;
  const context = { ...contextOf(event, incident), update: correction?.corrects };
  await showForm(desk, event.handle, incidentUpdateForm(incident, { fields, kind, context }));
}

function contextOf({ handle }: Pressed | Command, incident: Incident): IncidentFormContext {
  return { incident: incident.id, channel: handle.channel };
}

function updateOf(incident: Incident, id: string | undefined): IncidentUpdate | undefined {
  return incident.updates.find(({ update }) => update === id);
}
