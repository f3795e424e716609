import type { Gap } from '../../../domain/incident/cadence/absence.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { TeamCard } from '../../../ports.ts';
import { backLine } from './away-words.ts';
import { drillMark, type LadderView } from './ladder-parts.ts';

/** One line in the room: the desk was away, and what was missed meanwhile. */
export function backCard(incident: Incident, gap: Gap, view: LadderView): TeamCard {
  return {
    audience: 'team',
    summary: `${drillMark(incident)}${incident.id}: the desk was away`,
    blocks: [{ type: 'text', lines: [[{ text: drillMark(incident) }, ...backLine(incident, gap, view)]] }],
  };
}
