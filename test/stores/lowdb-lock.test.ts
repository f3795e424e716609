import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '../../src/stores/lowdb/folder-lock.ts';
import { aChange } from '../contracts/store/builders.ts';
import { dataFolder } from './lowdb/data-folder.ts';
import { storeProcess } from './lowdb/store-process.ts';

const openAndSay = `
  openLowdbStore({ folder }).then(() => say('open'), (error) => say(error.name + ': ' + error.message));`;

test('a second process is refused by the pid of the first, and may come when that was killed', async () => {
  const folder = await dataFolder();
  const owner = await storeProcess(folder.path, openAndSay);
  expect(await owner.said(1)).toEqual(['open']);
  const refused = folder.open();
  await expect(refused).rejects.toThrow(`is in use by process ${owner.pid}. Stop that one first`);
  await expect(refused).rejects.toMatchObject({ name: 'Misconfigured' });
  const other = await storeProcess(folder.path, openAndSay);
  expect((await other.said(1))[0]).toContain(`in use by process ${owner.pid}`);
  await owner.kill();
  const store = await folder.open();
  await store.commit(aChange('T-1'));
  expect(await readdir(join(folder.path, '.lock'))).toHaveLength(1);
});

test('of many that come at once one gets the folder', async () => {
  const folder = await dataFolder();
  const dead = await storeProcess(folder.path, openAndSay);
  await dead.said(1);
  await dead.kill();
  for (let round = 0; round < 3; round += 1) {
    const ends = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder.path)));
    const locks = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    expect(locks.length).toBeLessThanOrEqual(1);
    for (const lock of locks) await lock.release();
  }
  const lock = await lockFolder(folder.path);
  await lock.release();
  expect(await readdir(join(folder.path, '.lock'))).toEqual([]);
});

test('a folder with a long path can be locked too', async () => {
  const folder = await dataFolder();
  const long = join(folder.path, 'a'.repeat(80), 'b'.repeat(80));
  await mkdir(long, { recursive: true });
  const lock = await lockFolder(long);
  await expect(lockFolder(long)).rejects.toThrow(`in use by process ${process.pid}`);
  await lock.release();
  await (await lockFolder(long)).release();
});

test('a start that fails leaves the folder free', async () => {
  const folder = await dataFolder();
  const first = await folder.open();
  await first.commit(aChange('T-1'));
  await first.close();
  const upgrades = [
    () => {
      throw new Error('no');
    },
  ];
  await expect(folder.open({ upgrades })).rejects.toThrow('no');
  await folder.open();
});

test('a folder the desk makes is closed to other users of the machine; one that is there keeps its permissions', async () => {
  const folder = await dataFolder();
  const made = join(folder.path, 'made');
  await (await lockFolder(made)).release();
  expect((await stat(made)).mode & 0o777).toBe(0o700);
  const given = join(folder.path, 'given');
  await mkdir(given);
  await chmod(given, 0o755);
  await (await lockFolder(given)).release();
  expect((await stat(given)).mode & 0o777).toBe(0o755);
});
