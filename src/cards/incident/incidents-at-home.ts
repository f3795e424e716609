import type { IncidentSummary } from '../../domain/incident/summary.ts';
import type { Block } from '../card.ts';
import type { ListView } from '../team/lists.ts';
import { bold, counted, plain } from '../text.ts';
import { incidentLine } from './incident-list-card.ts';

const mostAtHome = 10;

/** What is under way, above a person's tickets; nothing on a calm day. Given only what the reader may see. */
export function incidentsAtHome(incidents: readonly IncidentSummary[], view: ListView): readonly Block[] {
  if (incidents.length === 0) return [];
  const more = incidents.length - mostAtHome;
  return [
    { type: 'divider' },
    {
      type: 'text',
      lines: [[bold('War rooms'), { text: ` · ${counted(incidents.length, 'incident')} under way` }]],
    },
    {
      type: 'list',
      ordered: false,
      items: incidents.slice(0, mostAtHome).map((incident) => incidentLine(incident, view)),
    },
    ...(more > 0
      ? [{ type: 'context' as const, line: plain(`and ${more} more: /ticket war-room list`) }]
      : []),
  ];
}
