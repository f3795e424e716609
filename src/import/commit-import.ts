import type { z } from 'zod';
import { Invalid } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import type { StorePort } from '../store-port.ts';

/** What an import changed, in numbers. */
export type Imported = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly kept: number;
};

type Item = { readonly id: string };

/**
 * Makes the desk's list what the file says, in one commit: new ones are added, others replaced, missing ones removed.
 * The same list again changes nothing and leaves no event.
 */
export async function commitImport<T extends Item>(
  store: StorePort,
  list: {
    readonly kind: 'knowledge' | 'directory';
    readonly key: 'articles' | 'accounts';
    readonly schema: z.ZodType<T[]>;
    readonly items: readonly T[];
  },
  at: Instant,
): Promise<Imported> {
  const stored = await store.load(list.kind, 'desk');
  const before = byId(stored === undefined ? [] : itemsOf(stored.state, list));
  const after = byId(list.schema.parse(list.items));
  const ids = [...after.keys()];
  const added = ids.filter((id) => !before.has(id)).length;
  const kept = ids.filter((id) => before.get(id) === after.get(id)).length;
  const changed = ids.length - added - kept;
  const removed = [...before.keys()].filter((id) => !after.has(id)).length;
  const imported = { added, changed, removed, kept };
  if (added + changed + removed === 0) return imported;
  await store.commit({
    kind: list.kind,
    id: 'desk',
    expectedVersion: stored?.version ?? 0,
    events: [{ type: 'imported', added, changed, removed, at }],
    state: { [list.key]: list.items },
    at,
  });
  return imported;
}

function itemsOf<T>(state: unknown, list: { readonly key: string; readonly schema: z.ZodType<T[]> }): T[] {
  const value = typeof state === 'object' && state !== null ? Reflect.get(state, list.key) : undefined;
  const parsed = list.schema.safeParse(value);
  if (!parsed.success)
    throw new Invalid(`The ${list.key} in the data folder are not what this version can read.`);
  return parsed.data;
}

/** Compared as text: the schema has put the keys of both sides in one order. */
function byId<T extends Item>(items: readonly T[]): ReadonlyMap<string, string> {
  return new Map(items.map((item) => [item.id, JSON.stringify(item)]));
}
