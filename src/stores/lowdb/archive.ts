import { join } from 'node:path';
import type { Log } from '../../ports.ts';
import type { TicketSummary } from '../../store-port.ts';
import type { CaseFile } from './case-file.ts';
import type { Files } from './files.ts';
import type { Layout } from './layout.ts';
import {
  addToMonthIndex,
  breathe,
  type IndexLine,
  indexLine,
  readMonthIndex,
  writeMonthIndex,
} from './month-index.ts';

/** Where the events of a closed ticket begin and end in the desk's order. */
export type Span = { readonly first: number; readonly last: number };

type Place = { readonly month: string; span?: Span };

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

const statsAtOnce = 64;

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
  const places = new Map<string, Place>([...setup.months].map(([id, month]) => [id, { month }]));
  /** One string per value that many tickets share, instead of one per ticket. */
  const shared = new Map<string, string>();
  let unreadable = 0;
  let indexed = false;
  let stopped = false;

  const share = (value: string): string => {
    const known = shared.get(value);
    if (known !== undefined) return known;
    shared.set(value, value);
    return value;
  };
  const lean = (summary: TicketSummary): TicketSummary => {
    const { category, severity, queue, requester, requesterName, account, assignee, dueAt, closedAt } =
      summary;
    return {
      id: summary.id,
      subject: summary.subject,
      status: summary.status,
      ...(category === undefined ? {} : { category }),
      ...(severity === undefined ? {} : { severity }),
      ...(queue === undefined ? {} : { queue: share(queue) }),
      requester: share(requester),
      ...(requesterName === undefined ? {} : { requesterName: share(requesterName) }),
      ...(account === undefined ? {} : { account: share(account) }),
      ...(assignee === undefined ? {} : { assignee: share(assignee) }),
      openedAt: summary.openedAt,
      changedAt: summary.changedAt,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(closedAt === undefined ? {} : { closedAt }),
      threads: summary.threads,
    };
  };

  const show = (place: Place, line: IndexLine) => {
    place.span = { first: line.first, last: line.last };
    setup.show(lean(line.summary), place.span);
  };

  /** The line of one file: the noted one when the file is unchanged, otherwise read from the file. */
  const lineOf = async (
    folder: string,
    id: string,
    noted: IndexLine | undefined,
  ): Promise<{ readonly line: IndexLine; readonly fresh: boolean } | undefined> => {
    const path = join(folder, `${id}.json`);
    try {
      const stat = await files.stat(path);
      if (noted !== undefined && noted.size === stat.size && noted.changedMs === stat.changedMs) {
        return { line: noted, fresh: false };
      }
      const line = indexLine(setup.read(path, await files.read(path)), stat);
      return line === undefined ? undefined : { line, fresh: true };
    } catch (error) {
      if (stopped || places.get(id)?.month === undefined) return undefined;
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
    const noted = await readMonthIndex(files, folder);
    let fresh = 0;
    const lines: IndexLine[] = [];
    for (let from = 0; from < ids.length && !stopped; from += statsAtOnce) {
      const some = ids.slice(from, from + statsAtOnce);
      const found = await Promise.all(some.map((id) => lineOf(folder, id, noted.get(id))));
      for (const [index, one] of found.entries()) {
        const place = places.get(some[index] ?? '');
        // Opened again, or closed anew, while this was read: what is shown is newer.
        if (one === undefined || place === undefined || place.month !== month || place.span !== undefined)
          continue;
        fresh += one.fresh ? 1 : 0;
        lines.push(one.line);
        show(place, one.line);
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
    const byMonth = new Map<string, string[]>();
    for (const [id, { month }] of places) {
      const ids = byMonth.get(month);
      if (ids === undefined) byMonth.set(month, [id]);
      else ids.push(id);
    }
    for (const month of [...byMonth.keys()].sort().reverse()) {
      if (stopped) return;
      await indexMonth(month, byMonth.get(month) ?? []);
    }
    indexed = !stopped;
  };
  let work: Promise<void> | undefined;

  return {
    month: (id) => places.get(id)?.month,
    async put(file, month) {
      const span = { first: file.events[0]?.seq ?? 0, last: file.events.at(-1)?.seq ?? 0 };
      places.set(file.id, { month, span });
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
    remove(id) {
      places.delete(id);
    },
    *spans() {
      for (const [id, { span }] of places) if (span !== undefined) yield [id, span] as const;
    },
    size: () => places.size,
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
