import type { Incident } from '../../../domain/incident/incident.ts';
import { shortened } from '../../text.ts';
import { incidentName } from '../incident-words.ts';

/** What stands at the top of the room. Nothing in it grows old: each change of a topic is a line in the channel. */
export function roomTopic(incident: Incident): string {
  const { visibility, title } = incident;
  const about = visibility === 'restricted' ? '' : ` · ${shortened(title, 120)}`;
  return `${incidentName(incident)}${about} · /ticket war-room shows what you can do here`;
}
