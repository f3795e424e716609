import type { Incident } from '../../../domain/incident/incident.ts';
import { brokenLine } from '../../../domain/incident/log/log.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, counted, plain } from '../../text.ts';
import { incidentName } from '../incident-words.ts';
import { drillBanner } from '../room/room-card.ts';
import type { RoomView } from '../room/room-view.ts';
import { briefly } from './quoted.ts';
import { shortTimeline } from './short-timeline.ts';
import { sourceWords, type TimelineLine } from './timeline.ts';

const newest = 30;

/** The newest of the timeline, for whoever asks: each line with its number, its source, and whether the log is whole. */
export function timelineCard(incident: Incident, view: RoomView): TeamCard {
  const lines = shortTimeline(view.log, view);
  const shown = lines.slice(-newest);
  const name = incidentName(incident);
  const head: Line = [
    bold(`Timeline of ${name}`),
    {
      text: ` · the newest ${counted(shown.length, 'line')} of a log of ${counted(view.log.length, 'entry', 'entries')}, newest last`,
    },
  ];
  const file: Block = {
    type: 'actions',
    items: [
      {
        action: 'incident_timeline',
        subject: incident.id,
        value: 'file',
        label: 'Put all of it into the room as a file',
      },
    ],
  };
  return {
    audience: 'team',
    summary: `Timeline of ${name}`,
    blocks: [
      ...drillBanner(incident),
      { type: 'text', lines: [head] },
      { type: 'list', ordered: false, items: shown.map((line) => lineOf(line, view.timezone)) },
      { type: 'context', line: sealLine(incident, view) },
      file,
    ],
  };
}

function lineOf({ number, at, who, words, source, writtenDown }: TimelineLine, timezone: string): Line {
  const later: Line =
    writtenDown === undefined
      ? []
      : [{ text: ', written down later, ' }, moment(writtenDown, timezone, 'time')];
  return [
    moment(at, timezone, 'time'),
    { text: ' ' },
    actor(who),
    { text: ' ' },
    ...briefly(words),
    { text: ` (#${number}, ${sourceWords[source]}` },
    ...later,
    { text: ')' },
  ];
}

/** Whether somebody has changed the log behind the desk's back. */
function sealLine({ log: seal }: Incident, { log }: RoomView): Line {
  const broken = brokenLine(log, seal);
  return broken === undefined
    ? plain('The log is whole: every entry stands as it was written.')
    : plain(`⚠️ The log is not as it was written, from entry ${broken} on. Tell whoever runs the desk.`);
}
