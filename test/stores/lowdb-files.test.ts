import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aChange, all, aSummary, claimAt, minutesAfterTen, only, ten } from '../contracts/store/builders.ts';
import { dataFolder } from './lowdb/data-folder.ts';

const closedInNovember = { status: 'closed', closedAt: minutesAfterTen(60) } as const;
const closed = (id: string, version = 0) =>
  aChange(id, { expectedVersion: version, summary: aSummary(id, closedInNovember) });

test('a case file can be read, searched and mended by a person', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  const outbox = [{ add: 'reply-1', kind: 'reply', channel: 'slack:C1', priority: 5 }];
  await store.commit(aChange('T-1042', { state: { messages: ['Größe fehlt'] }, outbox }));
  await store.close();
  const path = join(folder.path, 'tickets/open/T-1042.json');
  const text = await readFile(path, 'utf8');
  expect(text).toContain('      "Größe fehlt"\n');
  expect(JSON.parse(text)).toMatchObject({
    format: 1,
    kind: 'ticket',
    id: 'T-1042',
    version: 1,
    summary: { subject: 'Checkout fails' },
    events: [{ seq: expect.any(Number), at: ten, event: { type: 'opened' } }],
    timers: [],
    outbox: [{ key: 'reply-1' }],
  });
  await writeFile(
    path,
    text.replace('Größe fehlt', 'Größe ergänzt').replace('Checkout fails', 'Size is missing'),
  );
  const again = await folder.open();
  expect(await again.load('ticket', 'T-1042')).toMatchObject({ state: { messages: ['Größe ergänzt'] } });
  expect(await again.tickets({})).toMatchObject([{ subject: 'Size is missing' }]);
});

test('each thing has its place in the data folder', async () => {
  const folder = await dataFolder();
  const store = await folder.open({ clock: () => new Date(ten) });
  await store.commit(aChange('T-1'));
  await store.commit(closed('T-2'));
  await store.commit({ kind: 'directory', id: 'desk', expectedVersion: 0, events: [], state: {}, at: ten });
  await store.receive(anEvent('a'), ten);
  expect(await folder.files()).toEqual([
    'desk/directory.json',
    'inbox/2026-11-20.001.jsonl',
    'tickets/closed/2026-11/T-2.json',
    'tickets/closed/2026-11/index.jsonl',
    'tickets/open/T-1.json',
  ]);
});

test('a ticket moves to its month when it is closed, and back when it is opened again', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  const places = async () => (await folder.files()).filter((path) => path.endsWith('T-1.json'));
  await store.commit(aChange('T-1'));
  await store.commit(closed('T-1', 1));
  expect(await places()).toEqual(['tickets/closed/2026-11/T-1.json']);
  await store.commit(closed('T-1', 2));
  expect(await places()).toEqual(['tickets/closed/2026-11/T-1.json']);
  await store.commit(aChange('T-1', { expectedVersion: 3 }));
  expect(await places()).toEqual(['tickets/open/T-1.json']);
  expect((await store.load('ticket', 'T-1'))?.events).toHaveLength(4);
});

test('a closed ticket that still has something to say stays with the open ones until it is said', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  const outbox = [{ add: 'card', kind: 'card', channel: 'slack:C9', priority: 5 }];
  await store.commit({ ...closed('T-1'), outbox });
  expect(await folder.files()).toContain('tickets/open/T-1.json');
  await store.settle('outbox', await only(claimAt(store, 'outbox')), { stale: true });
  expect(await folder.files()).toContain('tickets/closed/2026-11/T-1.json');
  expect(await folder.files()).not.toContain('tickets/open/T-1.json');
});

test('of a ticket found in two places after a crash the newer one stays', async () => {
  const folder = await dataFolder();
  const first = await folder.open();
  const open = join(folder.path, 'tickets/open/T-1.json');
  const inMonth = join(folder.path, 'tickets/closed/2026-11/T-1.json');
  await first.commit(aChange('T-1', { state: { n: 1 } }));
  const older = await readFile(open);
  await first.commit({ ...closed('T-1', 1), state: { n: 2 } });
  const newer = await readFile(inMonth);
  await first.close();

  await writeFile(open, older);
  const second = await folder.open();
  expect(await second.load('ticket', 'T-1')).toMatchObject({ version: 2, state: { n: 2 } });
  expect(await second.tickets({})).toHaveLength(1);
  await expect(stat(open)).rejects.toThrow('ENOENT');
  await second.close();

  await writeFile(
    open,
    newer.toString().replace('"version": 2', '"version": 3').replace('"revision": 2', '"revision": 3'),
  );
  await writeFile(inMonth, older);
  const third = await folder.open();
  expect(await third.load('ticket', 'T-1')).toMatchObject({ version: 3, state: { n: 2 } });
  await expect(stat(inMonth)).rejects.toThrow('ENOENT');
});

test('what cut-short writes left behind is swept at start', async () => {
  const folder = await dataFolder();
  const first = await folder.open();
  await first.commit(closed('T-1'));
  await first.close();
  const leftOvers = ['tickets/open', 'tickets/closed/2026-11', 'desk', 'inbox'].map(
    (each) => `${each}/.T-9.json.77-1.tmp`,
  );
  for (const path of leftOvers) await writeFile(join(folder.path, path), '{"format":');
  await folder.open();
  expect(await folder.files()).not.toEqual(expect.arrayContaining([expect.stringContaining('.tmp')]));
});

test('files of other people in the folder are left alone', async () => {
  const folder = await dataFolder();
  await mkdir(join(folder.path, 'tickets/closed/keep'), { recursive: true });
  await mkdir(join(folder.path, 'tickets/open'), { recursive: true });
  for (const path of ['tickets/open/notes.txt', 'tickets/open/.hidden', 'tickets/closed/keep/x.json']) {
    await writeFile(join(folder.path, path), 'mine');
  }
  const store = await folder.open();
  expect(await store.tickets({})).toEqual([]);
  expect(await folder.files()).toHaveLength(3);
});

test('a month’s index that is cut, stale or missing is made again from the case files', async () => {
  const folder = await dataFolder();
  const first = await folder.open();
  for (let n = 1; n <= 6; n += 1) await first.commit(closed(`T-${n}`));
  await first.close();
  const index = join(folder.path, 'tickets/closed/2026-11/index.jsonl');
  const whole = await readFile(index, 'utf8');
  const path = join(folder.path, 'tickets/closed/2026-11/T-3.json');
  for (const damage of ['', whole.slice(0, whole.length / 2), '\0\0\0', `${whole}{"size":`, undefined]) {
    if (damage === undefined) await rm(index);
    else await writeFile(index, damage);
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace(/"subject": ".*"/, `"subject": "Mended ${damage?.length}"`),
    );
    const store = await folder.open();
    const found = await store.tickets({ order: 'oldest' });
    expect(found.map(({ id }) => id)).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6']);
    expect(found[2]?.subject).toBe(`Mended ${damage?.length}`);
    expect(await all(store.events(''))).toHaveLength(6);
    await store.close();
    expect((await readFile(index, 'utf8')).trimEnd().split('\n').length).toBeGreaterThanOrEqual(6);
  }
});

test('a closed file that cannot be read is named, and stops neither the start nor the others', async () => {
  const folder = await dataFolder();
  const first = await folder.open();
  for (const id of ['T-1', 'T-2']) await first.commit(closed(id));
  await first.close();
  await writeFile(join(folder.path, 'tickets/closed/2026-11/T-1.json'), '{"format": 1,');
  const errors: unknown[] = [];
  const quiet = () => undefined;
  const store = await folder.open({
    log: {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (fact, detail) => errors.push({ fact, ...detail }),
    },
  });
  expect((await store.tickets({})).map(({ id }) => id)).toEqual(['T-2']);
  expect(errors).toMatchObject([
    { fact: 'closed_ticket_unreadable', ticket: 'T-1', why: expect.stringContaining('line 1') },
  ]);
  expect(store.health(ten).detail).toContain('1 closed');
  await expect(store.load('ticket', 'T-1')).rejects.toMatchObject({ name: 'Misconfigured' });
});

function anEvent(key: string) {
  return {
    type: 'home_opened' as const,
    keys: [key],
    at: ten,
    by: 'slack:U1',
    handle: { person: 'slack:U1' },
  };
}
