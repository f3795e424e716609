import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { Unreachable } from './domain/errors.ts';
import type { SearchableTicket } from './ports.ts';
import type { KeptSearch } from './search/desk-search.ts';

/** Keeps what a search has read from one run to the next. It only saves time: everything can be read again. */
export type SearchKeeper = {
  /** Before anything is indexed. Tickets as they were; empty when nothing was kept. `Invalid` when it is of no use. */
  load(): Promise<readonly SearchableTicket[]>;
  /** `Unreachable` when the disk refuses; what was kept before is then whole. */
  save(): Promise<void>;
};

/** Keeps a search in a file. The file is replaced as a whole; its checksum tells when a power cut tore it. */
export function keepSearchIn(path: string, search: KeptSearch): SearchKeeper {
  return {
    async load() {
      const bytes = await readFile(path).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw new Unreachable(`cannot read ${path}`, { unknownOutcome: false }, { cause: error });
      });
      return bytes === undefined ? [] : search.load(bytes);
    },

    async save() {
      const written = `${path}.tmp`;
      try {
        await writeFile(written, search.save(), { mode: 0o600 });
        await rename(written, path);
      } catch (cause) {
        await rm(written, { force: true });
        throw new Unreachable(`cannot write ${path}`, { unknownOutcome: false }, { cause });
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
