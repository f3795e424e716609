import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Config, readConfig } from '../../src/config.ts';

/** A folder of its own, gone when the test ends. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-cli-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** The default configuration on a data folder. */
export function aConfig(dataFolder: string, env: Readonly<Record<string, string>> = {}): Config {
  return readConfig({ MUSTER_DATA: dataFolder, ...env }, () => undefined);
}
