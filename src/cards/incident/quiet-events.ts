import type { IncidentEvent, IncidentEventType } from '../../domain/incident/event.ts';

/** What only the desk needs to remember. */
const quiet: ReadonlySet<IncidentEventType> = new Set([
  'message_stands',
  'message_gone',
  'tickets_marked',
  'drill_step_begun',
  'drill_step_ended',
  'zones_known',
  'specialists_looked_up',
  'update_handed',
  'retrospective_asked',
]);

/** Whether it is bookkeeping of the desk: in the whole timeline, not in the short one. */
export function isQuiet({ type }: IncidentEvent): boolean {
  return quiet.has(type);
}
