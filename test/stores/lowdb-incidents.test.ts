import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookAtPromises } from '../../src/stores/lowdb/look-at-promises.ts';
import {
  aChange,
  anIncidentChange,
  anIncidentSummary,
  minutesAfterTen,
  ten,
} from '../contracts/store/builders.ts';
import { dataFolder } from './lowdb/data-folder.ts';

const path = 'incidents/INC-7.json';

/** The file of an incident as it would be written, to be damaged. */
async function anIncidentFile() {
  const folder = await dataFolder();
  const store = await folder.open();
  await store.commit(
    anIncidentChange('INC-7', { incident: anIncidentSummary('INC-7', { tickets: ['T-1'] }) }),
  );
  await store.close();
  return { folder, text: await readFile(join(folder.path, path), 'utf8') };
}

test('an incident has one file that can be read and mended by a person', async () => {
  const { folder, text } = await anIncidentFile();
  expect(await folder.files()).toEqual([path]);
  expect(JSON.parse(text)).toMatchObject({
    format: 1,
    kind: 'incident',
    id: 'INC-7',
    version: 1,
    incident: { title: 'Checkout fails for everybody', tickets: ['T-1'] },
    events: [{ seq: expect.any(Number), at: ten, event: { type: 'declared' } }],
  });
  await writeFile(join(folder.path, path), text.replace('"T-1"', '"T-2"'));
  const store = await folder.open();
  expect(await store.incidents({ ticket: 'T-2' })).toMatchObject([{ id: 'INC-7' }]);
});

test('an incident that is over keeps its place', async () => {
  const { folder } = await anIncidentFile();
  const store = await folder.open();
  const incident = anIncidentSummary('INC-7', { lifecycle: 'closed', changedAt: minutesAfterTen(90) });
  await store.commit(anIncidentChange('INC-7', { expectedVersion: 1, incident }));
  expect(await folder.files()).toEqual([path]);
});

const damages: readonly (readonly [name: string, damage: (text: string) => string, says: RegExp])[] = [
  ['emptied', () => '', /INC-7\.json, line 1: the file is empty.*restore it from a backup/],
  [
    'cut in half',
    (text) => text.slice(0, text.length / 2),
    /INC-7\.json, line \d\d: the file is cut off.*restore it/,
  ],
  [
    'given a wrong lifecycle',
    (text) => text.replace('"lifecycle": "active"', '"lifecycle": "actve"'),
    /INC-7\.json, line 13: "incident\.lifecycle": /,
  ],
  [
    'given a figure that is none',
    (text) => text.replace('"rungs": 0', '"rungs": -1'),
    /INC-7\.json, line \d\d: "incident\.figures\.rungs": /,
  ],
  [
    'a copy of another',
    (text) => text.replace('"id": "INC-7"', '"id": "INC-1"'),
    /INC-7\.json, line 4: it holds INC-1; name it INC-1\.json, or remove it if it is a copy/,
  ],
];

for (const [name, damage, says] of damages) {
  test(`an incident’s file that is ${name} stops the start with file, line and what to do`, async () => {
    const { folder, text } = await anIncidentFile();
    const damaged = damage(text);
    expect(damaged).not.toBe(text);
    await writeFile(join(folder.path, path), damaged);
    const start = folder.open();
    await expect(start).rejects.toThrow(says);
    await expect(start).rejects.toMatchObject({ name: 'Misconfigured' });
    await writeFile(join(folder.path, path), text);
    const mended = await folder.open();
    expect(await mended.load('incident', 'INC-7')).toMatchObject({ version: 1 });
  });
}

test('an incident’s file from which the summary was taken stops the start', async () => {
  const { folder, text } = await anIncidentFile();
  const { incident: _, ...rest } = JSON.parse(text);
  await writeFile(join(folder.path, path), JSON.stringify(rest, null, 2));
  await expect(folder.open()).rejects.toThrow(/INC-7\.json, line 3: .*"incident" is missing/);
});

test('a ticket among the incidents, or an incident among the tickets, stops the start', async () => {
  const { folder } = await anIncidentFile();
  const first = await folder.open();
  await first.commit(aChange('T-1'));
  await first.close();
  const at = (name: string) => join(folder.path, name);
  await rename(at('tickets/open/T-1.json'), at('incidents/T-1.json'));
  await expect(folder.open()).rejects.toThrow(
    /incidents\/T-1\.json, line 3: it holds ticket T-1, which has its place in another folder; move it there/,
  );
  await rename(at('incidents/T-1.json'), at('tickets/open/T-1.json'));
  await rename(at(path), at('tickets/open/INC-7.json'));
  await expect(folder.open()).rejects.toThrow(/open\/INC-7\.json, line 3: it holds incident INC-7, which/);
  await rename(at('tickets/open/INC-7.json'), at(path));
  const mended = await folder.open();
  expect(await mended.incidents({})).toHaveLength(1);
  expect(await mended.tickets({})).toHaveLength(1);
});

test('a data folder from before there were incidents opens, and incidents begin at one', async () => {
  const folder = await dataFolder();
  const old = await folder.open();
  await old.commit(aChange('T-41'));
  await old.close();
  // As an earlier version leaves it after a crash: twenty numbers set aside, and no folder for incidents.
  const numbers = join(folder.path, 'desk/numbers.json');
  await writeFile(numbers, '{\n  "format": 1,\n  "lastTicket": 60\n}\n');
  await rename(join(folder.path, 'incidents'), join(folder.path, 'was-not-there'));
  const store = await folder.open();
  expect(await store.incidents({})).toEqual([]);
  expect((await store.tickets({})).map(({ id }) => id)).toEqual(['T-41']);
  expect(await store.nextTicketId()).toBe('T-61');
  expect(await store.nextIncidentId()).toBe('INC-1');
  await store.commit(anIncidentChange('INC-1'));
  await store.close();
  expect(JSON.parse(await readFile(numbers, 'utf8'))).toEqual({ format: 1, lastTicket: 61, lastIncident: 1 });
  expect(await (await folder.open()).load('incident', 'INC-1')).toMatchObject({ version: 1 });
});

test('a desk that never had an incident leaves its numbers as an earlier version reads them', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  await store.nextTicketId();
  await store.close();
  const text = await readFile(join(folder.path, 'desk/numbers.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ format: 1, lastTicket: 1 });
});

test('after a crash no number is given twice, and incidents have no gap', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  for (let n = 0; n < 3; n += 1) await store.nextIncidentId();
  const given = [await store.nextTicketId(), await store.nextIncidentId()];
  expect(given).toEqual(['T-1', 'INC-4']);
  // What is on disk at this moment is what a crash would leave.
  const crashed = await dataFolder();
  await mkdir(join(crashed.path, 'desk'), { recursive: true });
  const numbers = await readFile(join(folder.path, 'desk/numbers.json'));
  await writeFile(join(crashed.path, 'desk/numbers.json'), numbers);
  const again = await crashed.open();
  expect(await again.nextTicketId()).toBe('T-21');
  expect(await again.nextIncidentId()).toBe('INC-5');
});

test('numbers of tickets and of incidents are counted apart and go on without a gap after a clean stop', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  const given = [await store.nextTicketId(), await store.nextIncidentId(), await store.nextTicketId()];
  await store.close();
  const again = await folder.open();
  given.push(await again.nextIncidentId(), await again.nextTicketId());
  expect(given).toEqual(['T-1', 'INC-1', 'T-2', 'INC-2', 'T-3']);
});

test('what cut-short writes left among the incidents is swept at start, other people’s files are left alone', async () => {
  const { folder } = await anIncidentFile();
  await writeFile(join(folder.path, 'incidents/.INC-7.json.77-1.tmp'), '{"format":');
  await writeFile(join(folder.path, 'incidents/notes.txt'), 'mine');
  const store = await folder.open();
  expect(await store.incidents({})).toHaveLength(1);
  expect(await readdir(join(folder.path, 'incidents'))).toEqual(['INC-7.json', 'notes.txt']);
});

test('an incident whose timer is late is named when the data folder is looked at', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  const timers = [{ set: 'update', kind: 'incident_update', dueAt: minutesAfterTen(30) }];
  await store.commit(anIncidentChange('INC-7', { timers }));
  expect(await lookAtPromises(folder.path, minutesAfterTen(29))).toEqual({
    overdueTimers: 0,
    live: 0,
    overdue: 0,
  });
  expect(await lookAtPromises(folder.path, minutesAfterTen(31))).toMatchObject({
    oldest: { kind: 'incident', id: 'INC-7', timer: 'incident_update', dueAt: minutesAfterTen(30) },
    overdueTimers: 1,
  });
});

test('what could not be read again of an incident is refused before it is written', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  const incident = anIncidentSummary('INC-1', { declaredAt: 'this morning' });
  await expect(store.commit(anIncidentChange('INC-1', { incident }))).rejects.toMatchObject({
    name: 'Invalid',
  });
  await expect(store.commit(anIncidentChange('../INC-1'))).rejects.toMatchObject({ name: 'Invalid' });
  expect(await store.incidents({})).toEqual([]);
  expect(await folder.files()).toEqual([]);
});
