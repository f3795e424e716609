import { z } from 'zod';
import { day, type Instant, laterBy } from '../domain/time.ts';
import { Usage } from '../domain/usage.ts';
import type { StorePort } from '../store-port.ts';

/** The two events that hold what an answer cost. Others are passed over. */
const Paid = z.union([
  z.object({ type: z.literal('triaged'), at: z.string(), triage: z.object({ usage: Usage }) }),
  z.object({ type: z.literal('drafted'), at: z.string(), draft: z.object({ usage: Usage }) }),
]);

export type Spent = { readonly costUsd: number; readonly at: Instant };

/**
 * What was spent in the day before `until`, read from the events of the tickets that changed since: after a restart the
 * budget goes on where it was. Waits for the store's index of closed tickets.
 */
export async function spentBefore(
  store: Pick<StorePort, 'tickets' | 'load'>,
  until: Instant,
): Promise<readonly Spent[]> {
  // The longest day of a zone has 25 hours.
  const since = laterBy(until, -1.05 * day);
  const changed = (await store.tickets({})).filter(({ changedAt }) => changedAt >= since);
  const spent: Spent[] = [];
  for (const { id } of changed) {
    const stored = await store.load('ticket', id);
    for (const event of stored?.events ?? []) {
      const paid = Paid.safeParse(event).data;
      if (paid === undefined || paid.at < since || paid.at >= until) continue;
      const { costUsd } = paid.type === 'triaged' ? paid.triage.usage : paid.draft.usage;
      spent.push({ costUsd, at: paid.at });
    }
  }
  return spent;
}
