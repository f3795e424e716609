import type { Incident } from '../../../domain/incident/incident.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { isUnderWay } from '../../../domain/incident/words.ts';
import { type Instant, millisecondsBetween } from '../../../domain/time.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, joined, plain, shortened } from '../../text.ts';
import { severityWords } from '../../wording.ts';
import { customerStatusWords, incidentName, lifecycleWords } from '../incident-words.ts';
import { roleItems } from '../roles/role-items.ts';
import { ticketBlocks } from '../tickets/ticket-blocks.ts';
import { quoted, said } from '../timeline/quoted.ts';
import { roomActions } from './room-actions.ts';
import { customerItems } from './room-customers.ts';
import { endingLines } from './room-ending.ts';
import { roomTroubleBlocks } from './room-trouble.ts';
import type { RoomView } from './room-view.ts';
import { taskBlocks } from './task-blocks.ts';

/** The one living card of an incident: pinned in its room, changed in place, never posted twice. */
export function roomCard(incident: Incident, view: RoomView): TeamCard {
  return {
    audience: 'team',
    summary: `${incidentName(incident)} ${incident.severity} ${shortened(said(incident.title), 200)}`,
    blocks: [...roomBlocks(incident, view), ...roomActions(incident)],
    more: { action: 'incident_timeline', subject: incident.id },
  };
}

/** The card for whoever asks from anywhere: with the way into the room. */
export function statusCard(incident: Incident, view: RoomView): TeamCard {
  const card = roomCard(incident, view);
  const place = roomPlace(incident);
  if (!place) return card;
  const where: Line = [
    { text: place.thread === undefined ? 'War room: ' : 'War room: a thread in ' },
    { channel: place.channel },
  ];
  const [heading, ...rest] = card.blocks;
  return { ...card, blocks: [...(heading ? [heading] : []), { type: 'text', lines: [where] }, ...rest] };
}

/** What the card says, without its buttons: where the incident stands. */
function roomBlocks(incident: Incident, view: RoomView): readonly Block[] {
  return [
    { type: 'heading', text: `${incidentName(incident)} · ${shortened(said(incident.title), 110)}` },
    ...drillBanner(incident),
    { type: 'text', lines: [stateLine(incident, view), sinceLine(incident, view)] },
    ...endingLines(incident, view),
    ...impactBlocks(incident, view),
    { type: 'facts', items: [...roleItems(incident, view), ...customerItems(incident, view)] },
    ...ticketBlocks(incident, view),
    ...roomTroubleBlocks(incident),
    ...taskBlocks(incident),
  ];
}

/** On everything that a drill shows. */
export function drillBanner({ mode }: Pick<Incident, 'mode'>): readonly Block[] {
  if (mode === 'live') return [];
  return [{ type: 'text', lines: [[bold('🔴 This is a drill. Nothing here reaches a customer.')]] }];
}

function stateLine(incident: Incident, { log, timezone }: RoomView): Line {
  const status = statusSince(log) ?? incident.declared.at;
  return joined([
    [bold(severityWords[incident.severity])],
    [bold(lifecycleWords[incident.lifecycle])],
    [
      { text: 'for customers: ' },
      bold(customerStatusWords[incident.customerStatus]),
      { text: ' since ' },
      moment(status, timezone, 'time'),
    ],
  ]);
}

/** When what customers are told was last set. */
function statusSince(log: RoomView['log']): Instant | undefined {
  return log.findLast(({ event }) => ['status_changed', 'resolved', 'reopened'].includes(event.type))?.event
    .at;
}

function sinceLine(incident: Incident, { now, timezone }: RoomView): Line {
  const { declared, internalUpdateAt, reopened } = incident;
  const back = reopened.at(-1);
  const parts: Line[] = [
    [{ text: 'declared ' }, moment(declared.at, timezone), { text: ' by ' }, actor(declared.by)],
    ...(back ? [[{ text: 'reopened ' }, moment(back.at, timezone), { text: ' by ' }, actor(back.by)]] : []),
  ];
  if (isUnderWay(incident.lifecycle)) {
    const told: Line =
      internalUpdateAt === undefined
        ? plain('team not told yet where it stands')
        : [
            { text: 'team told ' },
            moment(internalUpdateAt, timezone, 'time'),
            { text: ` (${lasting(Math.max(0, millisecondsBetween(internalUpdateAt, now)))} ago)` },
          ];
    parts.push(told);
  }
  return joined(parts);
}

function impactBlocks(incident: Incident, { timezone }: RoomView): readonly Block[] {
  const { impact, id, lifecycle } = incident;
  if (impact) {
    const line: Line = [
      bold('Impact: '),
      quoted(impact.what, 600),
      ...(impact.since === undefined ? [] : [{ text: ' since ' }, moment(impact.since, timezone)]),
      ...(impact.notAffected === undefined
        ? []
        : [{ text: ' · not affected: ' }, quoted(impact.notAffected, 300)]),
    ];
    return [{ type: 'text', lines: [line] }];
  }
  if (!isUnderWay(lifecycle)) return [];
  return [
    { type: 'text', lines: [[bold('Impact: '), { text: 'nobody has said yet what is broken for whom.' }]] },
    {
      type: 'actions',
      items: [{ action: 'incident_more', subject: id, value: 'impact', label: 'Say what is broken' }],
    },
  ];
}
