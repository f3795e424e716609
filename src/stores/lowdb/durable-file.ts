import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { codeOf, type Files } from './files.ts';
import type { FolderSync } from './folder-sync.ts';
import { readTrouble, storageTrouble } from './storage-trouble.ts';

/** The disk and its shared folder fsync. */
export type Disk = { readonly files: Files; readonly syncFolder: FolderSync };

const tempName = /^\..+\.tmp$/;

/** Left over from a write that was cut short. */
export function isLeftOver(name: string): boolean {
  return tempName.test(name);
}

let written = 0;

/**
 * A lowdb adapter whose `write` resolves only when the file is safe from a power cut: it goes to a temp file of its
 * own name, is fsynced, renamed into place, and the folder is fsynced. lowdb's own JSONFile does no fsync and uses one
 * temp name for all. `Unreachable` when the disk refuses; the old file is then whole and no temp file is left.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly path: string;
  readonly #disk: Disk;
  readonly #parse: (path: string, bytes: Uint8Array) => T;

  constructor(path: string, disk: Disk, parse: (path: string, bytes: Uint8Array) => T) {
    this.path = path;
    this.#disk = disk;
    this.#parse = parse;
  }

  /** `null` where there is no such file; `Misconfigured` where it cannot be read. */
  async read(): Promise<T | null> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#disk.files.read(this.path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw readTrouble(this.path, error);
    }
    return this.#parse(this.path, bytes);
  }

  async write(content: T): Promise<void> {
    const { files, syncFolder } = this.#disk;
    const folder = dirname(this.path);
    written += 1;
    const temp = join(folder, `.${basename(this.path)}.${process.pid}-${written}.tmp`);
    try {
      const file = await files.open(temp, 'fresh');
      try {
        await file.write(Buffer.from(`${JSON.stringify(content, null, 2)}\n`), 0);
        await file.sync();
      } finally {
        await file.close();
      }
      await files.rename(temp, this.path);
    } catch (error) {
      // The half-written file would keep a full disk full; when even this fails, the next start sweeps it.
      await files.remove(temp).catch(() => undefined);
      throw storageTrouble(this.path, error, false);
    }
    try {
      await syncFolder(folder);
    } catch (error) {
      throw storageTrouble(this.path, error, true);
    }
  }
}
