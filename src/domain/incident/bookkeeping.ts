import type { IncidentEvent, IncidentEventType } from './event.ts';

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
]);

/** Whether it stands in the whole timeline only, not in the short one. */
export function isBookkeeping({ type }: Pick<IncidentEvent, 'type'>): boolean {
  return bookkeeping.has(type);
}
