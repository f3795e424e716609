import type { PracticeRequests } from '../control.ts';
import { failureName } from './commanding.ts';
import { controlsOf, isBlock, isEmptyValue } from './controls.ts';
import { isTaken } from './delivery.ts';
import { interact, interactionBase } from './interactions.ts';
import { actingPerson } from './people.ts';
import { ownView } from './pressing.ts';
import { ControlRefusal, SlackRefusal } from './slack-refusal.ts';
import {
  closeFrom,
  type OpenView,
  overlay,
  pushView,
  showView,
  slackView,
  stackOf,
  updateView,
} from './view-stack.ts';
import type { World } from './world.ts';

type Outcome = { errors?: Record<string, string>; error?: string };

/** A person submits a modal; the desk answers with nothing, errors, or another form. */
export async function submit(world: World, request: PracticeRequests['/control/submit']): Promise<Outcome> {
  const person = actingPerson(world, request.as);
  const view = ownView(world, person, request.viewId);
  if (stackOf(world, person.id).at(-1) !== view)
    throw new ControlRefusal('Another form lies on top of this one.');
  view.values = overlay(view.values, request.values);
  const missing = missingInputs(view);
  if (Object.keys(missing).length > 0) return showErrors(world, view, missing);
  const payload = {
    ...interactionBase(world, person),
    type: 'view_submission',
    trigger_id: world.triggers.issue(person.id),
    view: slackView(world, view),
    response_urls: [],
  };
  const ack = await interact(world, payload);
  if (!isTaken(ack)) return { error: failureName(ack) };
  return follow(world, view, isBlock(ack.body) ? ack.body : {});
}

/** A person closes a modal without submitting. */
export async function close(world: World, request: PracticeRequests['/control/close']): Promise<Outcome> {
  const person = actingPerson(world, request.as);
  const view = ownView(world, person, request.viewId);
  for (const closed of closeFrom(world, view)) {
    if (closed.definition.notify_on_close !== true) continue;
    const shape = slackView(world, closed);
    await interact(world, {
      ...interactionBase(world, person),
      type: 'view_closed',
      view: shape,
      is_cleared: false,
    });
  }
  return {};
}

function follow(world: World, view: OpenView, answer: Record<string, unknown>): Outcome {
  try {
    return followChecked(world, view, answer);
  } catch (error) {
    // The desk answered with a form Slack would refuse; the person sees the form unchanged and an error.
    if (error instanceof SlackRefusal) return { error: error.code };
    throw error;
  }
}

function followChecked(world: World, view: OpenView, answer: Record<string, unknown>): Outcome {
  const stack = stackOf(world, view.user);
  switch (answer.response_action) {
    case 'errors':
      return showErrors(world, view, isBlock(answer.errors) ? textsOf(answer.errors) : {});
    case 'update':
      updateView(world, view, answer.view);
      return {};
    case 'push':
      pushView(world, view.user, answer.view);
      return {};
    case 'clear': {
      const bottom = stack[0];
      if (bottom) closeFrom(world, bottom);
      return {};
    }
    default:
      if (stack.includes(view)) closeFrom(world, view);
      return {};
  }
}

function showErrors(world: World, view: OpenView, errors: Record<string, string>): Outcome {
  view.errors = errors;
  showView(world, view);
  return { errors };
}

/** Slack's own client holds a form back until every required input has something in it. */
function missingInputs(view: OpenView): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const { block, blockId, element } of controlsOf(view.blocks)) {
    if (block.type !== 'input' || block.optional === true) continue;
    const value = view.values[blockId]?.[String(element.action_id)];
    if (isEmptyValue(value)) missing[blockId] = 'Please complete this required field.';
  }
  return missing;
}

function textsOf(errors: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([block, text]) => [block, String(text)]));
}
