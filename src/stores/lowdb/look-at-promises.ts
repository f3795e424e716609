import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../domain/time.ts';
import type { AggregateKind } from '../../store-port.ts';
import { CaseFile } from './case-file.ts';
import { type Files, nodeFiles } from './files.ts';
import { layout } from './layout.ts';

export type OverdueTimer = {
  readonly kind: AggregateKind;
  /** E.g. `T-12` or `INC-7`; `desk` for what there is one of. */
  readonly id: string;
  /** What is due, e.g. `clock`. */
  readonly timer: string;
  readonly dueAt: Instant;
};

/** What was promised in a data folder, and what of it is late. */
export type PromisesFound = {
  readonly oldest?: OverdueTimer;
  readonly overdueTimers: number;
  /** Promises to requesters on their way: running or paused, and how many of them are past their due time. */
  readonly live: number;
  readonly overdue: number;
  /** A ticket to whose requester something is owed without a due time, why, and how many such tickets there are. */
  readonly uncounted?: { readonly id: string; readonly why: string; readonly tickets: number };
};

/** Only what is looked at, so that a file of another version is no obstacle. */
const Seen = z.object({
  kind: CaseFile.shape.kind,
  id: z.string(),
  summary: z
    .object({
      owed: z.array(z.object({ dueAt: z.string().optional() })).optional(),
      uncounted: z.string().optional(),
    })
    .optional(),
  timers: z.array(z.object({ kind: z.string(), dueAt: z.string(), parked: z.unknown().optional() })),
});
type Seen = z.infer<typeof Seen>;

const readsAtOnce = 32;

/**
 * Looks at the open tickets, incidents and the desk's own cases in a data folder without holding it, so also while a desk works on it: each file is replaced
 * as a whole, and what moves away meanwhile is left out. What cannot be read is left out too; opening the store says so.
 */
export async function lookAtPromises(
  folder: string,
  now: Instant,
  files: Files = nodeFiles,
): Promise<PromisesFound> {
  const { open, incidents, desk } = layout(folder);
  const paths: string[] = [];
  for (const each of [desk, incidents, open]) {
    const names = await files.list(each);
    paths.push(...names.filter((name) => /^[^.].*\.json$/.test(name)).map((name) => join(each, name)));
  }
  const tally = startTally(now);
  let next = 0;
  const reader = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const seen = await lookAt(files, path);
      if (seen !== undefined) tally.add(seen);
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, reader));
  return tally.found();
}

async function lookAt(files: Files, path: string): Promise<Seen | undefined> {
  try {
    return Seen.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path)))).data;
  } catch {
    return undefined;
  }
}

function startTally(now: Instant) {
  let oldest: OverdueTimer | undefined;
  let uncounted: PromisesFound['uncounted'];
  let [overdueTimers, live, overdue] = [0, 0, 0];
  return {
    add({ kind, id, summary, timers }: Seen): void {
      for (const { dueAt, kind: timer, parked } of timers) {
        if (parked !== undefined || dueAt > now) continue;
        overdueTimers += 1;
        if (oldest === undefined || dueAt < oldest.dueAt) oldest = { kind, id, timer, dueAt };
      }
      if (summary?.uncounted !== undefined) {
        uncounted = { id, why: summary.uncounted, tickets: (uncounted?.tickets ?? 0) + 1 };
      }
      for (const { dueAt } of summary?.owed ?? []) {
        live += 1;
        if (dueAt !== undefined && dueAt < now) overdue += 1;
      }
    },
    found: (): PromisesFound => ({
      ...(oldest === undefined ? {} : { oldest }),
      overdueTimers,
      live,
      overdue,
      ...(uncounted === undefined ? {} : { uncounted }),
    }),
  };
}
