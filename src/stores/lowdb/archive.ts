import { join } from 'node:path';
import type { Log } from '../../ports.ts';
import type { TicketSummary } from '../../store-port.ts';
import type { CaseFile } from './case-file.ts';
import { closedPlaces } from './closed-places.ts';
import type { Files } from './files.ts';
import type { Layout } from './layout.ts';
import { leanSummaries } from './lean-summary.ts';
import {
  addToMonthIndex,
  breathe,
  type IndexLine,
  indexLine,
  readMonthIndex,
  writeMonthIndex,
} from './month-index.ts';
import { type Span, spanOf } from './packed-case.ts';

export type Archive = {
  /** The month folder of a closed ticket. */
  month(id: string): string | undefined;
  /** A ticket was closed and its file written. */
  put(file: CaseFile, month: string): Promise<void>;
  /** A ticket was opened again. */
  remove(id: string): void;
  spans(): Iterable<readonly [id: string, span: Span]>;
  size(): number;
  /** Starts reading in the background, once the open tickets are served. */
  begin(): void;
  /** Resolves when every closed ticket is in the table. */
  indexed(): Promise<void>;
  isIndexed(): boolean;
  /** Closed tickets whose files could not be read. */
  unreadable(): number;
  stop(): Promise<void>;
};

const filesAtOnce = 32;

/**
 * The closed tickets: known by name from the start, their summaries read month by month in the background, newest
 * first. A closed file that cannot be read is told in the log and left out; it stops nobody.
 */
export function openArchive(setup: {
  readonly files: Files;
  readonly layout: Layout;
  readonly read: (path: string, bytes: Uint8Array) => CaseFile;
  readonly log: Log;
  /** Month of each closed ticket, as the folders say. */
  readonly months: ReadonlyMap<string, string>;
  readonly show: (summary: TicketSummary, span: Span) => void;
}): Archive {
  const { files, layout, log } = setup;
  const places = closedPlaces();
  for (const [id, month] of setup.months) places.put(id, month);
  const lean = leanSummaries();
  let unreadable = 0;
  let indexed = false;
  let stopped = false;

  const show = (id: string, month: string, { first, last, summary }: IndexLine) => {
    const span = { first, last };
    places.put(id, month, span);
    setup.show(summary, span);
  };

  /** The line of one file: the noted one when the file is unchanged, otherwise read from the file. */
  const lineOf = async (
    folder: string,
    id: string,
    noted: IndexLine | undefined,
  ): Promise<{ readonly line: IndexLine; readonly fresh: boolean } | undefined> => {
    const path = join(folder, `${id}.json`);
    try {
      if (noted !== undefined) {
        const stat = await files.stat(path);
        if (noted.size === stat.size && noted.changedMs === stat.changedMs)
          return { line: noted, fresh: false };
      }
      const content = await files.readWithStat(path);
      const line = indexLine(setup.read(path, content.bytes), content);
      // Only the lean summary is kept: what else was read can go at once.
      return line === undefined ? undefined : { line: { ...line, summary: lean(line.summary) }, fresh: true };
    } catch (error) {
      if (stopped || places.month(id) === undefined) return undefined;
      unreadable += 1;
      log.error('closed_ticket_unreadable', {
        ticket: id,
        why: error instanceof Error ? error.message : String(error),
      });
      return undefined;
    }
  };

  const indexMonth = async (month: string, ids: readonly string[]) => {
    const folder = layout.month(month);
    const noted = await readMonthIndex(files, folder, lean);
    let fresh = 0;
    const lines: IndexLine[] = [];
    for (let from = 0; from < ids.length && !stopped; from += filesAtOnce) {
      const some = ids.slice(from, from + filesAtOnce);
      const found = await Promise.all(some.map((id) => lineOf(folder, id, noted.get(id))));
      for (const [index, one] of found.entries()) {
        const id = some[index] ?? '';
        // Opened again, or closed anew, while this was read: what is shown is newer.
        if (one === undefined || places.month(id) !== month || places.isIndexed(id)) continue;
        fresh += one.fresh ? 1 : 0;
        lines.push(one.line);
        show(id, month, one.line);
      }
      await breathe();
    }
    if (fresh === 0 || stopped) return;
    // Tickets closed meanwhile have added lines of their own, which this drops: the next start reads those files.
    await writeMonthIndex(files, folder, lines).catch((error: unknown) => {
      log.warn('month_index_not_written', { month, why: String(error) });
    });
  };

  const indexAll = async () => {
    const byMonth = places.byMonth();
    for (const month of [...byMonth.keys()].sort().reverse()) {
      if (stopped) return;
      await indexMonth(month, byMonth.get(month) ?? []);
    }
    indexed = !stopped;
  };
  let work: Promise<void> | undefined;

  return {
    month: places.month,
    async put(file, month) {
      const span = spanOf(file.events) ?? { first: 0, last: 0 };
      places.put(file.id, month, span);
      if (file.summary !== undefined) setup.show(lean(file.summary), span);
      const folder = layout.month(month);
      try {
        const line = indexLine(file, await files.stat(join(folder, `${file.id}.json`)));
        if (line !== undefined) await addToMonthIndex(files, folder, line);
      } catch (error) {
        // The ticket is safe; without the line the next start reads its file.
        log.warn('month_index_not_written', { month, why: String(error) });
      }
    },
    remove: places.remove,
    spans: places.spans,
    size: places.size,
    begin() {
      work ??= breathe().then(indexAll);
    },
    indexed: async () => await work,
    isIndexed: () => indexed,
    unreadable: () => unreadable,
    async stop() {
      stopped = true;
      await work;
    },
  };
}
