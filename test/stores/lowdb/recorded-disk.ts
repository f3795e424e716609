import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Files, nodeFiles } from '../../../src/stores/lowdb/files.ts';

type Content = { live: Buffer; safe: Buffer };
type Operation =
  | { readonly do: 'open'; readonly path: string; readonly file: Content; readonly mode: string }
  | { readonly do: 'write'; readonly file: Content; readonly bytes: Buffer; readonly position: number }
  | { readonly do: 'truncate'; readonly file: Content; readonly size: number }
  | { readonly do: 'sync'; readonly file: Content }
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'makeFolder'; readonly path: string }
  | { readonly do: 'syncFolder'; readonly path: string };

/**
 * How a disk may look after the plug was pulled. `strict`: only what was fsynced. `names`: every rename is there, the
 * unsynced data behind it is not. `zeros`: the same, and grown files are as long as they were, filled with NUL.
 * `all`: everything is there, as after a killed process.
 */
export type Loss = 'strict' | 'names' | 'zeros' | 'all';
export const losses: readonly Loss[] = ['strict', 'names', 'zeros', 'all'];

/** File contents by path; folders by path with a `null`. */
export type Image = ReadonlyMap<string, Buffer | null>;

/** The disk of this machine, with every operation on it written down in the order they ended. */
export function recordedDisk(root: string) {
  const operations: Operation[] = [];
  const at = (path: string) => relative(root, path);
  const files: Files = {
    ...nodeFiles,
    async open(path, mode) {
      const file = await nodeFiles.open(path, mode);
      const content: Content = { live: Buffer.alloc(0), safe: Buffer.alloc(0) };
      operations.push({ do: 'open', path: at(path), file: content, mode });
      return {
        async write(bytes, position) {
          await file.write(bytes, position);
          const end = mode === 'append' ? -1 : position;
          operations.push({ do: 'write', file: content, bytes: Buffer.from(bytes), position: end });
        },
        async truncate(size) {
          await file.truncate(size);
          operations.push({ do: 'truncate', file: content, size });
        },
        async sync() {
          await file.sync();
          operations.push({ do: 'sync', file: content });
        },
        close: () => file.close(),
      };
    },
    async rename(from, to) {
      await nodeFiles.rename(from, to);
      operations.push({ do: 'rename', from: at(from), to: at(to) });
    },
    async remove(path) {
      await nodeFiles.remove(path);
      operations.push({ do: 'remove', path: at(path) });
    },
    async makeFolder(path) {
      await nodeFiles.makeFolder(path);
      operations.push({ do: 'makeFolder', path: at(path) });
    },
    async syncFolder(folder) {
      await nodeFiles.syncFolder(folder);
      operations.push({ do: 'syncFolder', path: at(folder) });
    },
  };
  return { files, operations };
}

/** What the disk may hold after the first `count` operations. */
export function imageAfter(operations: readonly Operation[], count: number, loss: Loss): Image {
  const live = new Map<string, Content | null>();
  const safe = new Map<string, Content | null>();
  /** An open file of the recording → the file it was on the disk when it was opened. */
  const opened = new Map<Content, Content>();
  const fileOf = (file: Content) => opened.get(file) ?? file;

  for (const operation of operations.slice(0, count)) {
    switch (operation.do) {
      case 'open': {
        const there = live.get(operation.path);
        const content = there ?? { live: Buffer.alloc(0), safe: Buffer.alloc(0) };
        if (operation.mode === 'fresh') content.live = Buffer.alloc(0);
        opened.set(operation.file, content);
        live.set(operation.path, content);
        break;
      }
      case 'write': {
        const file = fileOf(operation.file);
        const position = operation.position < 0 ? file.live.length : operation.position;
        const grown = Buffer.alloc(Math.max(file.live.length, position + operation.bytes.length));
        file.live.copy(grown);
        operation.bytes.copy(grown, position);
        file.live = grown;
        break;
      }
      case 'truncate': {
        const file = fileOf(operation.file);
        file.live = Buffer.from(file.live.subarray(0, operation.size));
        break;
      }
      case 'sync':
        fileOf(operation.file).safe = fileOf(operation.file).live;
        break;
      case 'rename':
        live.set(operation.to, live.get(operation.from) ?? null);
        live.delete(operation.from);
        break;
      case 'remove':
        live.delete(operation.path);
        break;
      case 'makeFolder':
        for (let path = operation.path; path !== '.' && path !== ''; path = dirname(path))
          live.set(path, null);
        break;
      case 'syncFolder': {
        const folder = operation.path === '' ? '.' : operation.path;
        for (const path of [...live.keys(), ...safe.keys()]) {
          if (dirname(path) !== folder) continue;
          const entry = live.get(path);
          if (entry === undefined) safe.delete(path);
          else safe.set(path, entry);
        }
        break;
      }
    }
  }

  const names = loss === 'strict' ? safe : live;
  const image = new Map<string, Buffer | null>();
  for (const [path, file] of names) {
    if (!reachable(path, names)) continue;
    image.set(path, file === null ? null : remaining(file, loss));
  }
  return image;
}

export async function writeImage(image: Image, root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const [path, content] of image) {
    if (content === null) await mkdir(join(root, path), { recursive: true });
  }
  for (const [path, content] of image) if (content !== null) await writeFile(join(root, path), content);
}

function remaining({ live, safe }: Content, loss: Loss): Buffer {
  if (loss === 'all') return live;
  if (loss !== 'zeros' || live.length <= safe.length) return safe;
  return Buffer.concat([safe, Buffer.alloc(live.length - safe.length)]);
}

function reachable(path: string, names: ReadonlyMap<string, unknown>): boolean {
  const folder = dirname(path);
  return folder === '.' || (names.has(folder) && reachable(folder, names));
}
