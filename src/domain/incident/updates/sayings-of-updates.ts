import type { IncidentEventType } from '../event.ts';
import type { Incident } from '../incident.ts';
import { roomPlace } from '../room/place.ts';
import { type Sayings, saying } from '../saying.ts';

/** What the card of an update shows. */
const shown: ReadonlySet<IncidentEventType> = new Set([
  'update_drafted',
  'update_submitted',
  'update_approved',
  'update_rejected',
  'update_expired',
  'update_handed',
  'update_delivered',
  'update_failed',
  'update_retried',
  'customer_called',
]);
/** There is a room now, or another one: what is open is shown in it. */
const roomThere: ReadonlySet<IncidentEventType> = new Set(['room_step_done', 'room_degraded']);

/** Drafts to approve, and what became of them: one card for each, changed in place. */
export const sayingsOfUpdates: Sayings = ({ before, after, events }) => {
  const channel = roomPlace(after)?.channel;
  if (channel === undefined) return [];
  const isNewRoom = events.some(({ event }) => roomThere.has(event.type)) && channel !== placeOf(before);
  const isTouched = events.some(({ event }) => shown.has(event.type));
  // What was said of it may not hold any more.
  const wasOver = before !== undefined && before.lifecycle !== after.lifecycle;
  if (!isNewRoom && !isTouched && !wasOver) return [];
  return after.updates
    .filter((update) => {
      const was = before?.updates.find((known) => known.update === update.update);
      const isOpen = update.state === 'draft' || update.state === 'pending' || update.state === 'approved';
      return isNewRoom ? isOpen : wasOver && isOpen ? true : JSON.stringify(was) !== JSON.stringify(update);
    })
    .map(({ update }) => saying('incident_approval', { add: `approval:${update}`, channel, ref: update }));
};

function placeOf(incident: Incident | undefined): string | undefined {
  return incident && roomPlace(incident)?.channel;
}
