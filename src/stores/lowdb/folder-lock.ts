import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Misconfigured } from '../../domain/errors.ts';
import { codeOf } from './files.ts';

export type FolderLock = { release(): Promise<void> };

/** The path of a Unix socket has room for 103 bytes on macOS, 107 on Linux. */
const longestSocketPath = 100;
const tries = 8;

/**
 * One process per data folder. Each comer listens on a socket of its own in `.lock`, shows it, and then looks whether
 * anybody else there answers; a socket that does not answer belongs to a dead process and is removed. Names are never
 * used twice, so removing a dead one can never hit a living one. Free again the moment the owner is killed.
 * It cannot see another machine on a network share. Needs Unix sockets (Linux, macOS).
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const home = join(folder, '.lock');
  try {
    // What customers write is for nobody else on this machine; a folder that exists keeps its permissions.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await mkdir(home).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } catch (error) {
    throw new Misconfigured(
      `Cannot use the data folder ${folder} (${codeOf(error) ?? 'unknown error'}). ` +
        'Set MUSTER_DATA to a folder the desk may write to.',
      { cause: error },
    );
  }
  const reach = await shortPath(home);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const mine = await listen(reach.path, folder);
      const other = await otherOwner(reach.path, mine.name);
      if (other === undefined) {
        mine.hold();
        return { release: () => mine.close(home) };
      }
      await mine.close(reach.path);
      if (other.state === 'holds' || attempt === tries) {
        throw new Misconfigured(
          `The data folder ${folder} is in use by process ${other.pid}. ` +
            'Stop that one first, or set MUSTER_DATA to another folder.',
        );
      }
      // Both came at the same moment: step back for different times.
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60 * attempt));
    }
  } finally {
    await reach.end();
  }
}

type Owner = { readonly pid: string; readonly state: 'holds' | 'comes' };

async function listen(home: string, folder: string) {
  const name = `${process.pid}-${randomBytes(6).toString('hex')}.sock`;
  let state: Owner['state'] = 'comes';
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(state);
  });
  await listening(server, join(home, `${name}.new`), folder);
  server.unref();
  // Shown only now that it answers: a socket that is bound but does not listen yet looks dead.
  await rename(join(home, `${name}.new`), join(home, name));
  return {
    name,
    hold() {
      state = 'holds';
    },
    async close(at: string) {
      await unlink(join(at, name)).catch(() => undefined);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listening(server: Server, path: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const why = codeOf(cause) ?? cause.message;
      const repair = 'Put it on a local disk with free space that the desk may write to.';
      reject(new Misconfigured(`Cannot lock the data folder ${folder} (${why}). ${repair}`, { cause }));
    });
    server.listen(path, resolve);
  });
}

async function otherOwner(home: string, mine: string): Promise<Owner | undefined> {
  for (const name of await readdir(home)) {
    if (name === mine || !name.endsWith('.sock')) continue;
    const state = await ask(join(home, name));
    if (state !== undefined) return { pid: name.split('-')[0] ?? '?', state };
    await unlink(join(home, name)).catch(() => undefined);
  }
  return undefined;
}

function ask(path: string): Promise<Owner['state'] | undefined> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(path);
    socket.on('data', (bytes) => {
      heard += bytes.toString();
    });
    socket.on('end', () => resolve(heard === 'holds' ? 'holds' : 'comes'));
    // ECONNREFUSED and ENOENT: nobody is there any more. Anything else may be a living owner.
    socket.on('error', (error) => {
      const gone = ['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(codeOf(error) ?? '');
      resolve(gone ? undefined : 'holds');
    });
  });
}

/** A path of the same folder that is short enough for a socket. */
async function shortPath(home: string): Promise<{ readonly path: string; end(): Promise<void> }> {
  const longestName = 40;
  const near = relative(process.cwd(), home);
  const path = near.length < home.length ? near : home;
  if (Buffer.byteLength(path) + longestName <= longestSocketPath) return { path, end: async () => undefined };
  const aside = await mkdtemp(join(tmpdir(), 'muster-'));
  await symlink(home, join(aside, 'l'));
  return { path: join(aside, 'l'), end: () => rm(aside, { recursive: true, force: true }) };
}
