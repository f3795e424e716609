import type { IncidentEvent, IncidentEventType } from '../event.ts';

/** What only the desk itself needs to remember. */
const bookkeeping: ReadonlySet<IncidentEventType> = new Set([
  'message_stands',
  'message_gone',
  'tickets_marked',
  'timeline_filed',
  'drill_step_begun',
  'drill_step_ended',
  'zones_known',
  'retrospective_asked',
  'nudged',
  'specialists_looked_up',
  'update_submitted',
  'update_handed',
  'merge_finished',
]);

/** Whether it stands in the whole timeline only, not in the short one. */
export function isBookkeeping(event: IncidentEvent): boolean {
  // That the room is there matters to people; its topic and bookmarks do not.
  if (event.type === 'room_step_done') return event.step !== 'create';
  return bookkeeping.has(event.type);
}
