import type { PracticeRequests } from '../control.ts';
import { announce } from './events.ts';
import { storeFile } from './files.ts';
import type { Message } from './message.ts';
import { addReaction, editMessage, postMessage, removeMessage, removeReaction } from './messages.ts';
import { actingPerson, visibleMessage, visibleRoom } from './people.ts';
import { directRoom, joinRoom } from './rooms.ts';
import { ControlRefusal } from './slack-refusal.ts';
import { typedText } from './typed-text.ts';
import { slackView } from './view-stack.ts';
import type { World } from './world.ts';

type Request<Route extends keyof PracticeRequests> = PracticeRequests[Route];

/** A person writes in a channel, a thread or to the desk. */
export function say(world: World, request: Request<'/control/message'>): { ts: string } {
  const person = actingPerson(world, request.as);
  const room = visibleRoom(world, request.channel, person);
  if (room.archived) throw new ControlRefusal(`#${room.name} is archived.`);
  const files = (request.files ?? []).map((file) => storeFile(world, { ...file, user: person.id }));
  if (request.text.trim() === '' && files.length === 0) throw new ControlRefusal('There is nothing to post.');
  // Slack offers a public channel to everybody and joins whoever writes there.
  joinRoom(world, room, { person: person.id });
  const message = postMessage(world, room, {
    user: person.id,
    text: typedText(world, request.text),
    clientMsgId: world.ids.secret(),
    files,
    ...(files.length > 0 && { subtype: 'file_share' }),
    threadTs: request.threadTs,
    ...(request.also && { broadcast: true }),
  });
  for (const file of files) tellFile(world, file.id, { user: person.id, channel: room.id });
  return { ts: message.ts };
}

export function edit(world: World, request: Request<'/control/edit'>): void {
  const message = ownMessage(world, request);
  editMessage(world, message, { text: typedText(world, request.text), by: request.as });
}

export function remove(world: World, request: Request<'/control/delete'>): void {
  removeMessage(world, ownMessage(world, request));
}

/** Adds the reaction, or takes it back when this person has it there already. */
export function react(world: World, request: Request<'/control/react'>): void {
  const person = actingPerson(world, request.as);
  const message = visibleMessage(world, request, person);
  if (message.ephemeralTo !== undefined)
    throw new ControlRefusal('Nobody can react to a message only one person sees.');
  const by = { user: person.id, name: request.name };
  if (!removeReaction(world, message, by)) addReaction(world, message, by);
}

/** A person looks at the desk's App Home. */
export function openHome(world: World, request: Request<'/control/open-home'>): void {
  const person = actingPerson(world, request.as);
  const home = world.homes.get(person.id);
  const channel = directRoom(world, person.id).id;
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel,
    tab: 'home',
    event_ts: world.stamps.next(),
  };
  announce(world, { ...event, ...(home && { view: slackView(world, home) }) }, channel);
}

/** The direct conversation of a person with the desk. */
export function direct(world: World, request: Request<'/control/direct'>): { channel: string } {
  return { channel: directRoom(world, actingPerson(world, request.as).id).id };
}

function ownMessage(world: World, request: { as: string; channel: string; ts: string }): Message {
  const person = actingPerson(world, request.as);
  const message = visibleMessage(world, request, person);
  if (message.user !== person.id || message.deleted)
    throw new ControlRefusal(`This is not a message of ${person.realName}.`);
  return message;
}

function tellFile(world: World, fileId: string, at: { user: string; channel: string }): void {
  const event = {
    type: 'file_shared',
    file_id: fileId,
    file: { id: fileId },
    user_id: at.user,
    channel_id: at.channel,
  };
  announce(world, { ...event, event_ts: world.stamps.next() }, at.channel);
}
