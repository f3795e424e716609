import { dryRunForm } from '../../src/cards/team/autonomy-cards.ts';
import { type Desk, roleOf } from '../../src/desk.ts';
import { type AutonomyRefusal, decline, turnOff } from '../../src/domain/autonomy/autonomy.ts';
import { dryRun, dryRunDays } from '../../src/domain/autonomy/track-record.ts';
import { stopSending } from '../../src/domain/ticket/sending-alone.ts';
import { changeAutonomy, loadAutonomy, settledOf } from '../../src/workflows/autonomy.ts';
import { askedIn, changeAsAsked } from '../../src/workflows/change-ticket.ts';
import { reportOutcome, showForm, tell } from '../answer.ts';
import type { ActionHandler, Pressed } from '../table.ts';

/** "Stop" on a card whose draft would leave by itself. */
export const stopSendingAlone: ActionHandler = async (desk, event) => {
  const changed = await changeAsAsked(desk, event.subject, askedIn(desk, event), stopSending);
  await reportOutcome(desk, event.handle, changed);
};

/** A manager looks at what a topic would have done. */
export const autonomyDryRun: ActionHandler = async (desk, event) => {
  if (roleOf(desk.people, event.by) !== 'manager') return tell(desk, event.handle, refusals.not_allowed);
  const topic = event.value ?? '';
  const { autonomy } = await loadAutonomy(desk);
  if (!Object.hasOwn(autonomy.topics, topic)) return tell(desk, event.handle, refusals.not_offered);
  const record = dryRun(settledOf(desk).get(topic) ?? [], desk.clock.now());
  await showForm(desk, event.handle, dryRunForm(topic, record, dryRunDays));
};

/** A manager says no to an offer. */
export const autonomyDecline: ActionHandler = async (desk, event) => {
  const refusal = await changeAutonomy(desk, (autonomy) =>
    decline(autonomy, event.value ?? '', asked(desk, event)),
  );
  await tell(
    desk,
    event.handle,
    refusal ? refusals[refusal.refused] : 'It stays with people. It is offered again when it is earned anew.',
  );
};

/** Anybody of the team gives a topic back to people. */
export const autonomyOff: ActionHandler = async (desk, event) => {
  const refusal = await changeAutonomy(desk, (autonomy) =>
    turnOff(autonomy, event.value ?? '', asked(desk, event)),
  );
  await tell(
    desk,
    event.handle,
    refusal ? refusals[refusal.refused] : `${event.value} is answered by people again.`,
  );
};

export const refusals: Readonly<Record<AutonomyRefusal['refused'], string>> = {
  not_allowed: 'Only a manager can decide what is answered without a person.',
  not_offered: 'This topic is not on offer any more. Open the home page to see how it stands.',
};

function asked(desk: Desk, event: Pick<Pressed, 'by' | 'at'>) {
  return { by: event.by, at: event.at, role: roleOf(desk.people, event.by) };
}
