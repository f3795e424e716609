import { join } from 'node:path';
import { Misconfigured } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';
import type { CaseFile } from './case-file.ts';
import { type Disk, isLeftOver } from './durable-file.ts';
import { codeOf } from './files.ts';
import { idInName, type Layout, monthName } from './layout.ts';

/** What lies in the data folder at start. */
export type Found = {
  readonly openIds: readonly string[];
  readonly incidentIds: readonly string[];
  /** Month of each closed ticket. */
  readonly months: ReadonlyMap<string, string>;
};

/** Makes the folders, removes what cut-short writes left behind, and settles tickets found in two places. */
export async function prepareFolder(
  disk: Disk,
  layout: Layout,
  reading: { readonly read: (path: string, bytes: Uint8Array) => CaseFile; readonly log: Log },
): Promise<Found> {
  await makeFolders(disk, layout);
  const monthFolders = (await disk.files.list(layout.closed)).filter((name) => monthName.test(name));
  const swept = [layout.open, layout.incidents, layout.desk, layout.inbox, ...monthFolders.map(layout.month)];
  const names = new Map<string, readonly string[]>();
  for (const folder of swept) names.set(folder, await sweep(disk, folder, reading.log));

  const openIds = new Set(idsIn(names.get(layout.open)));
  const months = new Map<string, string>();
  for (const month of monthFolders) {
    for (const id of idsIn(names.get(layout.month(month)))) {
      const other = openIds.has(id) ? undefined : months.get(id);
      if (!openIds.has(id) && other === undefined) {
        months.set(id, month);
        continue;
      }
      const newer = await keepNewer({ id, first: other, second: month }, { disk, layout, ...reading });
      if (newer === undefined) continue;
      openIds.delete(id);
      months.set(id, newer);
    }
  }
  return { openIds: [...openIds], incidentIds: idsIn(names.get(layout.incidents)), months };
}

async function makeFolders(disk: Disk, layout: Layout): Promise<void> {
  const { root, open, closed, incidents, desk, inbox } = layout;
  try {
    for (const folder of [open, closed, incidents, desk, inbox]) await disk.files.makeFolder(folder);
    for (const folder of [join(root, 'tickets'), root]) await disk.syncFolder(folder);
  } catch (error) {
    throw new Misconfigured(
      `Cannot write to the data folder ${root} (${codeOf(error) ?? 'unknown error'}). ` +
        'Give the desk the right to write there, make room on the disk, or set MUSTER_DATA to another folder.',
      { cause: error },
    );
  }
}

async function sweep({ files }: Disk, folder: string, log: Log): Promise<readonly string[]> {
  const names = await files.list(folder);
  const leftOvers = names.filter(isLeftOver);
  for (const name of leftOvers) await files.remove(join(folder, name));
  if (leftOvers.length > 0) log.info('left_over_files_swept', { folder, files: leftOvers.length });
  return names.filter((name) => !isLeftOver(name));
}

function idsIn(names: readonly string[] = []): readonly string[] {
  return names.flatMap((name) => idInName(name) ?? []);
}

/**
 * A move writes the new place before it removes the old one; a crash in between leaves both. The newer copy stays.
 * Returns its month, undefined for the open folder.
 */
async function keepNewer(
  copies: { readonly id: string; readonly first: string | undefined; readonly second: string },
  from: {
    readonly disk: Disk;
    readonly layout: Layout;
    readonly read: (path: string, bytes: Uint8Array) => CaseFile;
    readonly log: Log;
  },
): Promise<string | undefined> {
  const { disk, layout, read, log } = from;
  const { id, first, second } = copies;
  const paths = [first, second].map((month) => layout.caseFile('ticket', id, month));
  const cases = await Promise.all(paths.map(async (path) => read(path, await disk.files.read(path))));
  const [one, other] = cases;
  const secondIsNewer = one === undefined || other === undefined || other.revision >= one.revision;
  const old = paths[secondIsNewer ? 0 : 1];
  if (old !== undefined) await disk.files.remove(old);
  log.warn('ticket_found_twice', { ticket: id, removed: old });
  return secondIsNewer ? second : first;
}
