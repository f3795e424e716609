import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aChange } from '../contracts/store/builders.ts';
import { dataFolder } from './lowdb/data-folder.ts';

const path = 'tickets/open/T-7.json';

/** The case file as it would be written, to be damaged. */
async function aCaseFile() {
  const folder = await dataFolder();
  const store = await folder.open();
  await store.commit(aChange('T-7', { state: { text: 'x'.repeat(200) } }));
  await store.close();
  const text = await readFile(join(folder.path, path), 'utf8');
  return { folder, text, lines: text.trimEnd().split('\n').length };
}

const damages: readonly (readonly [
  name: string,
  damage: (text: string) => string | Uint8Array,
  says: RegExp,
])[] = [
  ['emptied', () => '', /T-7\.json, line 1: the file is empty.*restore it from a backup/],
  ['cut in half', (text) => text.slice(0, text.length / 2), /T-7\.json, line \d\d: the file is cut off/],
  ['cut in its first line', () => '{', /line 1: the file is cut off/],
  ['full of NUL bytes', (text) => '\0'.repeat(text.length), /line 1: the file holds NUL bytes/],
  [
    'NUL from the third line on',
    (text) => text.replace(/"id[\s\S]*/, '\0\0'),
    /line 4: the file holds NUL bytes/,
  ],
  ['with a byte order mark', (text) => `\uFEFF${text}`, /line 1: .*byte order mark/],
  ['not UTF-8', () => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), /line 1: the file is not UTF-8/],
  [
    'a missing comma',
    (text) => text.replace('"kind": "ticket",', '"kind": "ticket"'),
    /line 4: this is not JSON/,
  ],
  ['a word without quotes', (text) => text.replace('"ticket",', 'ticket,'), /line 3: this is not JSON/],
  ['null', () => 'null', /line 1: the file: /],
  ['a list', () => '[]', /line 1: the file: /],
  ['nothing in it', () => '{}', /line 1: "format" is missing/],
  ['a wrong version', (text) => text.replace('"version": 1', '"version": "one"'), /line 5: "version": /],
  [
    'an unknown key',
    (text) => text.replace('"version": 1,', '"version": 1, "vresion": 1,'),
    /the file: .*vresion/,
  ],
  [
    'a wrong status',
    (text) => text.replace('"status": "open"', '"status": "opne"'),
    /line 10: "summary.status": /,
  ],
  [
    'a copy of another',
    (text) => text.replace('"id": "T-7"', '"id": "T-1"'),
    /T-7\.json, line 4: it holds T-1; name it T-1\.json, or remove it if it is a copy/,
  ],
  [
    'of a newer Muster',
    (text) => text.replace('"format": 1', '"format": 2'),
    /T-7\.json, line 1: written by a newer Muster \(format 2, this one knows up to 1\)/,
  ],
];

for (const [name, damage, says] of damages) {
  test(`a case file that is ${name} stops the start with file, line and what to do`, async () => {
    const { folder, text } = await aCaseFile();
    await writeFile(join(folder.path, path), damage(text));
    const start = folder.open();
    await expect(start).rejects.toThrow(says);
    await expect(start).rejects.toMatchObject({ name: 'Misconfigured' });
    await writeFile(join(folder.path, path), text);
    const mended = await folder.open();
    expect(await mended.load('ticket', 'T-7')).toMatchObject({ version: 1 });
  });
}

test('the line of a cut is the last line that is there', async () => {
  const { folder, text, lines } = await aCaseFile();
  await writeFile(join(folder.path, path), text.trimEnd().slice(0, -1));
  await expect(folder.open()).rejects.toThrow(new RegExp(`line ${lines - 1}: the file is cut off`));
});

test('a folder where a case file should be stops the start too', async () => {
  const { folder } = await aCaseFile();
  await mkdir(join(folder.path, 'tickets/open/T-8.json'));
  await expect(folder.open()).rejects.toThrow(/Cannot read .*T-8\.json \(EISDIR\)/);
});

test('an older format is upgraded step by step and kept in the new one from the next change on', async () => {
  const { folder } = await aCaseFile();
  const upgrades = [
    (file: Readonly<Record<string, unknown>>) => ({ ...file, state: { was: file.state, step: 1 } }),
    (file: Readonly<Record<string, unknown>>) => ({ ...file, state: { was: file.state, step: 2 } }),
  ];
  const store = await folder.open({ upgrades });
  expect(await store.load('ticket', 'T-7')).toMatchObject({ state: { step: 2, was: { step: 1 } } });
  await store.commit(aChange('T-7', { expectedVersion: 1, state: { step: 'own' } }));
  await store.close();
  expect(JSON.parse(await readFile(join(folder.path, path), 'utf8'))).toMatchObject({ format: 3 });
  await expect(folder.open()).rejects.toThrow('newer Muster (format 3');
  const again = await folder.open({ upgrades });
  expect(await again.load('ticket', 'T-7')).toMatchObject({ version: 2, state: { step: 'own' } });
});

test('what could not be read again is refused before it is written', async () => {
  const folder = await dataFolder();
  const store = await folder.open();
  const timers = [{ set: 'x', kind: 'x', dueAt: 'tomorrow' }];
  await expect(store.commit(aChange('T-1', { timers }))).rejects.toMatchObject({ name: 'Invalid' });
  await expect(store.commit(aChange('T-1', { at: '2026-11-20 10:00' }))).rejects.toMatchObject({
    name: 'Invalid',
  });
  await expect(store.commit(aChange('../T-1'))).rejects.toMatchObject({ name: 'Invalid' });
  await expect(store.commit(aChange('T-1', { state: undefined }))).rejects.toMatchObject({ name: 'Invalid' });
  expect(await store.load('ticket', 'T-1')).toBeUndefined();
  expect(await folder.files()).toEqual([]);
});
