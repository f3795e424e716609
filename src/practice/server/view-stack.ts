import type { PracticeView } from '../control.ts';
import { initialValues, isBlock, withBlockIds } from './controls.ts';
import type { Block } from './message.ts';
import { SlackRefusal } from './slack-refusal.ts';
import type { World } from './world.ts';

export type StateValues = Record<string, Record<string, unknown>>;

/** A modal or App Home somebody has before them. */
export type OpenView = {
  readonly id: string;
  readonly user: string;
  readonly previousId: string | undefined;
  readonly rootId: string;
  definition: Block;
  blocks: Block[];
  hash: string;
  values: StateValues;
  errors: Record<string, string> | undefined;
};

/** Slack lets three modals lie on each other (docs.slack.dev/surfaces/modals). */
const deepestStack = 3;

/** Opens a modal; whatever this person had open is gone. */
export function openView(world: World, user: string, definition: unknown): OpenView {
  const view = newView(world, user, checkedView(world, definition));
  for (const old of stackOf(world, user)) world.changes.publish({ type: 'view_closed', id: old.id, user });
  world.viewStacks.set(user, [view]);
  showView(world, view);
  return view;
}

export function pushView(world: World, user: string, definition: unknown): OpenView {
  const stack = stackOf(world, user);
  if (stack.length === 0) throw new SlackRefusal('not_found');
  if (stack.length >= deepestStack) throw new SlackRefusal('push_limit_reached');
  const view = newView(world, user, checkedView(world, definition), stack.at(-1));
  stack.push(view);
  showView(world, view);
  return view;
}

/** Replaces what a view shows; what was typed into inputs that stay is kept. */
export function updateView(world: World, view: OpenView, definition: unknown): void {
  const checked = checkedView(world, definition);
  view.definition = checked;
  view.blocks = blocksOf(world, checked);
  view.values = overlay(initialValues(view.blocks), view.values);
  view.hash = newHash(world);
  view.errors = undefined;
  showView(world, view);
}

export function publishHome(world: World, user: string, definition: unknown): OpenView {
  const checked = checkedView(world, definition, 'home');
  const home = world.homes.get(user) ?? newView(world, user, checked);
  home.definition = checked;
  home.blocks = blocksOf(world, checked);
  home.values = initialValues(home.blocks);
  home.hash = newHash(world);
  world.homes.set(user, home);
  world.changes.publish({ type: 'home', user, view: slackView(world, home) });
  return home;
}

/** Closes a view and all above it; answers those that closed. */
export function closeFrom(world: World, view: OpenView): OpenView[] {
  const stack = stackOf(world, view.user);
  const closed = stack.splice(Math.max(0, stack.indexOf(view)));
  for (const { id, user } of closed) world.changes.publish({ type: 'view_closed', id, user });
  return closed;
}

export function stackOf(world: World, user: string): OpenView[] {
  const stack = world.viewStacks.get(user) ?? [];
  world.viewStacks.set(user, stack);
  return stack;
}

export function findView(world: World, id: string): OpenView | undefined {
  const open = [...world.viewStacks.values()].flat();
  return [...open, ...world.homes.values()].find(
    (view) => view.id === id || view.definition.external_id === id,
  );
}

export function showView(world: World, view: OpenView): void {
  world.changes.publish({ type: 'view', view: practiceView(world, view) });
}

export function practiceView(world: World, view: OpenView): PracticeView {
  const { id, user, hash, errors } = view;
  return { id, user, view: slackView(world, view), hash, ...(errors && { errors }) };
}

/** A view as Slack's API and payloads show it. */
export function slackView(world: World, view: OpenView): Block {
  const { definition } = view;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    title: null,
    ...definition,
    blocks: view.blocks,
    id: view.id,
    team_id: world.team.id,
    app_id: world.app.id,
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
    hash: view.hash,
    state: { values: view.values },
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
  };
}

/** Typed values over initial ones, for the controls that are there. */
export function overlay(initial: StateValues, typed: StateValues): StateValues {
  const values: StateValues = {};
  for (const [blockId, actions] of Object.entries(initial)) {
    values[blockId] = {};
    for (const [actionId, value] of Object.entries(actions)) {
      values[blockId][actionId] = typed[blockId]?.[actionId] ?? value;
    }
  }
  return values;
}

function newView(world: World, user: string, definition: Block, previous?: OpenView): OpenView {
  const id = world.ids.next('V');
  const blocks = blocksOf(world, definition);
  return {
    id,
    user,
    previousId: previous?.id,
    rootId: previous?.rootId ?? id,
    definition,
    blocks,
    hash: newHash(world),
    values: initialValues(blocks),
    errors: undefined,
  };
}

function checkedView(world: World, definition: unknown, surface: 'modal' | 'home' = 'modal'): Block {
  if (!isBlock(definition) || definition.type !== surface) {
    throw new SlackRefusal('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] view.type must be ${surface}`] },
    });
  }
  const problems = world.validate.view(definition);
  if (problems.length === 0) return definition;
  const messages = problems.map((problem) => `[ERROR] ${problem}`);
  throw new SlackRefusal('invalid_arguments', { response_metadata: { messages } });
}

function blocksOf(world: World, definition: Block): Block[] {
  const blocks = Array.isArray(definition.blocks) ? definition.blocks.filter(isBlock) : [];
  return withBlockIds(blocks, () => world.ids.next('b'));
}

function newHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${world.ids.secret().slice(0, 8)}`;
}
