import type { IncidentSummary } from '../../domain/incident/summary.ts';
import type { Instant } from '../../domain/time.ts';
import type { Card, Line } from '../card.ts';
import { moment } from '../moment.ts';
import type { ListView } from '../team/lists.ts';
import { bold, joined, plain, shortened } from '../text.ts';
import { lifecycleWords } from './incident-words.ts';

const mostListed = 20;

/** Incidents that are not finished. Given only what the reader may see. */
export function incidentListCard(incidents: readonly IncidentSummary[], view: ListView): Card {
  if (incidents.length === 0) {
    const words = 'No incident is under way. Open a war room with /ticket war-room T-12.';
    return { summary: words, blocks: [{ type: 'text', lines: [plain(words)] }] };
  }
  return listed('Incidents', incidents, view);
}

/** Several are under way, and nothing says which one is meant. */
export function chooseIncidentCard(
  incidents: readonly IncidentSummary[],
  words: string,
  view: ListView,
): Card {
  const example = shortened(`/ticket war-room ${incidents[0]?.id ?? 'INC-7'} ${words}`, 200);
  return listed(`Which one? Name it, like: ${example}`, incidents, view);
}

function listed(title: string, incidents: readonly IncidentSummary[], view: ListView): Card {
  const more = incidents.length - mostListed;
  return {
    summary: title,
    blocks: [
      { type: 'text', lines: [[bold(title)]] },
      {
        type: 'list',
        ordered: false,
        items: incidents.slice(0, mostListed).map((incident) => incidentLine(incident, view)),
      },
      ...(more > 0 ? [{ type: 'context' as const, line: plain(`and ${more} more`) }] : []),
    ],
  };
}

/** One incident of a list: what it is, who leads it, what customers are owed next, and where its room is. */
export function incidentLine(incident: IncidentSummary, view: ListView): Line {
  const { id, title, severity, lifecycle, mode, visibility, commander, channel, thread, dueAt } = incident;
  const parts: Line[] = [
    [bold(id), { text: ` ${shortened(title, 60)}` }],
    plain(severity),
    plain(lifecycleWords[lifecycle]),
    ...(mode === 'drill' ? [plain('drill')] : []),
    ...(visibility === 'restricted' ? [plain('restricted')] : []),
    // The word for one that was only declared says already that nobody leads it.
    ...(commander !== undefined
      ? [[{ text: 'led by ' }, { person: commander }]]
      : lifecycle === 'declared'
        ? []
        : [plain('nobody leads yet')]),
    ...(dueAt === undefined ? [] : [nextUpdate(dueAt, view)]),
    ...(channel === undefined
      ? []
      : [[{ text: thread === undefined ? 'room ' : 'thread in ' }, { channel }]]),
  ];
  return joined(parts);
}

function nextUpdate(dueAt: Instant, { settings, now }: ListView): Line {
  const when = moment(dueAt, settings.timezone);
  return dueAt <= now ? [bold('update overdue since '), when] : [{ text: 'next update ' }, when];
}
