import type { Form } from '../../src/cards/card.ts';
import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import {
  cancelForm,
  impactForm,
  logNoteForm,
  reopenForm,
  severityForm,
  statusForm,
  taskForm,
} from '../../src/cards/incident/incident-forms.ts';
import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { resolveForm } from '../../src/cards/incident/resolve-form.ts';
import { attachForm, detachForm, mergeIncidentForm } from '../../src/cards/incident/tickets/ticket-forms.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { isUnderWay } from '../../src/domain/incident/words.ts';
import { severities } from '../../src/domain/words.ts';
import { showForm, tell } from '../answer.ts';
import { incidentsSeenBy } from './incidents-seen-by.ts';
import { refusedAnyway } from './refused-anyway.ts';

/** What is known where a form is opened: what was chosen or written already. */
type Open = { readonly incident: Incident; readonly given: string; readonly context: string };

const drawn = {
  status: ({ incident, given, context }) => statusForm(incident, given, context),
  severity: ({ incident, given, context }) =>
    severityForm(
      incident,
      severities.find((known) => known === given),
      context,
    ),
  impact: ({ incident, context }) => impactForm(incident, context),
  note: ({ incident, context }) => logNoteForm(incident, context),
  task: ({ incident, context }) => taskForm(incident, context),
  attach: ({ incident, context }) => attachForm(incident, context),
  resolve: ({ incident, given, context }) => resolveForm(incident, given, context),
  reopen: ({ incident, context }) => reopenForm(incident, context),
  cancel: ({ incident, context }) => cancelForm(incident, context),
} as const satisfies Record<string, (open: Open) => Form>;

export type IncidentFormName = keyof typeof drawn | 'detach' | 'merge';

/** Shows a form about an incident to whoever asked for it; where it could only be refused, the reason instead. */
export async function openIncidentForm(
  desk: Desk,
  handle: AnswerHandle,
  ask: { readonly form: IncidentFormName; readonly incident: Incident; readonly given?: string },
): Promise<void> {
  const { form, incident, given = '' } = ask;
  const refused = refusedAnyway(desk, { form, incident, given, person: handle.person });
  if (refused !== undefined) return tell(desk, handle, incidentRefusalWords[refused]);
  if (form === 'reopen' && isUnderWay(incident.lifecycle))
    return tell(desk, handle, `${incident.id} is under way. It can be reopened once it is resolved.`);
  const context = writeIncidentContext({ incident: incident.id, channel: handle.channel });
  if (form === 'detach') {
    if (incident.tickets.length === 0) return tell(desk, handle, 'It has no tickets.');
    return showForm(desk, handle, detachForm(incident, context));
  }
  if (form === 'merge') {
    const live = await incidentsSeenBy(desk, handle.person, 'under_way');
    const others = live.filter(({ id }) => id !== incident.id);
    if (others.length === 0) return tell(desk, handle, 'No other incident is under way that you can see.');
    return showForm(desk, handle, mergeIncidentForm(incident, others, context));
  }
  await showForm(desk, handle, drawn[form]({ incident, given, context }));
}
