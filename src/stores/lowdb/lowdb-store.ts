import { Unreachable } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import type { Log } from '../../ports.ts';
import type { Claims, Queue, Settlement, StorePort } from '../../store-port.ts';
import { openAggregates } from './aggregates.ts';
import { caseReader, type Upgrade } from './case-file.ts';
import { caseNumbers } from './case-numbers.ts';
import { prepareFolder } from './data-folder.ts';
import { type Files, nodeFiles } from './files.ts';
import { lockFolder } from './folder-lock.ts';
import { folderSync } from './folder-sync.ts';
import { openHeartbeat } from './heartbeat.ts';
import { openInbox } from './inbox.ts';
import { layout as layoutOf } from './layout.ts';
import { newsdesk } from './news.ts';

export type LowdbStoreOptions = {
  /** The data folder; made where it is missing. */
  readonly folder: string;
  readonly clock?: () => Date;
  readonly log?: Log;
  /** The disk; a test may give one that fails. */
  readonly files?: Files;
  /** Step n turns a case file of format n + 1 into the next format. */
  readonly upgrades?: readonly Upgrade[];
  /** How long handled inbox entries are kept at least, and known again. Default 30. */
  readonly journalDays?: number;
  /** A journal segment is ended past this size. Default 8 MB. */
  readonly segmentBytes?: number;
};

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * The embedded store: a case file per aggregate and an append-only inbox journal in one folder, for one process.
 * `Misconfigured` when the folder cannot be used or something in it cannot be read.
 */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<StorePort> {
  const lock = await lockFolder(options.folder);
  try {
    return await openLocked(options, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openLocked(options: LowdbStoreOptions, release: () => Promise<void>): Promise<StorePort> {
  const { folder, clock = () => new Date(), log = silent, files = nodeFiles, upgrades = [] } = options;
  const layout = layoutOf(folder);
  const disk = { files, syncFolder: folderSync(files) };
  const parse = caseReader(upgrades);
  let trouble: Error | undefined;
  const wrote = (failed: Error | undefined) => {
    trouble = failed;
  };
  const news = newsdesk(log);

  const found = await prepareFolder(disk, layout, { read: parse, log });
  const numbers = await caseNumbers(disk, layout, {
    tickets: [...found.openIds, ...found.months.keys()],
    incidents: found.incidentIds,
  });
  const format = upgrades.length + 1;
  const shared = { disk, clock, log, wrote };
  const aggregates = await openAggregates({ ...shared, layout, parse, format, found, tell: news.tell });
  const { journalDays: retentionDays = 30, segmentBytes = 8_000_000 } = options;
  const inbox = await openInbox({ ...shared, folder: layout.inbox, retentionDays, segmentBytes });
  const heartbeat = await openHeartbeat(files, layout.heartbeat, log);
  aggregates.begin();

  let closing: Promise<void> | undefined;
  const mustBeOpen = () => {
    if (closing !== undefined) throw new Unreachable('The store is closed.', { unknownOutcome: false });
  };
  type Ask = { readonly now: Instant; readonly leaseMs: number; readonly limit: number };
  const claims: { readonly [Q in Queue]: (ask: Ask) => readonly Claims[Q][] } = {
    inbox: inbox.claim,
    timers: aggregates.claimTimers,
    outbox: aggregates.claimOutbox,
  };
  const settles: { readonly [Q in Queue]: (claim: Claims[Q], settlement: Settlement) => Promise<void> } = {
    inbox: inbox.settle,
    timers: aggregates.settleTimer,
    outbox: aggregates.settleOutbox,
  };
  const close = async () => {
    await aggregates.close();
    await inbox.close();
    await heartbeat.close();
    await numbers.close();
    await release();
  };

  return {
    async commit(change) {
      mustBeOpen();
      return await aggregates.commit(change);
    },
    async load(kind, id) {
      mustBeOpen();
      return await aggregates.load(kind, id);
    },
    async tickets(filter) {
      mustBeOpen();
      return await aggregates.tickets(filter);
    },
    async nextTicketId() {
      mustBeOpen();
      return await numbers.nextTicket();
    },
    async incidents(filter) {
      mustBeOpen();
      return aggregates.incidents(filter);
    },
    async nextIncidentId() {
      mustBeOpen();
      return await numbers.nextIncident();
    },
    events(cursor) {
      mustBeOpen();
      return aggregates.events(cursor);
    },
    async receive(event, at) {
      mustBeOpen();
      const answer = await inbox.receive(event, at);
      if (answer === 'stored') news.tell('inbox');
      return answer;
    },
    async intake(query) {
      mustBeOpen();
      return await inbox.intake(query);
    },
    async claim(queue, ask) {
      mustBeOpen();
      return claims[queue](ask);
    },
    async settle(queue, claim, settlement) {
      mustBeOpen();
      await settles[queue](claim, settlement);
    },
    watch: news.watch,
    lastAlive: heartbeat.lastAlive,
    async alive(at) {
      if (closing === undefined) await heartbeat.beat(at);
    },
    health(now) {
      const { unreadable, parked, ...counts } = aggregates.counts(now);
      const missing =
        unreadable === 0 ? 'ok' : `${unreadable} closed tickets cannot be read; the log names them`;
      return {
        ...counts,
        writable: trouble === undefined,
        detail: trouble?.message ?? missing,
        inboxWaiting: inbox.waiting(),
        parked: parked + inbox.parked(),
      };
    },
    async close() {
      closing ??= close();
      await closing;
    },
  };
}
