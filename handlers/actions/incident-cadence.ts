import { internalForm } from '../../src/cards/incident/cadence/internal-form.ts';
import { snoozeForm } from '../../src/cards/incident/cadence/snooze-form.ts';
import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { isUpdateOwed } from '../../src/domain/incident/cadence/ladder.ts';
import { showForm, tell } from '../answer.ts';
import { incidentPressed } from '../incident/incident-answer.ts';
import type { ActionHandler, Pressed } from '../table.ts';

/** "Snooze…": for how long was chosen; the form asks why. */
export const snooze: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  const { cadence } = incident;
  if (!cadence || !isUpdateOwed(incident)) {
    return tell(desk, event.handle, 'No customer update is owed any more.');
  }
  const open = {
    minutes: Number(event.value ?? '5'),
    context: contextOf(event),
    now: desk.clock.now(),
    timezone: desk.settings.timezone,
  };
  await showForm(desk, event.handle, snoozeForm(incident, cadence, open));
};

/** "Tell the team": conditions, actions, needs. */
export const internal: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (incident) await showForm(desk, event.handle, internalForm(incident, contextOf(event)));
};

function contextOf({ subject, handle }: Pressed): string {
  return writeIncidentContext({ incident: subject, channel: handle.channel });
}
