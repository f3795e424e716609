import { ChatEvent } from '../../domain/chat-event.ts';
import { Invalid } from '../../domain/errors.ts';
import { day, type Instant, instant } from '../../domain/time.ts';
import type { Log } from '../../ports.ts';
import type { Claims, InboxEntry, InboxOutcome, Settlement, StorePort } from '../../store-port.ts';
import type { Disk } from './durable-file.ts';
import { inboxJobs } from './inbox-jobs.ts';
import { readInbox } from './inbox-start.ts';
import { type Journal, openJournal, type Position } from './journal.ts';
import { Result } from './journal-line.ts';
import { segmentDay, unreadableEntry } from './journal-segment.ts';

export type Inbox = Pick<StorePort, 'receive' | 'intake'> & {
  claim: (ask: {
    readonly now: Instant;
    readonly leaseMs: number;
    readonly limit: number;
  }) => readonly Claims['inbox'][];
  settle(claim: Claims['inbox'], settlement: Settlement): Promise<void>;
  waiting(): number;
  parked(): number;
  close(): Promise<void>;
};

/** Chat events as they were heard: journalled before they are acknowledged, known by every one of their keys. */
export async function openInbox(setup: {
  readonly folder: string;
  readonly disk: Disk;
  readonly clock: () => Date;
  readonly log: Log;
  readonly retentionDays: number;
  readonly segmentBytes: number;
  readonly wrote: (trouble: Error | undefined) => void;
}): Promise<Inbox> {
  const { disk, clock, log } = setup;
  const start = await readInbox(disk.files, setup.folder, log);
  const { memory, segments } = start;
  let next = start.next;
  const jobs = inboxJobs();
  /** Keys of events that are being written, until they are safe. */
  const underWay = new Map<string, Promise<unknown>>();

  const journal: Journal = openJournal({
    folder: setup.folder,
    disk,
    segments,
    today: () => instant(clock()).slice(0, 10),
    segmentBytes: setup.segmentBytes,
    next: () => next,
    begun: dropOld,
    wrote: setup.wrote,
  });

  async function dropOld() {
    const oldest = instant(clock().getTime() - setup.retentionDays * day).slice(0, 10);
    // Only from the front: a segment also holds results of the ones before it.
    for (let first = segments[0]; first !== undefined && segments.length > 1; first = segments[0]) {
      if (segmentDay(first.name) >= oldest || !memory.isSettled(first)) return;
      try {
        await disk.files.remove(first.path);
      } catch (error) {
        log.warn('old_journal_not_removed', { file: first.path, error: String(error) });
        return;
      }
      memory.forget(first);
      segments.shift();
    }
  }

  const readEntry = async (number: number): Promise<InboxEntry | undefined> => {
    const position = memory.entry(number);
    if (position === undefined) return undefined;
    const resultPosition = memory.result(number);
    const { at, event } = await readEntryLine(journal, position);
    const result = resultPosition === undefined ? undefined : await readResultLine(journal, resultPosition);
    return { number, receivedAt: at, event, ...(result === undefined ? {} : { result }) };
  };

  const store = async (event: ChatEvent, at: Instant): Promise<void> => {
    const n = next;
    next += 1;
    const position = await journal.append({ n, at, event });
    memory.add({ n, batch: 0, at, event }, position);
    jobs.add({ number: n, receivedAt: at, event: structuredClone(event) });
  };

  const end = async (number: number, outcome: InboxOutcome, at: Instant): Promise<void> => {
    const before = memory.outcome(number);
    // A person may still open a ticket from what was parked or ignored; any other result stands.
    if (before !== undefined && before !== 'parked' && before !== 'ignored') return;
    const result = Result.parse({ ...outcome, at });
    const position = await journal.append({ n: number, result });
    memory.add({ n: number, batch: 0, result }, position);
    jobs.remove(number);
  };

  for (const entry of start.open) jobs.add(entry);

  return {
    async receive(event, at) {
      for (;;) {
        if (memory.isKnown(event.keys)) return 'known';
        const other = event.keys.map((key) => underWay.get(key)).find((write) => write !== undefined);
        if (other === undefined) break;
        // Its twin is being written: it is known only once that is safe, and new again when that fails.
        await other.catch(() => undefined);
      }
      const write = store(event, at);
      for (const key of event.keys) underWay.set(key, write);
      try {
        await write;
      } finally {
        for (const key of event.keys) underWay.delete(key);
      }
      return 'stored';
    },

    async intake({ limit, before, number }) {
      const numbers =
        number === undefined
          ? memory.numbers().filter((each) => before === undefined || each < before)
          : [number];
      const entries: InboxEntry[] = [];
      for (const each of numbers.slice(-limit).reverse()) {
        const entry = await readEntry(each);
        if (entry !== undefined) entries.push(entry);
      }
      return entries;
    },

    claim: (ask) => jobs.claim(ask),

    async settle(claim, settlement) {
      const { number } = claim.entry;
      if ('handled' in settlement) await end(number, settlement.handled, instant(clock()));
      else if ('parked' in settlement) {
        await end(number, { outcome: 'parked', reason: settlement.parked }, settlement.at);
      } else if ('retryAt' in settlement) jobs.retry(claim, settlement.retryAt);
      else throw new Invalid('An inbox entry cannot be stale: say what became of it.');
    },

    waiting: () => jobs.waiting(),
    parked: () => memory.parked(),
    close: () => journal.close(),
  };
}

async function readEntryLine(journal: Journal, position: Position) {
  const line = await readLine(journal, position);
  const event = ChatEvent.safeParse(line.event);
  const at = line.at;
  if (!event.success || typeof at !== 'string') throw unreadableEntry(position.segment.path, Number(line.n));
  return { at, event: event.data };
}

async function readResultLine(journal: Journal, position: Position): Promise<Result> {
  return Result.parse((await readLine(journal, position)).result);
}

async function readLine(journal: Journal, position: Position): Promise<Record<string, unknown>> {
  return JSON.parse(await journal.read(position));
}
