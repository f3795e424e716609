import { SlackRefusal } from '../server/slack-refusal.ts';
import {
  findView,
  type OpenView,
  openView,
  publishHome,
  pushView,
  slackView,
  stackOf,
  updateView,
} from '../server/view-stack.ts';
import type { World } from '../server/world.ts';
import { type Args, neededText, textArg } from './arguments.ts';
import { personArg } from './lookup.ts';
import type { Methods } from './method.ts';

/** Modals and App Home. */
export const viewMethods: Methods = {
  'views.open': (world, args) => {
    const person = triggeringPerson(world, args);
    refuseTakenId(world, args.view);
    return { view: slackView(world, openView(world, person, args.view)) };
  },

  'views.push': (world, args) => {
    const person = triggeringPerson(world, args);
    refuseTakenId(world, args.view);
    return { view: slackView(world, pushView(world, person, args.view)) };
  },

  'views.update': (world, args) => {
    const view = findView(world, textArg(args, 'view_id') ?? neededText(args, 'external_id'));
    if (!view || !isOpen(world, view)) throw new SlackRefusal('not_found');
    refuseOldHash(args, view);
    updateView(world, view, args.view);
    return { view: slackView(world, view) };
  },

  'views.publish': (world, args) => {
    const person = personArg(world, { user: neededText(args, 'user_id') });
    const home = world.homes.get(person.id);
    if (home) refuseOldHash(args, home);
    return { view: slackView(world, publishHome(world, person.id, args.view)) };
  },
};

function triggeringPerson(world: World, args: Args): string {
  return world.triggers.use(textArg(args, 'trigger_id') ?? neededText(args, 'interactivity_pointer'));
}

function refuseTakenId(world: World, view: unknown): void {
  if (typeof view !== 'object' || view === null || !('external_id' in view) || !view.external_id) return;
  if (findView(world, String(view.external_id))) throw new SlackRefusal('duplicate_external_id');
}

function refuseOldHash(args: Args, view: OpenView): void {
  const hash = textArg(args, 'hash');
  if (hash && hash !== view.hash) throw new SlackRefusal('hash_conflict');
}

function isOpen(world: World, view: OpenView): boolean {
  return stackOf(world, view.user).includes(view);
}
