import { type Instant, laterBy } from '../../domain/time.ts';
import type { Claims, InboxEntry } from '../../store-port.ts';
import { inboxLanes } from './inbox-lanes.ts';

type Job = {
  readonly entry: InboxEntry;
  readonly lanes: readonly string[];
  freeAt: Instant;
  attempts: number;
};

/** Entries that wait to be handled. */
export type InboxJobs = {
  add(entry: InboxEntry): void;
  claim(ask: {
    readonly now: Instant;
    readonly leaseMs: number;
    readonly limit: number;
  }): readonly Claims['inbox'][];
  retry(claim: Claims['inbox'], retryAt: Instant): void;
  remove(number: number): void;
  waiting(): number;
};

/** In order of arrival; an entry that is out or waits for a retry holds back its lanes and nothing else. */
export function inboxJobs(): InboxJobs {
  const jobs = new Map<number, Job>();

  return {
    add(entry) {
      jobs.set(entry.number, { entry, lanes: inboxLanes(entry.event), freeAt: '', attempts: 0 });
    },
    claim({ now, leaseMs, limit }) {
      const taken: Claims['inbox'][] = [];
      const seen = new Set<string>();
      for (const job of jobs.values()) {
        if (taken.length >= limit) break;
        const isBehind = job.lanes.some((lane) => seen.has(lane));
        for (const lane of job.lanes) seen.add(lane);
        if (isBehind || job.freeAt > now) continue;
        job.freeAt = laterBy(now, leaseMs);
        job.attempts += 1;
        taken.push({ entry: structuredClone(job.entry), attempts: job.attempts });
      }
      return taken;
    },
    retry({ entry, attempts }, retryAt) {
      const job = jobs.get(entry.number);
      if (job?.attempts === attempts) job.freeAt = retryAt;
    },
    remove(number) {
      jobs.delete(number);
    },
    waiting: () => jobs.size,
  };
}
