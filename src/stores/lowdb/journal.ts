import type { Disk } from './durable-file.ts';
import type { OpenFile } from './files.ts';
import { journalFormat } from './journal-line.ts';
import { nextSegmentName, type Segment, segmentDay, segmentPath } from './journal-segment.ts';
import { storageTrouble } from './storage-trouble.ts';

/** Where a line stands. */
export type Position = { readonly segment: Segment; readonly offset: number; readonly length: number };

export type Journal = {
  /** Resolves when the line is safe. `Unreachable` when the disk refuses; the journal is then as it was before. */
  append(line: JournalRecord): Promise<Position>;
  read(position: Position): Promise<string>;
  close(): Promise<void>;
};

/** A line without its batch, which is known when it is written. */
export type JournalRecord = Readonly<Record<string, unknown>> & { readonly n: number };

const mostPerBatch = 500;

/**
 * The append-only file of the inbox: everything that comes while an fsync runs shares the next one. A new segment is
 * begun each day and past `segmentBytes`.
 */
export function openJournal(setup: {
  readonly folder: string;
  readonly disk: Disk;
  readonly segments: Segment[];
  readonly today: () => string;
  readonly segmentBytes: number;
  /** Number of the next entry, for the header of a new segment. */
  readonly next: () => number;
  /** Told after a new segment was begun; old ones may go. */
  readonly begun: () => Promise<void>;
  /** Told after every write how it went. */
  readonly wrote: (trouble: Error | undefined) => void;
}): Journal {
  const { folder, disk, segments } = setup;
  type Waiting = {
    readonly record: JournalRecord;
    resolve(position: Position): void;
    reject(error: Error): void;
  };
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let file: OpenFile | undefined;
  /** A failed write could not be taken back yet. */
  let mustTrim = segments.length > 0;

  const begin = async (): Promise<Segment> => {
    const name = nextSegmentName(segments.at(-1)?.name, setup.today());
    const path = segmentPath(folder, name);
    const header = Buffer.from(
      `${JSON.stringify({ format: journalFormat, journal: 'inbox', next: setup.next() })}\n`,
    );
    const fresh = await disk.files.open(path, 'fresh');
    try {
      await fresh.write(header, 0);
      await fresh.sync();
      await disk.syncFolder(folder);
    } catch (error) {
      await fresh.close();
      await disk.files.remove(path).catch(() => undefined);
      throw error;
    }
    await file?.close();
    file = fresh;
    const segment = { name, path, size: header.length };
    segments.push(segment);
    await setup.begun();
    return segment;
  };

  const ready = async (): Promise<{ readonly segment: Segment; readonly open: OpenFile }> => {
    let segment = segments.at(-1);
    if (segment !== undefined) {
      file ??= await disk.files.open(segment.path, 'existing');
      if (mustTrim) {
        await file.truncate(segment.size);
        await file.sync();
        mustTrim = false;
      }
    }
    if (
      segment === undefined ||
      segment.size >= setup.segmentBytes ||
      segmentDay(segment.name) < setup.today()
    ) {
      segment = await begin();
    }
    if (file === undefined) throw new Error('a segment without its file');
    return { segment, open: file };
  };

  const writeBatch = async (batch: readonly Waiting[]) => {
    let path = folder;
    let trim: (() => Promise<void>) | undefined;
    try {
      const { segment, open } = await ready();
      path = segment.path;
      const start = segment.size;
      trim = async () => {
        await open.truncate(start);
        await open.sync();
        mustTrim = false;
      };
      const lines = batch.map(({ record: { n, ...rest } }) =>
        Buffer.from(`${JSON.stringify({ n, batch: start, ...rest })}\n`),
      );
      mustTrim = true;
      await open.write(Buffer.concat(lines), start);
      await open.sync();
      mustTrim = false;
      let offset = start;
      for (const [index, line] of lines.entries()) {
        batch[index]?.resolve({ segment, offset, length: line.length - 1 });
        offset += line.length;
      }
      segment.size = offset;
      setup.wrote(undefined);
    } catch (error) {
      // When it cannot be taken back now, the next write does it first.
      await trim?.().catch(() => undefined);
      const trouble = storageTrouble(path, error, false);
      setup.wrote(trouble);
      for (const { reject } of batch) reject(trouble);
    }
  };

  const drain = async () => {
    while (waiting.length > 0) {
      // Whoever is about to append in this turn shares the fsync: a third more events a second under load.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = waiting.slice(0, mostPerBatch);
      waiting = waiting.slice(mostPerBatch);
      await writeBatch(batch);
    }
    writing = undefined;
  };

  return {
    append(record) {
      return new Promise((resolve, reject) => {
        waiting.push({ record, resolve, reject });
        writing ??= drain();
      });
    },
    async read({ segment, offset, length }) {
      return new TextDecoder().decode(await disk.files.readPart(segment.path, offset, length));
    },
    async close() {
      await writing;
      await file?.close();
      file = undefined;
    },
  };
}
