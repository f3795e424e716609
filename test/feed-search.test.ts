import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { Article } from '../src/domain/article.ts';
import { feedSearch } from '../src/feed-search.ts';
import { commitImport } from '../src/import/commit-import.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { ten } from './support/builders.ts';

test('a page that an import no longer has is no longer found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-feed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await openLowdbStore({ folder, clock: () => new Date(ten) });
  const imported = (...items: Article[]) =>
    commitImport(store, { kind: 'knowledge', key: 'articles', schema: z.array(Article), items }, ten);
  await imported(aPage('old', 'Fax machine'), aPage('kept', 'Webhooks'));
  const search = createSearch();
  const feed = await feedSearch(store, search);
  expect(search.passages('fax machine', 3).map(({ article }) => article)).toEqual(['old']);
  await imported(aPage('kept', 'Webhooks'));
  expect(search.passages('fax machine', 3)).toEqual([]);
  expect(search.passages('webhooks', 3).map(({ article }) => article)).toEqual(['kept']);
  feed.stop();
  await store.close();
});

function aPage(id: string, title: string): Article {
  const passage = { id: `${id}#1`, article: id, title, heading: title, text: `All about ${title}.` };
  return { id, title, keywords: [], passages: [passage] };
}
