import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { layout } from '../../../src/stores/lowdb/layout.ts';
import { openLowdbStore } from '../../../src/stores/lowdb/lowdb-store.ts';
import { aFolder } from '../../cli/data-folder.ts';
import { ten } from '../../support/builders.ts';

async function storeAfter(heartbeat: string) {
  const folder = await aFolder();
  await mkdir(folder, { recursive: true });
  await writeFile(layout(folder).heartbeat, heartbeat);
  return { folder, store: await openLowdbStore({ folder }) };
}

test.each([
  ['empty', ''],
  ['cut off', '{"alive":"2026-11-2'],
  ['of another version', '{"alive":"2026-11-20T10:00:00.000Z","since":3}'],
  ['no time at all', '{"alive":"yesterday"}'],
])(
  'a sign of life that is %s keeps no desk from starting and from giving the next one',
  async (_how, text) => {
    const { folder, store } = await storeAfter(text);
    expect(store.lastAlive).toBeUndefined();
    await store.alive(ten);
    await store.close();
    expect(await readFile(layout(folder).heartbeat, 'utf8')).toBe(`{"alive":"${ten}"}\n`);
  },
);

test('where a sign of life cannot be written the desk works on', async () => {
  const folder = await aFolder();
  await mkdir(layout(folder).heartbeat, { recursive: true });
  const store = await openLowdbStore({ folder });
  expect(store.lastAlive).toBeUndefined();
  await store.alive(ten);
  await store.close();
});
