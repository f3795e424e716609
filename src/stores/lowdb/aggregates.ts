import { Invalid } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';
import type { Change, Claims, Settlement, StorePort } from '../../store-port.ts';
import { openArchive } from './archive.ts';
import { type CaseFile, caseKey, storedCase } from './case-file.ts';
import { singleKinds } from './case-kinds.ts';
import { type Ending, endSaying, endTimer } from './case-settlement.ts';
import { openCases } from './case-store.ts';
import type { Found } from './data-folder.ts';
import type { Disk } from './durable-file.ts';
import { eventStream, type Source } from './event-stream.ts';
import { incidentTable } from './incident-table.ts';
import type { Layout } from './layout.ts';
import type { Piece } from './news.ts';
import { nextCase } from './next-case.ts';
import { outboxJobs } from './outbox-jobs.ts';
import { sequence } from './sequence.ts';
import { ticketTable } from './ticket-table.ts';
import { timerJobs } from './timer-jobs.ts';

/** Tickets, incidents and the desk's own cases: their files, and what is due or to be said of them. */
export async function openAggregates(setup: {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly parse: (path: string, bytes: Uint8Array) => CaseFile;
  readonly format: number;
  readonly found: Found;
  readonly clock: () => Date;
  readonly log: Log;
  readonly wrote: (trouble: Error | undefined) => void;
  readonly tell: (piece: Piece) => void;
}) {
  const { disk, layout, parse, log, wrote } = setup;
  const numbers = sequence(() => setup.clock().getTime());
  const table = ticketTable();
  const incidents = incidentTable();
  const timers = timerJobs();
  const outbox = outboxJobs();
  const archive = openArchive({
    files: disk.files,
    layout,
    read: parse,
    log,
    months: setup.found.months,
    show(summary, span) {
      table.put(summary, 'closed');
      numbers.raise(span.last);
    },
  });
  const opened = (file: CaseFile) => {
    timers.show(file);
    outbox.show(file, 'fromDisk');
    if (file.summary !== undefined) table.put(file.summary, 'open');
    if (file.incident !== undefined) incidents.put(file.incident);
    numbers.raise(Math.max(file.events.at(-1)?.seq ?? 0, ...file.outbox.map(({ place }) => place)));
  };
  const { openIds, incidentIds } = setup.found;
  const cases = await openCases({
    disk,
    layout,
    parse,
    openIds,
    incidentIds,
    archive,
    opened,
    log,
    wrote,
  });

  const settle = async (
    claim: Claims['timers'] | Claims['outbox'],
    end: (file: CaseFile | undefined) => CaseFile | undefined,
  ): Promise<void> => {
    await cases.edit(claim.kind, claim.id, (current) => {
      const file = end(current);
      if (file === undefined) return undefined;
      return {
        file,
        show() {
          timers.show(file);
          outbox.show(file, { saidButNewer: [] });
        },
      };
    });
  };

  return {
    async commit(change: Change): Promise<number> {
      let committed: CaseFile | undefined;
      let ended = () => {};
      try {
        await cases.edit(change.kind, change.id, (current) => {
          ended = numbers.begin();
          const { file, saidButNewer } = nextCase(current, change, {
            format: setup.format,
            next: numbers.next,
          });
          committed = file;
          return {
            file,
            show(place) {
              timers.show(file);
              outbox.show(file, { saidButNewer });
              if (file.incident !== undefined) incidents.put(file.incident);
              if (file.summary !== undefined && place === 'open') table.put(file.summary, 'open');
            },
          };
        });
      } finally {
        ended();
      }
      if (committed === undefined) throw new Error('a commit without its case');
      const { kind, id, state, version } = committed;
      setup.tell({ kind, id, state });
      return version;
    },

    load: (async (kind, id) => {
      const file = await cases.read(kind, id);
      return file === undefined ? undefined : storedCase(file);
    }) satisfies StorePort['load'],

    tickets: (async (filter) => {
      const { thread, ids, status } = filter;
      const mayBeClosed = status === undefined || status.includes('closed');
      if (mayBeClosed && !archive.isIndexed()) {
        if (ids !== undefined) {
          for (const id of ids) {
            const month = table.has(id) ? undefined : archive.month(id);
            const file = month === undefined ? undefined : await cases.read('ticket', id);
            if (file?.summary !== undefined && !table.has(id)) table.put(file.summary, 'closed');
          }
        } else {
          const found = thread === undefined ? [] : table.find(filter);
          if (found.length > 0) return found;
          await archive.indexed();
        }
      }
      return table.find(filter);
    }) satisfies StorePort['tickets'],

    incidents: incidents.find,

    async *events(cursor: string): ReturnType<StorePort['events']> {
      await archive.indexed();
      const sources: Source[] = [];
      for (const { head, span } of cases.open.values()) {
        if (span !== undefined) sources.push({ kind: head.kind, id: head.id, span });
      }
      for (const [id, span] of archive.spans()) sources.push({ kind: 'ticket', id, span });
      yield* eventStream(sources, { cursor, upTo: numbers.settledUpTo() }, cases.read);
    },

    claimTimers: timers.claim,
    claimOutbox: outbox.claim,

    async settleTimer(claim: Claims['timers'], settlement: Settlement): Promise<void> {
      if ('retryAt' in settlement) return timers.retry(claim, settlement.retryAt);
      const ending = endingOf(settlement);
      await settle(claim, (file) => endTimer(file, claim.timer, ending));
    },

    async settleOutbox(claim: Claims['outbox'], settlement: Settlement): Promise<void> {
      if ('retryAt' in settlement) {
        return outbox.retry(claim, settlement.retryAt, settlement.maybeSaid ?? false);
      }
      const ending = endingOf(settlement);
      await settle(claim, (file) => endSaying(file, claim.row, ending));
      // Where the row was added again meanwhile it stays, and must be free for the next to take.
      outbox.release(claim);
    },

    /** Starts indexing closed tickets in the background. */
    begin: archive.begin,
    counts(now: string) {
      const oldestOverdueTimer = timers.oldestOverdue(now);
      const others = singleKinds.filter((kind) => cases.open.has(caseKey(kind, 'desk'))).length;
      const openTickets = cases.open.size - others - incidents.size();
      return {
        outboxWaiting: outbox.waiting(),
        parked: outbox.parked() + timers.parked(),
        ...(oldestOverdueTimer === undefined ? {} : { oldestOverdueTimer }),
        indexed: archive.isIndexed(),
        tickets: openTickets + archive.size(),
        clocks: table.clocks(now),
        unreadable: archive.unreadable(),
      };
    },
    async close(): Promise<void> {
      await cases.idle();
      await archive.stop();
    },
  };
}

function endingOf(settlement: Settlement): Ending {
  if ('parked' in settlement || 'stale' in settlement) return settlement;
  throw new Invalid('Only an inbox entry is handled: a timer or a row of the outbox ends in a commit.');
}
