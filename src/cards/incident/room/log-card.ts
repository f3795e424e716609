import type { Incident } from '../../../domain/incident/incident.ts';
import { hasNoPage } from '../../../domain/incident/room/has-no-page.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, counted, plain } from '../../text.ts';
import { incidentName } from '../incident-words.ts';
import { briefly } from '../timeline/quoted.ts';
import { shortTimeline } from '../timeline/short-timeline.ts';
import { drillBanner } from './room-card.ts';
import type { RoomView } from './room-view.ts';

const newest = 15;

/** The latest of the log as one message, changed in place: what a room reads that can have no page of its own. */
export function logCard(incident: Incident, view: RoomView): TeamCard {
  const name = incidentName(incident);
  const summary = `Log of ${name}`;
  if (!hasNoPage(incident)) {
    const words = 'The log of this room is on its page again.';
    return {
      audience: 'team',
      summary,
      blocks: [...drillBanner(incident), { type: 'text', lines: [plain(words)] }],
    };
  }
  const lines = shortTimeline(view.log, view);
  const earlier = Math.max(0, lines.length - newest);
  const items = lines
    .slice(-newest)
    .map(
      ({ at, who, words }): Line => [
        moment(at, view.timezone, 'time'),
        { text: ' ' },
        actor(who),
        { text: ' ' },
        ...briefly(words),
      ],
    );
  return {
    audience: 'team',
    summary,
    blocks: [
      ...drillBanner(incident),
      {
        type: 'text',
        lines: [
          [
            bold(`📜 Log of ${incident.id}, newest last`),
            ...(earlier > 0 ? [{ text: ` · ${counted(earlier, 'earlier entry', 'earlier entries')}` }] : []),
          ],
        ],
      },
      { type: 'list', ordered: false, items },
      { type: 'actions', items: [{ action: 'incident_timeline', subject: incident.id, label: 'Show more' }] },
    ],
  };
}
