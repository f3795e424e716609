import type { IncidentSummary } from '../../../domain/incident/summary.ts';
import type { WarRoomOpened } from '../../../domain/incident/tickets/war-room-opened.ts';
import type { Card, Line } from '../../card.ts';
import { bold, plain } from '../../text.ts';
import { refusalWords } from '../../wording.ts';

/** What came of asking for a war room, for whoever asked. `seen`: the incident, when they may look at it. */
export function openedCard(opened: WarRoomOpened, seen: IncidentSummary | undefined): Card {
  if (opened.outcome === 'unknown_ticket')
    return card([plain('There is no such ticket. Check its number, or use /ticket search.')]);
  if (opened.outcome === 'refused') return card([plain(refusalWords[opened.refusal.refused])]);
  const { incident, ticket } = opened;
  if (opened.outcome === 'under_way')
    return card([[bold(incident), { text: ` is under way for ${ticket}.` }, ...roomSpans(seen)]]);
  const leftOut = opened.leftOut.map(({ ticket: other, incident: of }) =>
    plain(
      of === undefined
        ? `${other} is not there or was merged: left out.`
        : `${other} is in ${of} already: left out.`,
    ),
  );
  return card([
    [bold(incident), { text: ` is declared for ${ticket}. Its room follows in a moment.` }],
    ...leftOut,
  ]);
}

/** ` Room: #inc-7`, or nothing while there is no room to go to. */
function roomSpans(seen: Pick<IncidentSummary, 'channel'> | undefined): Line {
  return seen?.channel === undefined ? [] : [{ text: ' Room: ' }, { channel: seen.channel }];
}

function card(lines: readonly Line[]): Card {
  const [first = []] = lines;
  const summary = first.map((span) => ('text' in span ? span.text : '')).join('');
  return { summary, blocks: [{ type: 'text', lines }] };
}
