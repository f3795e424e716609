import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Inside the project, so that the built code finds its packages. */
const cache = join(root, 'node_modules', '.cache', 'built');
const hour = 60 * 60 * 1000;

let building: Promise<string> | undefined;

/**
 * The built JavaScript of a source file, e.g. `src/main.ts`, for a real child process. All sources are built once per
 * state of the sources, however many tests and workers ask.
 */
export async function builtFile(path: `src/${string}` | `handlers/${string}`): Promise<string> {
  building ??= build();
  return join(await building, path.replace(/\.ts$/, '.js'));
}

async function build(): Promise<string> {
  const folder = join(cache, await stateOfSources());
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await forgetOldBuilds();
  const mine = `${folder}.${process.pid}`;
  await compile(mine);
  // Where another worker was quicker its build is the same.
  await rename(mine, folder).catch(() => rm(mine, { recursive: true, force: true }));
  return folder;
}

async function stateOfSources(): Promise<string> {
  let newest = 0;
  let files = 0;
  for (const folder of ['src', 'handlers']) {
    const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.ts'))) {
      newest = Math.max(newest, (await stat(join(root, folder, name))).mtimeMs);
      files += 1;
    }
  }
  return `${files}-${Math.round(newest)}`;
}

async function compile(outDir: string): Promise<void> {
  const compiler = join(root, 'node_modules', '.bin', 'tsc');
  const options = [
    '-p',
    'tsconfig.build.json',
    '--outDir',
    outDir,
    '--incremental',
    'false',
    '--tsBuildInfoFile',
    'null',
  ];
  const output = await new Promise<string>((resolve) => {
    execFile(compiler, options, { cwd: root }, (_, stdout, stderr) => resolve(`${stdout}${stderr}`));
  });
  // A type error is for the type check to report; only a build that wrote nothing is of no use here.
  if (!(await exists(outDir))) throw new Error(`nothing was built:\n${output}`);
}

async function forgetOldBuilds(): Promise<void> {
  for (const name of await readdir(cache)) {
    const age = Date.now() - (await stat(join(cache, name))).mtimeMs;
    if (age > hour) await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
