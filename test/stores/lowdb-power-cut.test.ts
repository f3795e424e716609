import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StorePort } from '../../src/store-port.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import {
  aChange,
  aMessage,
  anIncidentChange,
  anIncidentSummary,
  aSummary,
  claimAt,
  ten,
} from '../contracts/store/builders.ts';
import { dataFolder } from './lowdb/data-folder.ts';
import { type Image, imageAfter, losses, recordedDisk, writeImage } from './lowdb/recorded-disk.ts';

type Step =
  | { readonly do: 'commit' | 'close'; readonly ticket: number }
  | { readonly do: 'hear' | 'handle' | 'number' | 'declare' };

/** What was acknowledged, and after how many operations of the disk. */
type Promised = { readonly after: number } & (
  | {
      readonly what: 'version';
      readonly kind: 'ticket' | 'incident';
      readonly id: string;
      readonly version: number;
    }
  | { readonly what: 'heard' | 'handled' | 'number'; readonly name: string }
);

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('commit', 'close'), ticket: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('hear', 'handle', 'number', 'declare') }) },
);
/** Steps of one group go on at the same time. */
const aHistory = fc.array(fc.array(aStep, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 6 });

const aFullLife: Step[][] = [
  [{ do: 'hear' }, { do: 'number' }, { do: 'declare' }],
  [{ do: 'commit', ticket: 1 }],
  [{ do: 'close', ticket: 1 }, { do: 'handle' }],
  [{ do: 'commit', ticket: 1 }],
  [{ do: 'close', ticket: 1 }],
];

test('after a power cut at any moment everything that was acknowledged is there', async () => {
  const folder = await dataFolder();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      round += 1;
      const { operations, promised } = await live(join(folder.path, `live-${round}`), history);
      const seen = new Set<string>();
      for (let count = 0; count <= operations.length; count += 1) {
        const due = promised.filter(({ after }) => after <= count);
        for (const loss of losses) {
          const image = imageAfter(operations, count, loss);
          const name = `${loss} ${due.length} ${hashOf(image)}`;
          if (seen.has(name)) continue;
          seen.add(name);
          const root = join(folder.path, 'image');
          await writeImage(image, root);
          await holds(root, due, `${loss}, after ${count} of ${operations.length} operations`);
          await rm(root, { recursive: true });
        }
      }
    }),
    { numRuns: 2, seed: 20261120, endOnFailure: true, examples: [[aFullLife]] },
  );
}, 120_000);

async function live(root: string, history: readonly (readonly Step[])[]) {
  const { files, operations } = recordedDisk(root);
  const promised: Promised[] = [];
  const store = await openLowdbStore({ folder: root, files, clock: () => new Date(ten) });
  const versions = new Map<string, number>();
  let heard = 0;
  const take = async (step: Step) => {
    if (step.do === 'commit' || step.do === 'close') {
      const id = `T-${step.ticket}`;
      const expectedVersion = versions.get(id) ?? 0;
      versions.set(id, expectedVersion + 1);
      const summary = aSummary(id, step.do === 'close' ? { status: 'closed', closedAt: ten } : {});
      const now = { version: expectedVersion + 1 };
      const version = await store.commit(
        aChange(id, { expectedVersion, summary, state: now, events: [now] }),
      );
      promised.push({ after: operations.length, what: 'version', kind: 'ticket', id, version });
    } else if (step.do === 'declare') {
      const id = await store.nextIncidentId();
      promised.push({ after: operations.length, what: 'number', name: id });
      const now = { version: 1 };
      const incident = anIncidentSummary(id);
      const version = await store.commit(anIncidentChange(id, { state: now, events: [now], incident }));
      promised.push({ after: operations.length, what: 'version', kind: 'incident', id, version });
    } else if (step.do === 'hear') {
      heard += 1;
      const name = `message ${heard}`;
      await store.receive(aMessage({ keys: [name] }), ten);
      promised.push({ after: operations.length, what: 'heard', name });
    } else if (step.do === 'handle') {
      for (const claim of await claimAt(store, 'inbox', { limit: 1 })) {
        await store.settle('inbox', claim, { handled: { outcome: 'done' } });
        promised.push({ after: operations.length, what: 'handled', name: claim.entry.event.keys[0] ?? '' });
      }
    } else promised.push({ what: 'number', name: await store.nextTicketId(), after: operations.length });
  };
  for (const group of history) await Promise.all(group.map(take));
  const done = [...operations];
  await store.close();
  return { operations: done, promised };
}

async function holds(root: string, due: readonly Promised[], when: string): Promise<void> {
  let store: StorePort;
  try {
    store = await openLowdbStore({ folder: root });
  } catch (error) {
    throw new Error(`cannot start ${when}`, { cause: error });
  }
  try {
    const journal = await store.intake({ limit: 1000 });
    const next = [await store.nextTicketId(), await store.nextIncidentId()];
    for (const promise of due) {
      if (promise.what === 'version') {
        const stored = await store.load(promise.kind, promise.id);
        const version = stored?.version ?? 0;
        expect(version, `${promise.id} ${when}`).toBeGreaterThanOrEqual(promise.version);
        expect(stored?.state, when).toEqual({ version });
        expect(stored?.events, when).toEqual(Array.from({ length: version }, (_, n) => ({ version: n + 1 })));
      } else if (promise.what === 'number') expect(next, when).not.toContain(promise.name);
      else {
        const entry = journal.find(({ event }) => event.keys.includes(promise.name));
        expect(entry, `${promise.name} ${when}`).toBeDefined();
        if (promise.what === 'handled') expect(entry?.result?.outcome, when).toBe('done');
      }
    }
  } finally {
    await store.close();
  }
}

function hashOf(image: Image): string {
  const hash = createHash('sha1');
  for (const [path, content] of image) hash.update(`${path}:`).update(content ?? '');
  return hash.digest('hex');
}
