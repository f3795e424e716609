import { type Files, nodeFiles, type OpenFile } from '../../../src/stores/lowdb/files.ts';

export type Step = 'open' | 'write' | 'sync' | 'rename' | 'syncFolder' | 'makeFolder' | 'truncate' | 'remove';

/** The disk of this machine, until `fail` is set: then these steps fail with this code. */
export function failingFiles(): Files & {
  fail: { readonly steps: readonly Step[]; readonly code: string } | undefined;
} {
  const disk = {
    ...nodeFiles,
    fail: undefined as { readonly steps: readonly Step[]; readonly code: string } | undefined,
    async open(path: string, mode: 'fresh' | 'existing' | 'append'): Promise<OpenFile> {
      check('open', path);
      const file = await nodeFiles.open(path, mode);
      return {
        async write(bytes, position) {
          if (disk.fail?.steps.includes('write')) {
            // A full disk takes a part before it refuses.
            await file.write(bytes.subarray(0, bytes.length / 2), position);
          }
          check('write', path);
          await file.write(bytes, position);
        },
        async sync() {
          check('sync', path);
          await file.sync();
        },
        async truncate(size) {
          check('truncate', path);
          await file.truncate(size);
        },
        close: () => file.close(),
      };
    },
    async rename(from: string, to: string) {
      check('rename', to);
      await nodeFiles.rename(from, to);
    },
    async remove(path: string) {
      check('remove', path);
      await nodeFiles.remove(path);
    },
    async makeFolder(path: string) {
      check('makeFolder', path);
      await nodeFiles.makeFolder(path);
    },
    async syncFolder(folder: string) {
      check('syncFolder', folder);
      await nodeFiles.syncFolder(folder);
    },
  };
  const check = (step: Step, path: string) => {
    if (!disk.fail?.steps.includes(step)) return;
    throw Object.assign(new Error(`${disk.fail.code}: ${step} '${path}'`), { code: disk.fail.code });
  };
  return disk;
}
