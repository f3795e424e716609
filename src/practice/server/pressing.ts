import type { PracticePerson, PracticeRequests, PressedIn } from '../control.ts';
import { outcomeOf } from './commanding.ts';
import { type Control, chosenFields, controlsOf, initialValues } from './controls.ts';
import { interact, interactionBase, namedChannel, responseUrl } from './interactions.ts';
import type { Block } from './message.ts';
import { listedMessage } from './message-shapes.ts';
import { actingPerson, visibleMessage, visibleRoom } from './people.ts';
import { ControlRefusal } from './slack-refusal.ts';
import { findView, type OpenView, overlay, type StateValues, slackView } from './view-stack.ts';
import type { World } from './world.ts';

type Pressing = PracticeRequests['/control/press'];

/** A person uses a button, menu or other control; Slack tells the desk with a `block_actions` payload. */
export async function press(world: World, request: Pressing): Promise<{ error?: string }> {
  const person = actingPerson(world, request.as);
  const place = placeOf(world, person, request.in);
  const control = controlsOf(place.blocks).find(
    ({ blockId, element }) => blockId === request.blockId && element.action_id === request.actionId,
  );
  if (!control)
    throw new ControlRefusal(`There is no control ${request.actionId} in block ${request.blockId}.`);
  const chosen = chosenFields(control.element, request.value);
  const values = overlay(place.values, withChoice(request.values ?? {}, control, chosen));
  place.keep(values);
  // An input in a form speaks only when it was asked to.
  if (control.block.type === 'input' && control.block.dispatch_action !== true) return {};
  const payload = {
    ...interactionBase(world, person),
    type: 'block_actions',
    trigger_id: world.triggers.issue(person.id),
    ...place.payload(values),
    actions: [actionOf(world, control, chosen)],
  };
  return outcomeOf(await interact(world, payload, place.channel));
}

type Place = {
  readonly channel: string | undefined;
  readonly blocks: readonly Block[];
  readonly values: StateValues;
  keep(values: StateValues): void;
  payload(values: StateValues): Record<string, unknown>;
};

function placeOf(world: World, person: PracticePerson, where: PressedIn): Place {
  if ('viewId' in where) return viewPlace(world, ownView(world, person, where.viewId));
  if ('homeOf' in where) {
    const home = where.homeOf === person.id ? world.homes.get(person.id) : undefined;
    if (!home) throw new ControlRefusal(`${person.realName} has no App Home open.`);
    return viewPlace(world, home);
  }
  return messagePlace(world, person, where);
}

/** The open modal of this person with that id. */
export function ownView(world: World, person: PracticePerson, id: string): OpenView {
  const view = findView(world, id);
  if (!view || view.user !== person.id) throw new ControlRefusal('This form is no longer open.');
  return view;
}

function viewPlace(world: World, view: OpenView): Place {
  return {
    channel: undefined,
    blocks: view.blocks,
    values: view.values,
    keep(values) {
      view.values = values;
    },
    payload: () => ({ container: { type: 'view', view_id: view.id }, view: slackView(world, view) }),
  };
}

function messagePlace(world: World, person: PracticePerson, at: { channel: string; ts: string }): Place {
  const message = visibleMessage(world, at, person);
  const room = visibleRoom(world, at.channel, person);
  const key = `${person.id} ${message.channel} ${message.ts}`;
  const blocks = message.blocks ?? [];
  const isEphemeral = message.ephemeralTo !== undefined;
  const threadTs = message.root?.ts;
  const target = { person: person.id, channel: room.id, ts: message.ts, threadTs };
  return {
    channel: room.id,
    blocks,
    values: overlay(initialValues(blocks), world.messageStates.get(key) ?? {}),
    keep(values) {
      world.messageStates.set(key, values);
    },
    payload: (values) => ({
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: room.id,
        is_ephemeral: isEphemeral,
        ...(threadTs && { thread_ts: threadTs }),
      },
      channel: namedChannel(room),
      // Slack does not repeat a message that only one person sees.
      ...(!isEphemeral && { message: listedMessage(world, message, 'metadata') }),
      state: { values },
      response_url: responseUrl(world, target),
    }),
  };
}

function withChoice(given: StateValues, { blockId, element }: Control, chosen: Block): StateValues {
  const value = { type: element.type, ...chosen };
  return { ...given, [blockId]: { ...given[blockId], [String(element.action_id)]: value } };
}

function actionOf(world: World, { blockId, element }: Control, chosen: Block): Block {
  const { type, action_id, text, style } = element;
  return {
    type,
    action_id,
    block_id: blockId,
    ...(text !== undefined && { text }),
    ...(style !== undefined && { style }),
    ...chosen,
    action_ts: world.stamps.next(),
  };
}
