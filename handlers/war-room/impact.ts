import { stateImpact } from '../../src/domain/incident/declare.ts';
import { impactIn } from '../../src/domain/incident/impact-words.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import { decideAndTell } from './decide.ts';
import type { WarRoomCommand } from './table.ts';

/** What is broken for whom: `Checkout fails, since 10:05, not affected: logins`. */
export const impact: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'impact', incident });
  const words = impactIn(rest, { now: event.at, timezone: desk.settings.timezone });
  await decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => stateImpact(current, words, asked),
    done: 'The room’s card says so now, and the next update can.',
  });
};
