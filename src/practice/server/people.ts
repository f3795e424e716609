import type { PracticePerson } from '../control.ts';
import type { Message } from './message.ts';
import type { Room } from './room.ts';
import { ControlRefusal } from './slack-refusal.ts';
import { findMessage, type World } from './world.ts';

/** The person who acts in the page; the desk's own bot cannot be acted for. */
export function actingPerson(world: World, id: string): PracticePerson {
  const person = world.people.get(id);
  if (!person) throw new ControlRefusal(`There is nobody with the id ${id}.`);
  if (person.id === world.app.botUser) throw new ControlRefusal('The desk acts for itself.');
  return person;
}

/** A room this person can see. */
export function visibleRoom(world: World, id: string, person: PracticePerson): Room {
  const room = world.rooms.get(id);
  const visible = room && (room.kind === 'channel' || room.members.has(person.id));
  if (!visible) throw new ControlRefusal(`${person.realName} sees no channel ${id}.`);
  return room;
}

/** A message this person can see. */
export function visibleMessage(
  world: World,
  at: { channel: string; ts: string },
  person: PracticePerson,
): Message {
  visibleRoom(world, at.channel, person);
  const message = findMessage(world, at.channel, at.ts);
  const visible = message && (message.ephemeralTo === undefined || message.ephemeralTo === person.id);
  if (!visible) throw new ControlRefusal(`There is no message ${at.ts} in ${at.channel}.`);
  return message;
}
