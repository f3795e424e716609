import type { PracticePerson, PracticeRequests } from '../control.ts';
import { isTaken } from './delivery.ts';
import type { Ack } from './http-sender.ts';
import { interact, interactionBase, namedChannel, responseUrl } from './interactions.ts';
import { listedMessage } from './message-shapes.ts';
import { postEphemeral } from './messages.ts';
import { actingPerson, visibleMessage, visibleRoom } from './people.ts';
import { respond } from './responses.ts';
import type { Room } from './room.ts';
import { ControlRefusal, SlackRefusal } from './slack-refusal.ts';
import { escapeText } from './typed-text.ts';
import type { World } from './world.ts';

type Outcome = { error?: string };

/** A slash command as typed; what the desk acknowledges with is shown to the person. */
export async function command(world: World, request: PracticeRequests['/control/command']): Promise<Outcome> {
  const person = actingPerson(world, request.as);
  const room = visibleRoom(world, request.channel, person);
  const [name = '', ...rest] = request.text.trim().split(/\s+/);
  if (!world.app.commands.some((known) => known.command === name)) {
    tellPrivately(world, room, { person, text: `${name} is not a valid command.` });
    return { error: 'invalid_command' };
  }
  const text = request.text.trim().slice(name.length).trim();
  const target = { person: person.id, channel: room.id, ts: undefined, threadTs: undefined };
  const body = {
    token: 'practice-verification-token',
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: room.id,
    channel_name: namedChannel(room).name,
    user_id: person.id,
    user_name: person.name,
    command: name,
    text: rest.length > 0 ? escapeText(text) : '',
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl(world, target),
    trigger_id: world.triggers.issue(person.id),
  };
  const ack = await world.delivery.ask({
    kind: 'command',
    type: name,
    id: world.ids.next('I'),
    channel: room.id,
    body,
  });
  if (!isTaken(ack)) {
    const error = failureName(ack);
    tellPrivately(world, room, { person, text: `${name} failed with the error "${error}"` });
    return { error };
  }
  return showAnswer(() => {
    if (typeof ack.body === 'string') respond(world, target, { text: ack.body });
    else if (typeof ack.body === 'object' && ack.body !== null) respond(world, target, { ...ack.body });
  });
}

/** A shortcut from the message menu or the global one. */
export async function shortcut(
  world: World,
  request: PracticeRequests['/control/shortcut'],
): Promise<Outcome> {
  const person = actingPerson(world, request.as);
  const known = world.app.shortcuts.find((one) => one.callbackId === request.callbackId);
  if (!known) throw new ControlRefusal(`The desk has no shortcut ${request.callbackId}.`);
  const common = {
    ...interactionBase(world, person),
    callback_id: known.callbackId,
    trigger_id: world.triggers.issue(person.id),
    action_ts: world.stamps.next(),
  };
  if (known.type === 'global') return outcomeOf(await interact(world, { ...common, type: 'shortcut' }));
  const at = { channel: request.channel ?? '', ts: request.ts ?? '' };
  const message = visibleMessage(world, at, person);
  const room = visibleRoom(world, at.channel, person);
  const threadTs = message.root?.ts;
  const payload = {
    ...common,
    type: 'message_action',
    message_ts: message.ts,
    channel: namedChannel(room),
    message: listedMessage(world, message, 'no metadata'),
    response_url: responseUrl(world, { person: person.id, channel: room.id, ts: message.ts, threadTs }),
  };
  return outcomeOf(await interact(world, payload, room.id));
}

/** Slack's name for a desk that did not acknowledge. */
export function failureName(ack: Ack): string {
  return ack.status === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
}

export function outcomeOf(ack: Ack): Outcome {
  return isTaken(ack) ? {} : { error: failureName(ack) };
}

function showAnswer(show: () => void): Outcome {
  try {
    show();
    return {};
  } catch (error) {
    // The desk's answer broke Slack's rules; the person sees that, the server goes on.
    if (error instanceof SlackRefusal) return { error: error.code };
    throw error;
  }
}

function tellPrivately(world: World, room: Room, told: { person: PracticePerson; text: string }): void {
  postEphemeral(world, room, { user: 'USLACKBOT', text: told.text, ephemeralTo: told.person.id });
}
