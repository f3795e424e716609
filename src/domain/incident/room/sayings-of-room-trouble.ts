import type { PersonId } from '../../chat-event.ts';
import { holderOf, type Incident } from '../incident.ts';
import { type IncidentSaying, type Sayings, saying } from '../saying.ts';
import type { IncidentSettings } from '../settings.ts';
import { threadKeys } from './room-thread.ts';

/** Keys of what people are told about a room that is lost or cannot be made; each is changed in place. */
const lostKey = ({ room }: Incident) => `room-lost:${room.lost?.at ?? ''}:`;
const blockedKey = 'room-blocked:';

/** The room is lost or cannot be made: who leads is told by direct message, with what can be done. */
export const sayingsOfRoomTrouble: Sayings = ({ before, after, events, settings }) => {
  const types = new Set(events.map(({ event }) => event.type));
  const has = (...wanted: readonly (typeof events)[number]['event']['type'][]) =>
    wanted.some((type) => types.has(type));
  const { state } = after.room;
  const hasMoved = events.some(({ event }) => event.type === 'room_step_done' && event.step === 'create');
  return [
    ...(has('room_lost') && state === 'lost' ? toEach(after, lostKey(after), settings) : []),
    ...(state === 'blocked' && has('room_blocked', 'role_accepted', 'role_acting')
      ? toEach(after, blockedKey, settings)
      : []),
    ...(has('room_wanted', 'room_back', 'room_degraded') || hasMoved ? settled(after) : []),
    ...(hasMoved && before?.room.state === 'degraded' ? movedFromThread(before, after) : []),
  ];
};

function toEach(incident: Incident, key: string, settings: IncidentSettings): readonly IncidentSaying[] {
  return leadersOf(incident, settings).map((person) => told(`${key}${person}`, person));
}

function told(key: string, person: PersonId): IncidentSaying {
  return saying('incident_room_trouble', { add: key, channel: person, ref: person });
}

/** Commander and liaison; while nobody leads, who declared it; without anybody, the managers. */
function leadersOf(incident: Incident, settings: IncidentSettings): readonly PersonId[] {
  const leads = [holderOf(incident, 'commander'), holderOf(incident, 'liaison')];
  const known = [...new Set(leads.filter((person) => person !== undefined))];
  if (known.length > 0) return known;
  return incident.declared.by === 'desk' ? settings.managers : [incident.declared.by];
}

/** What was told of it says what became of it. */
function settled(incident: Incident): readonly IncidentSaying[] {
  return Object.keys(incident.messages)
    .filter((key) => key.startsWith(lostKey(incident)) || key.startsWith(blockedKey))
    .map((key) =>
      told(key, key.slice(key.startsWith(blockedKey) ? blockedKey.length : lostKey(incident).length)),
    );
}

/** The thread that stood for the room says where it is now. */
function movedFromThread(before: Incident, after: Incident): readonly IncidentSaying[] {
  const { channel } = before.room;
  if (channel === undefined) return [];
  const ref = after.room.channel;
  return [
    saying('incident_thread', { add: `thread-moved:${ref}`, channel, ...(ref === undefined ? {} : { ref }) }),
    ...threadKeys
      .filter((key) => after.messages[key]?.channel === channel)
      .map((key) => saying('incident_thread', { add: key, channel })),
  ];
}
