import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { isUnderWay } from '../../../domain/incident/words.ts';
import { millisecondsBetween } from '../../../domain/time.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { bold, joined, plain, shortened } from '../../text.ts';
import { severityWords } from '../../wording.ts';
import { customerStatusWords, lifecycleWords } from '../incident-words.ts';
import { said } from '../timeline/quoted.ts';

/**
 * One short card outside the room, for everybody who reads the channel of announcements; changed in place until it is over.
 * Undefined for what must not be announced: restricted incidents and drills.
 */
export function announcementCard(incident: Incident, timezone: string): TeamCard | undefined {
  const { id, mode, visibility, severity } = incident;
  if (visibility !== 'open' || mode !== 'live') return undefined;
  const title = shortened(said(incident.title), 110);
  const blocks: readonly Block[] = [
    { type: 'heading', text: `${id} · ${title}` },
    { type: 'text', lines: [stateLine(incident), leadLine(incident, timezone)] },
    { type: 'text', lines: [whereLine(incident)] },
    ...(mayJoin(incident)
      ? [{ type: 'actions' as const, items: [{ action: 'incident_join', subject: id, label: 'Join' }] }]
      : []),
  ];
  return { audience: 'team', summary: `${id} ${severity} ${title}`, blocks };
}

/** A channel that people can be let into. */
function mayJoin(incident: Incident): boolean {
  const place = roomPlace(incident);
  return place !== undefined && place.thread === undefined;
}

function stateLine({ severity, lifecycle, customerStatus, merged }: Incident): Line {
  if (merged) return [bold(`Merged into ${merged.into}`)];
  return joined([
    [bold(severityWords[severity])],
    [bold(lifecycleWords[lifecycle])],
    ...(isUnderWay(lifecycle)
      ? [[{ text: 'for customers: ' }, bold(customerStatusWords[customerStatus])]]
      : []),
  ]);
}

function leadLine(incident: Incident, timezone: string): Line {
  const { declared, lifecycle } = incident;
  const commander = holderOf(incident, 'commander');
  const end = incident.resolved ?? incident.cancelled;
  const acts = incident.roles.commander.acting ? 'Acting commander ' : 'Commander ';
  return joined([
    ...(commander !== undefined
      ? [[{ text: acts }, { person: commander }]]
      : isUnderWay(lifecycle)
        ? [plain('no commander yet')]
        : []),
    [{ text: 'since ' }, moment(declared.at, timezone)],
    ...(end
      ? [
          [{ text: 'until ' }, moment(end.at, timezone)],
          plain(lasting(Math.max(0, millisecondsBetween(declared.at, end.at)))),
        ]
      : []),
  ]);
}

function whereLine(incident: Incident): Line {
  const place = roomPlace(incident);
  const { state } = incident.room;
  if (place)
    return place.thread === undefined
      ? [{ text: 'War room: ' }, { channel: place.channel }]
      : plain('War room: the thread here.');
  if (state === 'archived') return plain('The war room is archived.');
  return plain(
    isUnderWay(incident.lifecycle) ? 'The war room is being made.' : 'There is no war room any more.',
  );
}
