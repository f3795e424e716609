import type { PersonId } from '../../chat-event.ts';
import type { IncidentEventOf, IncidentEventType } from '../event.ts';
import { holderOf, type Incident } from '../incident.ts';
import { roomPlace } from '../room/place.ts';
import { type Happened, type IncidentSaying, type Sayings, saying } from '../saying.ts';
import { isUpdateOwed } from './ladder.ts';
import { standInFor, whoIsCalled } from './ladder-people.ts';
import { kindOf, type RungKind, rankOf } from './rungs.ts';

/** The one message about what is owed now, changed in place; another generation has another one. */
export function dueKey(generation: number): string {
  return `due:${generation}`;
}

/** That customers are owed an update: told step by step, put right when it is no longer so, told anew in a new room. */
export const sayingsOfLadder: Sayings = (happened) => [
  ...happened.events.flatMap(({ event }): readonly IncidentSaying[] => {
    switch (event.type) {
      case 'reminded':
        return reminded(happened, event);
      case 'desk_was_away':
        return backAgain(happened, event);
      case 'room_step_done':
        return event.step === 'create' ? inNewRoom(happened) : [];
      case 'room_degraded':
      case 'room_back':
        return inNewRoom(happened);
      case 'room_lost':
        return callsInstead(happened.after, happened.settings);
      case 'message_stands':
        return tooLate(happened, event.key);
      default:
        return [];
    }
  }),
  ...settled(happened),
];

function reminded(
  { before, after, events, settings }: Happened,
  { rung }: IncidentEventOf<'reminded'>,
): readonly IncidentSaying[] {
  const generation = after.cadence?.generation ?? 0;
  const kind = kindOf(rung);
  const told = before?.cadence?.generation === generation ? before.cadence.rungs : [];
  const place = roomPlace(after);
  const isWithAbsence = events.some(({ event }) => event.type === 'desk_was_away');
  const key = callKey(generation, rung);
  const call = (add: string, channel: string, where: CallPlace) =>
    callOf({ add, channel }, { generation, rung, where });
  const isNewLine = told.length > 0 && !isWithAbsence && (kind === 'late' || kind === 'takeover');
  const isFirstMiss = isMiss(rung) && !told.some((known) => isMiss(known.rung));
  return [
    ...(place ? [saying('incident_due', { add: dueKey(generation), channel: place.channel })] : []),
    ...(place && isNewLine ? [call(key, place.channel, 'room')] : []),
    ...directTo(kind, after, { settings, hasRoom: place !== undefined }).map((person) =>
      call(`${key}:${person}`, person, 'direct'),
    ),
    ...(isFirstMiss && after.visibility === 'open' && after.mode === 'live'
      ? [call(`${key}:out`, settings.channel, 'out')]
      : []),
  ];
}

/** Where somebody is called: in the room, in their own conversation, or where all incidents are announced. */
export type CallPlace = 'room' | 'direct' | 'out';

function callKey(generation: number, rung: string): string {
  return `call:${generation}:${rung.replace(' ', '-')}`;
}

function callOf(
  row: { readonly add: string; readonly channel: string },
  {
    generation,
    rung,
    where,
  }: { readonly generation: number; readonly rung: string; readonly where: CallPlace },
): IncidentSaying {
  return saying('incident_call', { ...row, ref: `rung|${generation}|${rung}|${where}` });
}

/** The room cannot be spoken in: whoever would read of what is owed there reads it in their own conversation. */
export function callsInstead(incident: Incident, settings: Happened['settings']): readonly IncidentSaying[] {
  const { cadence } = incident;
  const told = cadence?.rungs.at(-1);
  if (!cadence || !told || !isUpdateOwed(incident)) return [];
  const { generation } = cadence;
  return whoIsCalled(kindOf(told.rung), incident, settings).map((person) =>
    callOf(
      { add: `${callKey(generation, told.rung)}:${person}`, channel: person },
      { generation, rung: told.rung, where: 'direct' },
    ),
  );
}

function isMiss(rung: string): boolean {
  return rankOf(rung) >= rankOf('missed');
}

/** Who reads it in their own conversation: whom it is new for, and, without a room, whoever would be called there. */
function directTo(
  kind: RungKind,
  incident: Incident,
  { settings, hasRoom }: { readonly settings: Happened['settings']; readonly hasRoom: boolean },
): readonly PersonId[] {
  const called = hasRoom ? [] : whoIsCalled(kind, incident, settings);
  return [...new Set([...called, ...news()])];

  function news(): readonly PersonId[] {
    const liaison = holderOf(incident, 'liaison');
    if (kind === 'missed') return settings.managers;
    if (kind === 'still') return [...settings.managers, ...(liaison === undefined ? [] : [liaison])];
    const standIn = kind === 'takeover' ? standInFor(incident, settings) : undefined;
    return standIn === undefined ? [] : [standIn];
  }
}

/** One line about the absence, unless the message about what is owed is new with it and says so itself. */
function backAgain(
  { before, after, events }: Happened,
  { from, to }: IncidentEventOf<'desk_was_away'>,
): readonly IncidentSaying[] {
  const place = roomPlace(after);
  const isNewMessage =
    events.some(({ event }) => event.type === 'reminded') && before?.cadence?.rungs.length === 0;
  if (!place || isNewMessage) return [];
  return [saying('incident_call', { add: `away:${to}`, channel: place.channel, ref: `away|${from}|${to}` })];
}

function inNewRoom({ after }: Happened): readonly IncidentSaying[] {
  const place = roomPlace(after);
  const { cadence } = after;
  if (!place || !cadence || cadence.rungs.length === 0 || !isUpdateOwed(after)) return [];
  return [saying('incident_due', { add: dueKey(cadence.generation), channel: place.channel })];
}

/** What ends a due time, or moves it. */
const ends: ReadonlySet<IncidentEventType> = new Set([
  'cadence_set',
  'update_snoozed',
  'update_delivered',
  'update_failed',
  'ticket_detached',
  'absorbed',
  'resolved',
  'cancelled',
  'merged',
  'review_started',
  'closed',
]);

/** The message about what was owed before says what became of it. */
function settled({ before, after, events }: Happened): readonly IncidentSaying[] {
  const key = before?.cadence && dueKey(before.cadence.generation);
  const standing = key === undefined ? undefined : after.messages[key];
  if (key === undefined || !standing || isStillOwed(after, key)) return [];
  const end = events.findLast(({ event }) => ends.has(event.type));
  if (!end) return [];
  return [saying('incident_due', { add: key, channel: standing.channel, ref: `${end.number}` })];
}

/** It was on its way to chat while it was settled. */
function tooLate({ after }: Happened, key: string): readonly IncidentSaying[] {
  const standing = after.messages[key];
  if (!key.startsWith(dueKeyStart) || !standing || isStillOwed(after, key)) return [];
  return [saying('incident_due', { add: key, channel: standing.channel })];
}

const dueKeyStart = 'due:';

/** Whether the message of that key is about what is owed now. */
export function isStillOwed(incident: Incident, key: string): boolean {
  return isUpdateOwed(incident) && key === dueKey(incident.cadence?.generation ?? 0);
}
