import { snoozeChoices } from '../../src/domain/incident/cadence/snoozing.ts';
import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { tell } from '../answer.ts';
import { snoozeAndTell } from '../incident/incident-snooze.ts';
import type { WarRoomCommand } from './table.ts';

/** `10 waiting for the database team`: puts the reminder of an update off. */
export const snooze: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const said = /^(\d+)\s*(?:m|min|minutes?)?(?:\s+(.*))?$/is.exec(rest.trim());
  const minutes = snoozeChoices.find((each) => `${each}` === said?.[1]);
  const reason = said?.[2]?.trim() ?? '';
  if (minutes === undefined || reason === '') {
    return tell(
      desk,
      event.handle,
      'Say for how long (5, 10 or 15 minutes) and why, like: /ticket war-room snooze 10 waiting for the database team',
    );
  }
  await snoozeAndTell(desk, event.handle, {
    id: incident.id,
    minutes,
    reason,
    asked: incidentAskedIn(desk, event),
  });
};
