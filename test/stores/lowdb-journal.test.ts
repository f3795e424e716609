import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../src/stores/lowdb/files.ts';
import { aMessage, claimAt, minutesAfterTen, ten } from '../contracts/store/builders.ts';
import { dataFolder } from './lowdb/data-folder.ts';

const clock = () => new Date(ten);

test('an event is one readable line', async () => {
  const folder = await dataFolder();
  const store = await folder.open({ clock });
  await store.receive(aMessage({ keys: ['Ev1'] }), ten);
  const [claim] = await claimAt(store, 'inbox');
  await store.settle('inbox', claim!, { handled: { outcome: 'opened', ticket: 'T-1' } });
  const lines = (await readFile(join(folder.path, 'inbox/2026-11-20.001.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { format: 1, journal: 'inbox' },
    { n: 1, at: ten, event: { type: 'message', keys: ['Ev1'] } },
    { n: 1, result: { outcome: 'opened', ticket: 'T-1', at: ten } },
  ]);
});

test('cut at any byte of its last line the journal opens with everything before', async () => {
  const folder = await dataFolder();
  const first = await folder.open({ clock });
  for (const key of ['a', 'b', 'c']) await first.receive(aHomeOpening(key), ten);
  await first.close();
  const path = join(folder.path, 'inbox/2026-11-20.001.jsonl');
  const whole = await readFile(path);
  const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
  for (let end = lastLine; end < whole.length; end += 1) {
    await writeFile(path, whole.subarray(0, end));
    const store = await folder.open({ clock });
    expect((await store.intake({ limit: 9 })).map(({ event }) => event.keys[0])).toEqual(['b', 'a']);
    expect(await store.receive(aHomeOpening('b'), ten)).toBe('known');
    expect(await store.receive(aHomeOpening('c'), ten)).toBe('stored');
    await store.close();
    const after = await folder.open({ clock });
    expect((await after.intake({ limit: 9 })).map(({ event }) => event.keys[0])).toEqual(['c', 'b', 'a']);
    await after.close();
  }
});

test('an end torn within its last shared write is dropped, and the log says so', async () => {
  const folder = await dataFolder();
  const first = await folder.open({ clock });
  await first.receive(aMessage({ keys: ['safe'] }), ten);
  // The first of these goes alone, the others share the next write.
  await Promise.all(['d1', 'd2', 'd3', 'd4'].map((key) => first.receive(aMessage({ keys: [key] }), ten)));
  await first.close();
  const path = join(folder.path, 'inbox/2026-11-20.001.jsonl');
  const lines = (await readFile(path, 'utf8')).split('\n');
  const secondOfBatch = lines.findIndex((line) => line.includes('"d3"'));
  lines[secondOfBatch] = '\0'.repeat(lines[secondOfBatch]?.length ?? 0);
  await writeFile(path, lines.join('\n'));
  const warnings: string[] = [];
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, error: quiet, warn: (fact: string) => warnings.push(fact) };
  const store = await folder.open({ clock, log });
  expect((await store.intake({ limit: 9 })).map(({ event }) => event.keys[0])).toEqual(['d2', 'd1', 'safe']);
  expect(warnings).toEqual(['journal_end_torn']);
});

test('a line that was acknowledged and cannot be read stops the start with file and line', async () => {
  const folder = await dataFolder();
  const first = await folder.open({ clock });
  for (const key of ['a', 'b', 'c']) await first.receive(aMessage({ keys: [key] }), ten);
  await first.close();
  const path = join(folder.path, 'inbox/2026-11-20.001.jsonl');
  const lines = (await readFile(path, 'utf8')).split('\n');
  for (const [number, damage] of [
    [1, '{"format":1'],
    [2, '{"n":1,'],
    [3, '\0\0'],
    [3, '{"n":2,"batch":3,"what":"else"}'],
    [3, ''],
  ] as const) {
    await writeFile(path, lines.map((line, index) => (index === number - 1 ? damage : line)).join('\n'));
    const start = folder.open({ clock });
    await expect(start).rejects.toThrow(new RegExp(`2026-11-20\\.001\\.jsonl, line ${number}: `));
    await expect(start).rejects.toMatchObject({ name: 'Misconfigured' });
  }
});

test('a journal of a newer Muster stops the start', async () => {
  const folder = await dataFolder();
  const first = await folder.open({ clock });
  await first.receive(aMessage(), ten);
  await first.close();
  const path = join(folder.path, 'inbox/2026-11-20.001.jsonl');
  await writeFile(path, (await readFile(path, 'utf8')).replace('"format":1', '"format":2'));
  await expect(folder.open({ clock })).rejects.toThrow('newer Muster (format 2');
});

test('a segment whose first line was cut short is begun again', async () => {
  const folder = await dataFolder();
  const first = await folder.open({ clock });
  await first.receive(aMessage({ keys: ['a'] }), ten);
  await first.close();
  for (const start of ['', '{"format":1,"jour']) {
    await writeFile(join(folder.path, 'inbox/2026-11-21.001.jsonl'), start);
    const store = await folder.open({ clock: () => new Date('2026-11-21T09:00:00.000Z') });
    expect(await store.receive(aMessage({ keys: [`after ${start}`] }), ten)).toBe('stored');
    expect(await store.receive(aMessage({ keys: ['a'] }), ten)).toBe('known');
    await store.close();
  }
});

test('a new segment is begun each day and past its size, and old handled ones go', async () => {
  const folder = await dataFolder();
  let now = new Date('2026-10-01T10:00:00.000Z');
  const options = { clock: () => now, segmentBytes: 1500, journalDays: 30 };
  const store = await folder.open(options);
  for (let n = 0; n < 6; n += 1) await store.receive(aMessage({ keys: [`old ${n}`] }), ten);
  const segments = async () => (await folder.files()).filter((path) => path.startsWith('inbox/'));
  const before = await segments();
  expect(before.length).toBeGreaterThan(1);
  expect(before[0]).toBe('inbox/2026-10-01.001.jsonl');

  const [first, ...others] = await claimAt(store, 'inbox');
  for (const claim of others) await store.settle('inbox', claim, { handled: { outcome: 'done' } });
  now = new Date('2026-11-20T10:00:00.000Z');
  await store.receive(aMessage({ keys: ['new 1'] }), ten);
  expect((await segments()).slice(0, before.length)).toEqual(before);

  await store.settle('inbox', first!, { handled: { outcome: 'done' } });
  now = new Date('2026-11-21T10:00:00.000Z');
  await store.receive(aMessage({ keys: ['new 2'] }), ten);
  expect((await segments())[0]).toBe('inbox/2026-11-20.001.jsonl');
  expect(await store.receive(aMessage({ keys: ['old 3'] }), ten)).toBe('stored');
  expect(await store.receive(aMessage({ keys: ['new 1'] }), ten)).toBe('known');
  await store.close();
  const again = await folder.open(options);
  expect((await again.intake({ limit: 9 })).map(({ number, event }) => [number, event.keys[0]])).toEqual([
    [9, 'old 3'],
    [8, 'new 2'],
    [7, 'new 1'],
  ]);
});

test('segments keep their order when the clock is set back', async () => {
  const folder = await dataFolder();
  const first = await folder.open({ clock });
  await first.receive(aMessage({ keys: ['a'] }), ten);
  await first.close();
  const second = await folder.open({ clock: () => new Date('2026-11-19T10:00:00.000Z'), segmentBytes: 1 });
  for (const key of ['b', 'c']) await second.receive(aMessage({ keys: [key] }), ten);
  await second.close();
  const third = await folder.open({ clock });
  expect((await third.intake({ limit: 9 })).map(({ event }) => event.keys[0])).toEqual(['c', 'b', 'a']);
});

test('many at once share the wait for the disk', async () => {
  const folder = await dataFolder();
  let syncs = 0;
  const files: typeof nodeFiles = {
    ...nodeFiles,
    async open(path, mode) {
      const file = await nodeFiles.open(path, mode);
      return {
        ...file,
        sync() {
          syncs += 1;
          return file.sync();
        },
      };
    },
  };
  const store = await folder.open({ clock, files });
  await store.receive(aMessage(), ten);
  syncs = 0;
  await Promise.all(Array.from({ length: 100 }, () => store.receive(aMessage(), minutesAfterTen(1))));
  expect(syncs).toBeLessThan(10);
  expect(await claimAt(store, 'inbox', { limit: 200 })).toHaveLength(101);
});

function aHomeOpening(key: string) {
  return {
    type: 'home_opened' as const,
    keys: [key],
    at: ten,
    by: 'slack:U1',
    handle: { person: 'slack:U1' },
  };
}
