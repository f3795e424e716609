import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { actionCard } from '../../src/cards/incident/review/action-card.ts';
import { actionForm } from '../../src/cards/incident/review/review-forms.ts';
import type { ActionState } from '../../src/domain/incident/review/prevention-moves.ts';
import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { showCard, showForm, tell } from '../answer.ts';
import { moveActionAndTell } from '../incident/incident-plan.ts';
import type { WarRoomCommand } from './table.ts';

const moves: Readonly<Record<string, ActionState>> = {
  accept: 'accepted',
  decline: 'declined',
  start: 'in_progress',
  done: 'done',
  check: 'verified',
};

const usage =
  'Write it like /ticket war-room action, action add Add an alarm for …, action edit a3, action accept a3, action decline a3 <reason>, action start a3, action done a3 <what shows it>, action check a3.';

/** What is done so that it does not come back: the plan, a new action, or what becomes of one. */
export const action: WarRoomCommand = async (desk, event, { incident, rest }) => {
  const [word = 'list', second = '', ...others] = rest.trim() === '' ? [] : rest.trim().split(/\s+/);
  const name = word.toLowerCase();
  if (name === 'list') return showCard(desk, event.handle, actionCard(incident));
  const context = (about: string) =>
    writeIncidentContext({ incident: incident.id, about, channel: event.handle.channel });
  if (name === 'add') {
    const title = [second, ...others].join(' ');
    return showForm(desk, event.handle, actionForm(incident, { title, context: context('') }));
  }
  const id = /^a?\d+$/i.test(second) ? `a${second.replace(/^a/i, '')}` : '';
  const known = incident.actions.find((each) => each.action === id);
  const to = Object.hasOwn(moves, name) ? moves[name] : undefined;
  if (name !== 'edit' && to === undefined) return tell(desk, event.handle, usage);
  if (!known) return tell(desk, event.handle, `There is no such action in ${incident.id}. ${usage}`);
  if (to === undefined)
    return showForm(desk, event.handle, actionForm(incident, { action: known, context: context(id) }));
  await moveActionAndTell(desk, event.handle, {
    id: incident.id,
    action: id,
    to,
    reason: others.join(' '),
    asked: incidentAskedIn(desk, event),
  });
};
