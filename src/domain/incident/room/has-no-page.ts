import type { Incident } from '../incident.ts';

/** Whether the room has to do without a page: none can be made there, or it is a thread. */
export function hasNoPage({ room }: Incident): boolean {
  return room.state === 'degraded' || room.steps.canvas?.refused !== undefined;
}
