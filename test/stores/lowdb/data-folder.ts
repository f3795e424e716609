import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StorePort } from '../../../src/store-port.ts';
import { type LowdbStoreOptions, openLowdbStore } from '../../../src/stores/lowdb/lowdb-store.ts';

/** A data folder of its own for one test; gone after it, with every store opened on it closed. */
export async function dataFolder(): Promise<{
  readonly path: string;
  open(options?: Partial<LowdbStoreOptions>): Promise<StorePort>;
  /** All files, by path from the folder. */
  files(): Promise<readonly string[]>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'muster-store-'));
  const stores: StorePort[] = [];
  onTestFinished(async () => {
    for (const store of stores) await store.close();
    await rm(path, { recursive: true, force: true });
  });
  return {
    path,
    async open(options = {}) {
      const store = await openLowdbStore({ folder: path, ...options });
      stores.push(store);
      return store;
    },
    async files() {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .sort();
    },
  };
}
