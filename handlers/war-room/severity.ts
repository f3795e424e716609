import { changeSeverity } from '../../src/domain/incident/lifecycle.ts';
import { severities } from '../../src/domain/words.ts';
import { tell } from '../answer.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import { decideAndTell } from './decide.ts';
import type { WarRoomCommand } from './table.ts';

/** `P2 why`: graver, or less grave. */
export const severity: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const [word = '', ...why] = rest.split(/\s+/);
  const to = severities.find((known) => known === word.toUpperCase());
  if (rest !== '' && to === undefined)
    return tell(
      desk,
      event.handle,
      `“${word}” is no severity. Write it like /ticket war-room severity P2 why.`,
    );
  if (to === undefined || why.length === 0)
    return openIncidentForm(desk, event.handle, { form: 'severity', incident, given: to ?? '' });
  const { cadence } = desk.settings.incidents;
  await decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => changeSeverity(current, { to, reason: why.join(' '), cadence }, asked),
    done: `${incident.id} is ${to} now.`,
  });
};
