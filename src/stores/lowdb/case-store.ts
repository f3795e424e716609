import { Low } from 'lowdb';
import { Invalid } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';
import type { AggregateKind } from '../../store-port.ts';
import { type CaseFile, caseKey } from './case-file.ts';
import { isSingle, singleKinds } from './case-kinds.ts';
import { type Disk, DurableFile } from './durable-file.ts';
import { inTurn } from './in-turn.ts';
import { type Layout, monthOf } from './layout.ts';
import { type PackedCase, packCase, unpackCase } from './packed-case.ts';
import { storageTrouble } from './storage-trouble.ts';

/** What a piece of work made of a case. `show` is called once the file is safe, before anybody else's turn. */
export type Edit = { readonly file: CaseFile; show(place: 'open' | 'closed'): void };

export type CaseStore = {
  /** All cases but the closed tickets, as they are on disk. */
  readonly open: ReadonlyMap<string, PackedCase>;
  /** A copy of the case as it is now, from memory or, when closed, from its file. */
  read(kind: AggregateKind, id: string): Promise<CaseFile | undefined>;
  /** Changes one case, one piece of work at a time. Nothing is shown unless it is safe. `undefined`: leave it. */
  edit(
    kind: AggregateKind,
    id: string,
    work: (current: CaseFile | undefined) => Edit | undefined,
  ): Promise<void>;
  idle(): Promise<void>;
};

/** More would only queue up before the four threads that Node gives to file work. */
const writesAtOnce = 16;
const readsAtStart = 32;

type Where = {
  /** The month of a closed ticket. */
  month(id: string): string | undefined;
  put(file: CaseFile, month: string): Promise<void>;
  remove(id: string): void;
};

/** Case files, one `Low` each. Closed tickets are read when asked; everything else stays in memory. */
export async function openCases(setup: {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly parse: (path: string, bytes: Uint8Array) => CaseFile;
  readonly openIds: readonly string[];
  readonly incidentIds: readonly string[];
  readonly archive: Where;
  /** Told of each case that was read at start. */
  readonly opened: (file: CaseFile) => void;
  readonly log: Log;
  readonly wrote: (trouble: Error | undefined) => void;
}): Promise<CaseStore> {
  const { disk, layout, archive, log } = setup;
  const open = new Map<string, PackedCase>();
  const turns = inTurn(writesAtOnce);
  const months = new Set<string>();

  const low = (path: string, content: CaseFile | null) =>
    new Low<CaseFile | null>(new DurableFile<CaseFile | null>(path, disk, setup.parse), content);
  const readFile = async (path: string): Promise<CaseFile | undefined> => {
    const file = low(path, null);
    await file.read();
    return file.data ?? undefined;
  };
  const current = async (kind: AggregateKind, id: string): Promise<CaseFile | undefined> => {
    const inMemory = open.get(caseKey(kind, id));
    const month = kind === 'ticket' ? archive.month(id) : undefined;
    if (inMemory !== undefined) return unpackCase(inMemory);
    if (month === undefined) return undefined;
    return await readFile(layout.caseFile(kind, id, month));
  };

  const makeMonth = async (month: string) => {
    if (months.has(month)) return;
    try {
      await disk.files.makeFolder(layout.month(month));
      await disk.syncFolder(layout.closed);
    } catch (error) {
      throw storageTrouble(layout.month(month), error, false);
    }
    months.add(month);
  };

  const write = async (file: CaseFile) => {
    const { kind, id } = file;
    const before = kind === 'ticket' ? archive.month(id) : undefined;
    const wasOpen = open.has(caseKey(kind, id));
    const month = monthOf(file);
    const path = layout.caseFile(kind, id, month);
    try {
      if (month !== undefined) await makeMonth(month);
      await low(path, file).write();
    } catch (error) {
      setup.wrote(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
    setup.wrote(undefined);
    const old = layout.caseFile(kind, id, before);
    if ((!wasOpen && before === undefined) || old === path) return month;
    // From here on the new place is the true one; when the old cannot be removed, the next start does it.
    await disk.files.remove(old).catch((error: unknown) => {
      log.warn('old_place_not_removed', { file: old, why: String(error) });
    });
    return month;
  };

  const wanted: (readonly [AggregateKind, string])[] = [
    ...setup.openIds.map((id) => ['ticket', id] as const),
    ...setup.incidentIds.map((id) => ['incident', id] as const),
    ...singleKinds.map((kind) => [kind, 'desk'] as const),
  ];
  const readNext = async () => {
    for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
      const file = await readFile(layout.caseFile(next[0], next[1], undefined));
      if (file === undefined) continue;
      open.set(caseKey(...next), packCase(file));
      setup.opened(file);
    }
  };
  await Promise.all(Array.from({ length: readsAtStart }, readNext));

  return {
    open,
    async read(kind, id) {
      const inMemory = open.get(caseKey(kind, id));
      if (inMemory !== undefined) return unpackCase(inMemory);
      if (kind !== 'ticket' || archive.month(id) === undefined) return undefined;
      // In turn, so that a closed file is not looked for while it moves.
      return await turns.run(caseKey(kind, id), () => current(kind, id));
    },
    edit: (kind, id, work) =>
      turns.run(caseKey(kind, id), async () => {
        if (isSingle(kind) && id !== 'desk') throw new Invalid(`There is one ${kind}, and its id is desk.`);
        const edit = work(await current(kind, id));
        if (edit === undefined) return;
        const month = await write(edit.file);
        if (month === undefined) {
          open.set(caseKey(kind, id), packCase(edit.file));
          if (kind === 'ticket') archive.remove(id);
        } else {
          open.delete(caseKey(kind, id));
          await archive.put(edit.file, month);
        }
        edit.show(month === undefined ? 'open' : 'closed');
      }),
    idle: () => turns.idle(),
  };
}
