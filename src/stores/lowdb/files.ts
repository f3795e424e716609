import { close, fstat, open as openFile, read } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';

/** A file that is open for writing. Positions and sizes are bytes. */
export type OpenFile = {
  /** Writes all of `bytes` from `position` on, or rejects. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Resolves when what was written is safe from a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
};

export type FileStat = { readonly size: number; readonly changedMs: number };

/** What the store does with a disk; injected, so that a test can fill the disk or pull the plug. */
export type Files = {
  /** Names in a folder, sorted; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
  readWithStat(path: string): Promise<FileStat & { readonly bytes: Uint8Array }>;
  readPart(path: string, position: number, length: number): Promise<Uint8Array>;
  stat(path: string): Promise<FileStat>;
  /** `fresh`: created, or emptied where it exists. `existing`: must be there. `append`: positions do not matter. */
  open(path: string, mode: 'fresh' | 'existing' | 'append'): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Makes names created, renamed or removed in the folder safe from a power cut. */
  syncFolder(folder: string): Promise<void>;
};

const flags = { fresh: 'w', existing: 'r+', append: 'a' } as const;

/** The disk of this machine. */
export const nodeFiles: Files = {
  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  },
  read: (path) => readFile(path),
  readWithStat,
  async readPart(path, position, length) {
    const handle = await open(path, 'r');
    try {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, position);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  },
  async stat(path) {
    const { size, mtimeMs } = await stat(path);
    return { size, changedMs: mtimeMs };
  },
  async open(path, mode) {
    const handle = await open(path, flags[mode]);
    return {
      async write(bytes, position) {
        // One write may take only a part, e.g. just before the disk is full.
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
          done += bytesWritten;
        }
      },
      truncate: (size) => handle.truncate(size),
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  rename,
  remove: unlink,
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async syncFolder(folder) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** With callbacks, because a hundred thousand files are read like this, and promises cost half as much again. */
function readWithStat(path: string): Promise<FileStat & { readonly bytes: Uint8Array }> {
  return new Promise((resolve, reject) => {
    openFile(path, 'r', (notOpened, descriptor) => {
      if (notOpened !== null) return reject(notOpened);
      fstat(descriptor, (notKnown, found) => {
        if (notKnown !== null) return close(descriptor, () => reject(notKnown));
        const bytes = new Uint8Array(found.size);
        read(descriptor, bytes, 0, found.size, 0, (notRead, length) => {
          close(descriptor, () => {
            if (notRead !== null) return reject(notRead);
            resolve({ bytes: bytes.subarray(0, length), size: found.size, changedMs: found.mtimeMs });
          });
        });
      });
    });
  });
}

/** The system's word for what went wrong with a file, e.g. `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
