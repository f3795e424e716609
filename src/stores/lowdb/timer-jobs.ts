import { type Instant, laterBy } from '../../domain/time.ts';
import type { AggregateKind, Claims, Timer } from '../../store-port.ts';
import { type CaseFile, caseKey } from './case-file.ts';
import { type ReadyHeap, readyHeap } from './ready-heap.ts';

type Job = {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly timer: Timer;
  /** Due, or free again after a lease or a wait. */
  readyAt: Instant;
  attempts: number;
};

export type TimerJobs = {
  /** Takes the timers of a case over from its file. */
  show(file: CaseFile): void;
  claim(ask: {
    readonly now: Instant;
    readonly leaseMs: number;
    readonly limit: number;
    readonly without?: ReadonlySet<string>;
  }): readonly Claims['timers'][];
  retry(claim: Claims['timers'], retryAt: Instant): void;
  oldestOverdue(now: Instant): Instant | undefined;
  parked(): number;
};

/** The timers of all cases in memory, soonest first. Leases die with the process, which is the only one. */
export function timerJobs(): TimerJobs {
  const cases = new Map<string, { readonly jobs: Map<string, Job>; readonly parked: number }>();
  // One heap for each kind, so that a kind which is left out costs nothing, however many of it wait.
  const heaps = new Map<string, ReadyHeap<Job>>();
  // Once more by due time: a lease or a retry moves when a job is ready, not since when it is late.
  const byDue = readyHeap<Job>();
  let parkedCount = 0;

  const push = (job: Job) => {
    const heap = heaps.get(job.timer.kind) ?? readyHeap<Job>();
    heaps.set(job.timer.kind, heap);
    heap.push(job.readyAt, job);
  };
  const earliest = (without: ReadonlySet<string> | undefined): ReadyHeap<Job> | undefined => {
    let first: ReadyHeap<Job> | undefined;
    for (const [kind, heap] of heaps) {
      const next = heap.next();
      if (next === undefined || without?.has(kind)) continue;
      if (next < (first?.next() ?? '~')) first = heap;
    }
    return first;
  };

  const holds = (job: Job) => cases.get(caseKey(job.kind, job.id))?.jobs.get(job.timer.key) === job;

  return {
    show({ kind, id, timers }) {
      const key = caseKey(kind, id);
      const before = cases.get(key);
      const jobs = new Map<string, Job>();
      let parked = 0;
      for (const { parked: given, ...timer } of timers) {
        if (given !== undefined) {
          parked += 1;
          continue;
        }
        const known = before?.jobs.get(timer.key);
        const same = known !== undefined && known.timer.generation === timer.generation;
        const job = same ? known : { kind, id, timer, readyAt: timer.dueAt, attempts: 0 };
        if (!same) {
          push(job);
          byDue.push(job.timer.dueAt, job);
        }
        jobs.set(timer.key, job);
      }
      parkedCount += parked - (before?.parked ?? 0);
      if (timers.length === 0) cases.delete(key);
      else cases.set(key, { jobs, parked });
    },

    claim({ now, leaseMs, limit, without }) {
      const taken: Claims['timers'][] = [];
      while (taken.length < limit) {
        const entry = earliest(without)?.pop(now);
        if (entry === undefined) break;
        const job = entry.item;
        if (job.readyAt !== entry.readyAt || !holds(job)) continue;
        job.readyAt = laterBy(now, leaseMs);
        job.attempts += 1;
        push(job);
        taken.push({ kind: job.kind, id: job.id, timer: { ...job.timer }, attempts: job.attempts });
      }
      return taken;
    },

    retry({ kind, id, timer, attempts }, retryAt) {
      const job = cases.get(caseKey(kind, id))?.jobs.get(timer.key);
      // A claim whose lease ran out has no say over the one who took it next.
      if (job?.timer.generation !== timer.generation || job.attempts !== attempts) return;
      job.readyAt = retryAt;
      push(job);
    },

    oldestOverdue(now) {
      for (let entry = byDue.pop(now); entry !== undefined; entry = byDue.pop(now)) {
        if (!holds(entry.item)) continue;
        byDue.push(entry.readyAt, entry.item);
        return entry.readyAt;
      }
      return undefined;
    },

    parked: () => parkedCount,
  };
}
