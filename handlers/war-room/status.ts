import { customerStatusWords } from '../../src/cards/incident/incident-words.ts';
import { statusCard } from '../../src/cards/incident/room/room-card.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { IncidentAsked } from '../../src/domain/incident/decision.ts';
import { changeStatus } from '../../src/domain/incident/lifecycle.ts';
import { type CustomerStatus, customerStatuses } from '../../src/domain/incident/words.ts';
import {
  changeIncidentAsAsked,
  incidentAskedIn,
  loadIncidentWithLog,
} from '../../src/workflows/incident/change-incident.ts';
import { showCard, tell } from '../answer.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import type { WarRoomCommand } from './table.ts';

type SettableStatus = Exclude<CustomerStatus, 'resolved'>;

/** Where it stands; with a word behind it, what customers are told from now on. */
export const status: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const [word = '', ...words] = rest.trim().split(/\s+/);
  if (word === '') return showStatus(desk, event.handle, incident.id);
  const to = settable(word);
  if (to === undefined) {
    await tell(desk, event.handle, word.toLowerCase() === 'resolved' ? useResolve : whichWords);
    return;
  }
  if (words.length === 0)
    return openIncidentForm(desk, event.handle, { form: 'status', incident, given: to });
  const asked = incidentAskedIn(desk, event);
  await setStatus(desk, event.handle, { id: incident.id, to, text: words.join(' '), asked });
};

/** What the card says, for whoever asked, wherever they are. They may read the incident. */
async function showStatus(desk: Desk, handle: AnswerHandle, id: string): Promise<void> {
  const loaded = await loadIncidentWithLog(desk, id);
  if (!loaded) return;
  const view = { log: loaded.log, now: desk.clock.now(), timezone: desk.settings.timezone };
  await showCard(desk, handle, statusCard(loaded.incident, view));
}

/** Changes what customers are told, and says what follows from it. */
export async function setStatus(
  desk: Desk,
  handle: AnswerHandle,
  change: {
    readonly id: string;
    readonly to: SettableStatus;
    readonly text: string;
    readonly asked: IncidentAsked;
  },
): Promise<void> {
  const { id, to, text, asked } = change;
  const changed = await changeIncidentAsAsked(desk, id, asked, (incident, by) =>
    changeStatus(incident, { to, text }, by),
  );
  if (!(await reportIncident(desk, handle, changed))) return;
  const words = customerStatusWords[to];
  await tell(
    desk,
    handle,
    changed.outcome === 'changed'
      ? `${id}: customers are told “${words}” from now on. They are owed an update that says so: it is drafted in the room, for approval.`
      : `${id}: it is “${words}” already.`,
  );
}

function settable(word: string): SettableStatus | undefined {
  const known = customerStatuses.find((each) => each === word.toLowerCase());
  return known === 'resolved' ? undefined : known;
}

const useResolve =
  'To resolve it, say how it was resolved: /ticket war-room resolve, or press “Resolve” on the card.';
const whichWords =
  'Say “investigating”, “identified” or “monitoring”, and then what customers may know. For example: /ticket war-room status identified A certificate had expired.';
