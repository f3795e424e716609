import { holderOf, type Incident } from '../incident.ts';
import { roomPlace } from './place.ts';

/**
 * What the card shows, as one text: it is drawn again when this has changed and not otherwise. Of an update on its way to
 * many customers it counts who could not be told; the rest is drawn when the last one has it.
 */
export function cardFacts(incident: Incident): string {
  const { title, severity, lifecycle, customerStatus, impact, roles, specialists, tasks, cadence } = incident;
  const { internalUpdateAt, resolved, review, actions, reopened, cancelled, merged, closedAt } = incident;
  const { room, tickets, updates } = incident;
  return JSON.stringify([
    [title, severity, lifecycle, customerStatus, impact, roles, specialists, tasks, internalUpdateAt],
    cadence && [cadence.dueAt, cadence.promisedAt, cadence.snoozes, cadence.rungs],
    [resolved, reopened.length, cancelled, merged?.into, closedAt],
    [review?.owner, review?.state, review?.meetingAt],
    actions.filter(({ state }) => state === 'proposed').length,
    [room.state, room.name, room.channel, room.thread, room.missing, refusals(incident)],
    tickets.map(({ ticket, accountName, failed }) => [ticket, accountName, failed]),
    updates.map(({ update, kind, state, approved, deliveries }) => [
      [update, kind, state, approved],
      Object.values(deliveries).filter((delivery) => !('id' in delivery || 'waiting' in delivery)),
    ]),
  ]);
}

/** What the announcement shows. */
export function announcementFacts(incident: Incident): string {
  const { title, severity, lifecycle, customerStatus, merged, resolved, cancelled } = incident;
  const commander = holderOf(incident, 'commander');
  const acting = incident.roles.commander.acting;
  return JSON.stringify([
    title,
    severity,
    lifecycle,
    customerStatus,
    commander,
    acting,
    merged?.into,
    resolved?.at,
    cancelled?.at,
    roomPlace(incident),
  ]);
}

function refusals({ room }: Incident): readonly unknown[] {
  return Object.entries(room.steps).flatMap(([step, state]) =>
    state?.refused ? [[step, state.refused.reason]] : [],
  );
}
