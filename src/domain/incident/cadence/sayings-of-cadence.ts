import type { IncidentEventOf } from '../event.ts';
import { holderOf } from '../incident.ts';
import { roomPlace } from '../room/place.ts';
import { type Happened, type IncidentSaying, type Sayings, saying } from '../saying.ts';
import { sayingsOfLadder } from './ladder-sayings.ts';

/** That customers or the team are owed a word. */
export const sayingsOfCadence: Sayings = (happened) => [
  ...sayingsOfLadder(happened),
  ...happened.events.flatMap(({ number, event }): readonly IncidentSaying[] => {
    switch (event.type) {
      case 'internal_update':
        return internalUpdate(happened, number);
      case 'nudged':
        return nudges(happened, event);
      case 'update_drafted':
        return prepared(happened, event);
      default:
        return [];
    }
  }),
];

/** In the room, and under the announcement for those who only follow it; never wider than the incident itself. */
function internalUpdate({ after, settings }: Happened, number: number): readonly IncidentSaying[] {
  const place = roomPlace(after);
  const isFollowed =
    after.mode === 'live' && after.visibility === 'open' && place?.channel !== settings.channel;
  return [
    ...(place
      ? [
          saying('incident_internal', {
            add: `internal:${number}`,
            channel: place.channel,
            ref: `${number}|room`,
          }),
        ]
      : []),
    ...(isFollowed
      ? [
          saying('incident_internal', {
            add: `internal:${number}:out`,
            channel: settings.channel,
            ref: `${number}|out`,
          }),
        ]
      : []),
  ];
}

function nudges({ after }: Happened, { about, to }: IncidentEventOf<'nudged'>): readonly IncidentSaying[] {
  const count = after.nudges[about]?.count ?? 1;
  return to.map((person) =>
    saying('incident_nudge', {
      add: `nudge:${about}:${count}:${person}`,
      channel: person,
      ref: `${count}|${about}`,
    }),
  );
}

/** The desk has written a draft: whoever sends it reads of it before it is due. */
function prepared(
  { after }: Happened,
  { by, update: { update } }: IncidentEventOf<'update_drafted'>,
): readonly IncidentSaying[] {
  const person = holderOf(after, 'liaison') ?? holderOf(after, 'commander');
  if (by !== 'desk' || person === undefined) return [];
  return [saying('incident_call', { add: `prepared:${update}`, channel: person, ref: `prepared|${update}` })];
}
