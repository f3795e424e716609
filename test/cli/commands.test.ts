import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/commands.ts';
import { aConfig } from './data-folder.ts';

async function typed(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runCommand(args, { out: (line) => lines.push(line), config: () => aConfig('unused') });
  return { code, said: lines.join('\n') };
}

test('muster tells its version', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  for (const words of [['--version'], ['-v'], ['version']]) {
    expect(await typed(...words)).toEqual({ code: 0, said: version });
  }
});

test('muster alone, and whoever asks for help, sees every command', async () => {
  for (const words of [[], ['--help'], ['-h'], ['help']]) {
    expect(await typed(...words)).toEqual({
      code: 0,
      said: expect.stringMatching(/muster doctor[\s\S]*muster version/),
    });
  }
  expect(await typed('docter')).toEqual({ code: 2, said: expect.stringContaining('Did you mean “doctor”?') });
});
