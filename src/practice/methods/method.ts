import type { World } from '../server/world.ts';
import type { Args } from './arguments.ts';

/** A Web API method: answers the fields beside `ok: true`, or throws a SlackRefusal. */
export type Method = (world: World, args: Args) => Readonly<Record<string, unknown>>;

export type Methods = Readonly<Record<string, Method>>;
