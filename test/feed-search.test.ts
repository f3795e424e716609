import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { Article } from '../src/domain/article.ts';
import { feedSearch } from '../src/feed-search.ts';
import { commitImport } from '../src/import/commit-import.ts';
import type { Log, SearchableTicket } from '../src/ports.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { keepSearchIn } from '../src/search-file.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { ten } from './support/builders.ts';

test('a page that an import no longer has is no longer found', async () => {
  const { store, imported } = await aStore();
  await imported(aPage('old', 'Fax machine'), aPage('kept', 'Webhooks'));
  const search = createSearch();
  const feed = await feedSearch(store, search);
  expect(search.passages('fax machine', 3).map(({ article }) => article)).toEqual(['old']);
  await imported(aPage('kept', 'Webhooks'));
  expect(search.passages('fax machine', 3)).toEqual([]);
  expect(search.passages('webhooks', 3).map(({ article }) => article)).toEqual(['kept']);
  await feed.stop();
});

test('what was kept is found again at once, until the store says otherwise', async () => {
  const { store, folder, imported } = await aStore();
  await imported(aPage('webhooks', 'Webhooks'));
  const before = createSearch();
  before.index({ type: 'articles', articles: [aPage('fax', 'Fax machine')] });
  before.index({ type: 'ticket', ticket: aTicket('T-1', 'Labels are blurred') });
  const path = join(folder, 'search.bin');
  await keepSearchIn(path, before).save();

  const search = createSearch();
  const { log, warnings } = aLog();
  const feed = await feedSearch(store, search, { keeper: keepSearchIn(path, search), log });
  expect(warnings).toEqual([]);
  await expect.poll(() => search.tickets('blurred labels', 3).map(({ id }) => id)).toEqual(['T-1']);
  expect(search.passages('webhooks', 3).map(({ article }) => article)).toEqual(['webhooks']);
  expect(search.passages('fax machine', 3)).toEqual([]);
  // Nobody handed T-1 over: the store has it no more.
  await feed.caughtUp();
  expect(search.tickets('blurred labels', 3)).toEqual([]);
  await feed.stop();
});

test.each([
  ['torn', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 9)],
  [
    'changed in the middle',
    (bytes: Uint8Array) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
  ],
  ['empty', () => new Uint8Array(0)],
])('a kept search that is %s is read anew, with a line in the log', async (_how, damage) => {
  const { store, folder, imported } = await aStore();
  await imported(aPage('webhooks', 'Webhooks'));
  const before = createSearch();
  before.index({ type: 'articles', articles: [aPage('webhooks', 'Webhooks')] });
  const path = join(folder, 'search.bin');
  await keepSearchIn(path, before).save();
  await writeFile(path, damage(new Uint8Array(await readFile(path))));

  const search = createSearch();
  const { log, warnings } = aLog();
  const feed = await feedSearch(store, search, { keeper: keepSearchIn(path, search), log });
  expect(warnings).toEqual(['search_read_anew']);
  expect(search.passages('webhooks', 3)).toHaveLength(1);
  await feed.stop();
});

test('a search is kept when its desk ends, but only once it knows the tickets of earlier runs', async () => {
  const { store, folder, imported } = await aStore();
  const path = join(folder, 'search.bin');
  const run = async (caughtUp: boolean) => {
    const search = createSearch();
    const feed = await feedSearch(store, search, { keeper: keepSearchIn(path, search), log: aLog().log });
    if (caughtUp) await feed.caughtUp();
    await imported(aPage('webhooks', `Webhooks ${caughtUp}`));
    await feed.stop();
  };
  await run(false);
  await expect(readFile(path)).rejects.toThrow('ENOENT');
  await run(true);
  expect((await readFile(path)).length).toBeGreaterThan(100);
});

async function aStore() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-feed-'));
  const store = await openLowdbStore({ folder, clock: () => new Date(ten) });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const imported = (...items: Article[]) =>
    commitImport(store, { kind: 'knowledge', key: 'articles', schema: z.array(Article), items }, ten);
  return { store, folder, imported };
}

function aLog(): { readonly log: Log; readonly warnings: string[] } {
  const warnings: string[] = [];
  return { warnings, log: { debug() {}, info() {}, warn: (line) => void warnings.push(line), error() {} } };
}

function aPage(id: string, title: string): Article {
  const passage = { id: `${id}#1`, article: id, title, heading: title, text: `All about ${title}.` };
  return { id, title, keywords: [], passages: [passage] };
}

function aTicket(id: string, subject: string): SearchableTicket {
  return { id, subject, text: subject, requester: 'Dana', openedAt: ten, live: true };
}
