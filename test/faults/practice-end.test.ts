import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { builtFile } from '../support/built.ts';
import { eventually } from '../support/eventually.ts';

async function aPractice() {
  const place = await mkdtemp(join(tmpdir(), 'muster-end-'));
  const child: ChildProcess = spawn(process.execPath, [await builtFile('src/main.ts')], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', PORT: '0', TMPDIR: place },
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(place, { recursive: true });
  });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const until = (isSo: () => boolean | Promise<boolean>) =>
    eventually(isSo, () => `the practice workspace after: ${said}`, 60_000);
  return {
    isOpen: () => until(() => /^Practice workspace: \S+\n$/.test(said)),
    hasBegun: () => until(async () => (await readdir(place)).length > 0),
    async end(...signals: NodeJS.Signals[]) {
      for (const signal of signals) child.kill(signal);
      const [code] = await ended;
      return { code, left: await readdir(place) };
    },
  };
}

test.each([
  ['Ctrl+C', ['SIGINT']],
  ['Ctrl+C that arrives twice', ['SIGINT', 'SIGINT']],
  ['a closed terminal', ['SIGHUP']],
  ['a service manager', ['SIGTERM']],
] as const)('%s ends the practice workspace well and leaves nothing behind', async (_, signals) => {
  const practice = await aPractice();
  await practice.isOpen();
  expect(await practice.end(...signals)).toEqual({ code: 0, left: [] });
});

test('a practice workspace that is ended while it starts leaves nothing behind', async () => {
  const practice = await aPractice();
  await practice.hasBegun();
  expect(await practice.end('SIGINT')).toEqual({ code: 0, left: [] });
});
