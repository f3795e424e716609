import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/ports.ts';
import type { StorePort } from '../../src/store-port.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';

/** The embedded store in a folder of its own, gone when the test ends. */
export async function openStore(clock: Clock): Promise<StorePort> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-scheduler-'));
  const store = await openLowdbStore({ folder, clock: () => new Date(clock.now()) });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return store;
}
