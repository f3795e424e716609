import type { Incident } from '../../../domain/incident/incident.ts';
import type { TeamCard } from '../../../ports.ts';
import { drillMark, headline, wayToRoom } from './ladder-parts.ts';
import type { NudgeWord } from './nudge-words.ts';

/** In one person's own conversation: what only they can do, and the way there. */
export function incidentNudgeCard(incident: Incident, { lines, buttons = [] }: NudgeWord): TeamCard {
  return {
    audience: 'team',
    summary: `${drillMark(incident)}${incident.id}: something waits for you`,
    blocks: [
      { type: 'text', lines: [[{ text: headline(incident), style: 'bold' }], ...lines] },
      ...(buttons.length > 0 ? [{ type: 'actions' as const, items: [...buttons] }] : []),
      ...wayToRoom(incident),
    ],
  };
}
