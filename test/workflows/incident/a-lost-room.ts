import { expect } from 'vitest';
import { handleEvent } from '../../../handlers/index.ts';
import type { ChatEventOf } from '../../../src/domain/chat-event.ts';
import { Refused } from '../../../src/domain/errors.ts';
import { second } from '../../../src/domain/time.ts';
import { ana, ben } from '../../support/builders.ts';
import { aWarRoom, type WarRoom } from './a-war-room.ts';

/** The platform says no, with its own word for why. */
export const refused = (code: string) => new Refused(`The platform says ${code}.`, code);

/** INC-7 with everything in its room. */
export async function furnished(): Promise<WarRoom> {
  const room = await aWarRoom();
  await room.pass(10 * second);
  return room;
}

let happened = 0;
export function base({ clock }: WarRoom) {
  happened += 1;
  return { keys: [`lost-${happened}`], at: clock.now() };
}

export async function channelOf(room: WarRoom): Promise<string> {
  return (await room.incident()).room.channel ?? '';
}

/** Somebody does something to the room's channel. */
export async function done(
  room: WarRoom,
  change: ChatEventOf<'channel_changed'>['change'],
  more: object = {},
) {
  const channel = await channelOf(room);
  const made = room.rooms.rooms.get(channel);
  if (made && change !== 'renamed')
    made.state = change === 'archived' ? 'archived' : change === 'deleted' ? 'gone' : 'open';
  const event = { ...base(room), type: 'channel_changed' as const, change, channel, by: ben, ...more };
  expect((await handleEvent(room.desk, event)).outcome).toBe('done');
}

export async function press(room: WarRoom, action: string, by = ana) {
  const pressed = { type: 'pressed' as const, action, subject: 'INC-7', by, handle: { person: by } };
  await handleEvent(room.desk, { ...base(room), ...pressed });
}

/** What whoever acted last was told. */
export const answered = ({ chat }: WarRoom) => JSON.stringify(chat.answers.at(-1)?.answer ?? '');
