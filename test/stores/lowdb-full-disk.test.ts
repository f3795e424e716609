import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aChange, aMessage, aSummary, claimAt, ten } from '../contracts/store/builders.ts';
import { dataFolder } from './lowdb/data-folder.ts';
import { failingFiles, type Step } from './lowdb/failing-files.ts';

const closed = aSummary('T-2', { status: 'closed' });

const faults: readonly (readonly [name: string, code: string, steps: readonly Step[], says: RegExp])[] = [
  ['a full disk', 'ENOSPC', ['write'], /the disk is full\. Make room/],
  [
    'a disk that is full when the file is begun',
    'ENOSPC',
    ['open', 'makeFolder'],
    /the disk is full\. Make room/,
  ],
  ['a disk that is full at the last moment', 'ENOSPC', ['sync'], /the disk is full\. Make room/],
  ['a quota', 'EDQUOT', ['write'], /quota is used up/],
  ['a read-only disk', 'EROFS', ['open', 'rename', 'remove', 'truncate', 'makeFolder'], /mounted read-only/],
  ['a folder without permission', 'EACCES', ['open', 'rename', 'makeFolder'], /may not write there/],
  ['a refused rename', 'EPERM', ['rename'], /may not write there/],
  ['a broken disk', 'EIO', ['sync', 'truncate'], /reports an error/],
];

for (const [name, code, steps, says] of faults) {
  test(`${name} refuses the commit, says so, and leaves everything as it was`, async () => {
    const folder = await dataFolder();
    const files = failingFiles();
    const store = await folder.open({ files });
    await store.commit(aChange('T-1', { state: { n: 1 }, events: [{ n: 1 }] }));
    const before = await folder.files();

    files.fail = { steps, code };
    const timers = [{ set: 'x', kind: 'x', dueAt: ten }];
    const second = aChange('T-1', { expectedVersion: 1, state: { n: 2 }, events: [{ n: 2 }], timers });
    const refused = store.commit(second);
    await expect(refused).rejects.toMatchObject({ name: 'Unreachable', unknownOutcome: false });
    await expect(refused).rejects.toThrow(says);
    await expect(refused).rejects.toThrow(join(folder.path, 'tickets/open/T-1.json'));
    await expect(store.commit(aChange('T-2', { summary: closed }))).rejects.toMatchObject({
      name: 'Unreachable',
    });
    expect(await store.load('ticket', 'T-1')).toMatchObject({
      version: 1,
      state: { n: 1 },
      events: [{ n: 1 }],
    });
    expect(await claimAt(store, 'timers')).toEqual([]);
    expect(store.health(ten)).toMatchObject({ writable: false, detail: expect.stringMatching(says) });
    // Where nothing can be removed either, the next start sweeps.
    if (!steps.includes('remove')) expect(await folder.files()).toEqual(before);

    files.fail = undefined;
    expect(await store.commit(second)).toBe(2);
    expect(store.health(ten)).toMatchObject({ writable: true, detail: 'ok' });
    await store.close();
    const again = await folder.open();
    expect(await again.load('ticket', 'T-1')).toMatchObject({ version: 2, state: { n: 2 } });
    expect(await again.load('ticket', 'T-2')).toBeUndefined();
  });
}

for (const [name, code, steps] of faults.filter(([, , each]) => !each.includes('rename'))) {
  test(`${name} refuses what is heard, and hears again when there is room`, async () => {
    const folder = await dataFolder();
    const files = failingFiles();
    const store = await folder.open({ files, clock: () => new Date(ten) });
    if (name !== 'a disk that is full when the file is begun')
      await store.receive(aMessage({ keys: ['a'] }), ten);

    files.fail = { steps, code };
    for (let n = 0; n < 3; n += 1) {
      await expect(store.receive(aMessage({ keys: ['b'] }), ten)).rejects.toMatchObject({
        name: 'Unreachable',
      });
    }
    const twins = [
      store.receive(aMessage({ keys: ['b'] }), ten),
      store.receive(aMessage({ keys: ['b'] }), ten),
    ];
    for (const end of await Promise.allSettled(twins)) expect(end.status).toBe('rejected');
    expect(store.health(ten).writable).toBe(false);

    files.fail = undefined;
    expect(await store.receive(aMessage({ keys: ['b'] }), ten)).toBe('stored');
    expect(await store.receive(aMessage({ keys: ['c'] }), ten)).toBe('stored');
    expect(store.health(ten).writable).toBe(true);
    const heard = (await store.intake({ limit: 9 })).map(({ event }) => event.keys[0]);
    await store.close();
    const again = await folder.open();
    expect((await again.intake({ limit: 9 })).map(({ event }) => event.keys[0])).toEqual(heard);
    expect(heard.slice(0, 2)).toEqual(['c', 'b']);
  });
}

test('when only the last fsync fails, the outcome is said to be unknown', async () => {
  const folder = await dataFolder();
  const files = failingFiles();
  const store = await folder.open({ files });
  await store.commit(aChange('T-1', { state: { n: 1 } }));
  files.fail = { steps: ['syncFolder'], code: 'EIO' };
  const refused = store.commit(aChange('T-1', { expectedVersion: 1, state: { n: 2 } }));
  await expect(refused).rejects.toMatchObject({ name: 'Unreachable', unknownOutcome: true });
  expect(await store.load('ticket', 'T-1')).toMatchObject({ version: 1, state: { n: 1 } });
  files.fail = undefined;
  expect(await store.commit(aChange('T-1', { expectedVersion: 1, state: { n: 3 } }))).toBe(2);
  await store.close();
  expect(await (await folder.open()).load('ticket', 'T-1')).toMatchObject({ version: 2, state: { n: 3 } });
});

test('a closed ticket whose old place cannot be removed is still one ticket', async () => {
  const folder = await dataFolder();
  const files = failingFiles();
  const store = await folder.open({ files });
  await store.commit(aChange('T-2'));
  files.fail = { steps: ['remove'], code: 'EIO' };
  await store.commit(aChange('T-2', { expectedVersion: 1, summary: closed, state: { n: 2 } }));
  expect(await store.tickets({})).toHaveLength(1);
  await store.close();
  const again = await folder.open();
  expect(await again.tickets({})).toMatchObject([{ status: 'closed' }]);
  expect(await again.load('ticket', 'T-2')).toMatchObject({ version: 2, state: { n: 2 } });
});

const mayMount = canMount();

test.runIf(mayMount)(
  'a real small disk that runs full, and is emptied again (needs the right to mount)',
  async () => {
    const folder = await dataFolder();
    const disk = join(folder.path, 'disk');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]);
    onTestFinished(() => {
      execFileSync('umount', ['-l', disk]);
    });
    const store = await folder.open({ folder: disk });
    const heard: string[] = [];
    await store.commit(aChange('T-1', { state: { n: 1 } }));
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(300_000));
    let refused: unknown;
    for (let n = 0; refused === undefined; n += 1) {
      await store.receive(aMessage({ keys: [`m${n}`] }), ten).then(
        () => heard.push(`m${n}`),
        (error: unknown) => {
          refused = error;
        },
      );
    }
    expect(refused).toMatchObject({
      name: 'Unreachable',
      message: expect.stringContaining('the disk is full'),
    });
    const big = aChange('T-1', { expectedVersion: 1, state: { text: 'x'.repeat(20_000) } });
    await expect(store.commit(big)).rejects.toThrow('the disk is full');
    expect(store.health(ten).writable).toBe(false);
    expect(readdirSync(join(disk, 'tickets/open'))).toEqual(['T-1.json']);

    await rm(join(disk, 'ballast'));
    expect(await store.commit(big)).toBe(2);
    expect(await store.receive(aMessage({ keys: ['after'] }), ten)).toBe('stored');
    await store.close();
    const again = await folder.open({ folder: disk });
    const found = (await again.intake({ limit: 10_000 })).map(({ event }) => event.keys[0]);
    expect(found).toEqual([...heard, 'after'].reverse());
    await again.close();
  },
);

test.runIf(mayMount)(
  'a real disk that is made read-only under the desk (needs the right to mount)',
  async () => {
    const folder = await dataFolder();
    const disk = join(folder.path, 'disk');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    onTestFinished(() => {
      execFileSync('umount', ['-l', disk]);
    });
    const first = await folder.open({ folder: disk });
    await first.commit(aChange('T-1'));
    await first.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expect(folder.open({ folder: disk })).rejects.toMatchObject({
      name: 'Misconfigured',
      message: expect.stringContaining(disk),
    });
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    const again = await folder.open({ folder: disk });
    expect(await again.load('ticket', 'T-1')).toMatchObject({ version: 1 });
    await again.close();
  },
);

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return statSync('/mnt').isDirectory();
  } catch {
    return false;
  }
}
