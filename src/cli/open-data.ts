import { Misconfigured } from '../domain/errors.ts';
import type { StorePort } from '../store-port.ts';
import { openLowdbStore } from '../stores/lowdb/lowdb-store.ts';

/** The number of the process that holds the data folder, when that is why it could not be opened. */
export function holderOf(error: unknown): string | undefined {
  if (!(error instanceof Misconfigured)) return undefined;
  return /is in use by process (\d+)/.exec(error.message)?.[1];
}

/** Works on the data folder and lets go of it again. A running desk holds it; then nothing is done. */
export async function withData<T>(folder: string, work: (store: StorePort) => Promise<T>): Promise<T> {
  const store = await openLowdbStore({ folder }).catch((error: unknown) => {
    const holder = holderOf(error);
    if (holder === undefined) throw error;
    throw new Misconfigured(
      `The desk is running (process ${holder}) and holds ${folder}. Stop it, run this again, then start it. ` +
        'Nothing was changed.',
      { cause: error },
    );
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
