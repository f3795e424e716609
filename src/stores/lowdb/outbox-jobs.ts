import { type Instant, laterBy } from '../../domain/time.ts';
import type { AggregateKind, Claims } from '../../store-port.ts';
import { type CaseFile, caseKey, type OutboxFileRow } from './case-file.ts';

type Job = {
  readonly kind: AggregateKind;
  readonly id: string;
  row: OutboxFileRow;
  leasedUntil?: Instant;
  waitsUntil?: Instant;
  attempts: number;
  maybeSaid: boolean;
};

export type OutboxJobs = {
  /**
   * Takes the outbox of a case over from its file. `saidButNewer`: rows whose claim has ended although they stay.
   * `fromDisk`: rows read at start may have been said by the process before.
   */
  show(file: CaseFile, origin: { readonly saidButNewer: readonly string[] } | 'fromDisk'): void;
  claim(ask: {
    readonly now: Instant;
    readonly leaseMs: number;
    readonly limit: number;
    readonly busy?: ReadonlySet<string>;
  }): readonly Claims['outbox'][];
  retry(claim: Claims['outbox'], retryAt: Instant, maybeSaid: boolean): void;
  /** Ends a claim without a retry time, e.g. of a row that has been added again meanwhile. */
  release(claim: Claims['outbox']): void;
  waiting(): number;
  parked(): number;
};

/**
 * The rows to be said, per channel by priority, then age. One row of a channel is out at a time. A row that waits for
 * a retry holds back what follows it of the same aggregate, except that a card (kind `card…`) never holds back
 * anything else; other aggregates go on, since a channel that must pause as a whole is `busy`. Parked rows hold back
 * nothing. A row whose lease ran out counts as maybe said.
 */
export function outboxJobs(): OutboxJobs {
  const cases = new Map<string, Map<string, Job>>();
  const channels = new Map<string, Job[]>();
  let waitingCount = 0;
  let parkedCount = 0;

  const count = (job: Job, by: 1 | -1) => {
    if (job.row.parked === undefined) waitingCount += by;
    else parkedCount += by;
  };
  const enter = (job: Job) => {
    count(job, 1);
    const lane = channels.get(job.row.channel) ?? [];
    channels.set(job.row.channel, lane);
    lane.splice(placeIn(lane, job), 0, job);
  };
  const leave = (job: Job) => {
    count(job, -1);
    const lane = channels.get(job.row.channel) ?? [];
    lane.splice(lane.indexOf(job), 1);
    if (lane.length === 0) channels.delete(job.row.channel);
  };

  const readyIn = (lane: readonly Job[], now: Instant): Job | undefined => {
    const held = new Map<string, 'all' | 'cards'>();
    let ready: Job | undefined;
    for (const job of lane) {
      if (job.leasedUntil !== undefined && job.leasedUntil > now) return undefined;
      if (ready !== undefined || job.row.parked !== undefined) continue;
      const key = caseKey(job.kind, job.id);
      const hold = held.get(key);
      if (hold === 'all' || (hold === 'cards' && isCard(job))) continue;
      if (job.waitsUntil !== undefined && job.waitsUntil > now) held.set(key, isCard(job) ? 'cards' : 'all');
      else ready = job;
    }
    return ready;
  };

  const find = ({ kind, id, row, attempts }: Claims['outbox']) => {
    const job = cases.get(caseKey(kind, id))?.get(row.key);
    // A claim whose lease ran out has no say over the one who took it next.
    return job?.attempts === attempts ? job : undefined;
  };

  return {
    show({ kind, id, outbox }, origin) {
      const key = caseKey(kind, id);
      const before = cases.get(key);
      const jobs = new Map<string, Job>();
      for (const row of outbox) {
        const known = before?.get(row.key);
        before?.delete(row.key);
        if (known !== undefined) leave(known);
        const job = known ?? { kind, id, row, attempts: 0, maybeSaid: origin === 'fromDisk' };
        job.row = row;
        if (origin !== 'fromDisk' && origin.saidButNewer.includes(row.key)) {
          delete job.leasedUntil;
          delete job.waitsUntil;
          job.maybeSaid = false;
        }
        jobs.set(row.key, job);
        enter(job);
      }
      for (const gone of before?.values() ?? []) leave(gone);
      if (jobs.size === 0) cases.delete(key);
      else cases.set(key, jobs);
    },

    claim({ now, leaseMs, limit, busy }) {
      const ready: Job[] = [];
      for (const [channel, lane] of channels) {
        const job = busy?.has(channel) ? undefined : readyIn(lane, now);
        if (job !== undefined) ready.push(job);
      }
      ready.sort((one, other) => byAge(one.row, other.row));
      return ready.slice(0, limit).map((job) => {
        if (job.leasedUntil !== undefined) job.maybeSaid = true;
        job.leasedUntil = laterBy(now, leaseMs);
        delete job.waitsUntil;
        job.attempts += 1;
        const { place: _, ...row } = job.row;
        return { kind: job.kind, id: job.id, row, attempts: job.attempts, maybeSaid: job.maybeSaid };
      });
    },

    retry(claim, retryAt, maybeSaid) {
      const job = find(claim);
      if (job === undefined) return;
      delete job.leasedUntil;
      job.waitsUntil = retryAt;
      job.maybeSaid ||= maybeSaid;
    },

    release(claim) {
      const job = find(claim);
      if (job !== undefined) delete job.leasedUntil;
    },

    waiting: () => waitingCount,
    parked: () => parkedCount,
  };
}

function isCard({ row }: Job): boolean {
  return row.kind.startsWith('card');
}

function byAge(one: OutboxFileRow, other: OutboxFileRow): number {
  if (one.bornAt !== other.bornAt) return one.bornAt < other.bornAt ? -1 : 1;
  return one.place - other.place;
}

function placeIn(lane: readonly Job[], job: Job): number {
  let from = 0;
  let to = lane.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = lane[middle];
    if (other === undefined) break;
    const order = other.row.priority - job.row.priority || byAge(other.row, job.row);
    if (order <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
