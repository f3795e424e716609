import { type SlaTarget, slaTargets } from '../../domain/sla/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { ClockFigures, TicketSummary } from '../../store-port.ts';

type Count = Record<SlaTarget, number>;
const zero = (): Count => ({
  first_response: 0,
  next_response: 0,
  next_update: 0,
  first_resolution: 0,
  total_resolution: 0,
});

/** Counts the promises of all tickets: what was missed as tickets come and go, what is owed when asked. */
export function clockCounts() {
  const missed = zero();
  const add = (summary: TicketSummary | undefined, sign: 1 | -1) => {
    if (summary?.missed === undefined) return;
    for (const target of slaTargets) missed[target] += sign * (summary.missed[target] ?? 0);
  };

  return {
    /** A ticket's summary took the place of an older one. */
    replace(before: TicketSummary | undefined, after: TicketSummary): void {
      add(before, -1);
      add(after, 1);
    },
    /** `open`: the tickets on which something may be owed; a walk over them, since time alone makes them overdue. */
    read(open: Iterable<TicketSummary>, now: Instant): readonly ClockFigures[] {
      const [running, paused, overdue] = [zero(), zero(), zero()];
      for (const { owed } of open) {
        if (owed === undefined) continue;
        for (const { target, dueAt } of owed) {
          if (dueAt === undefined) paused[target] += 1;
          else running[target] += 1;
          if (dueAt !== undefined && dueAt < now) overdue[target] += 1;
        }
      }
      return slaTargets.map((target) => ({
        target,
        running: running[target],
        paused: paused[target],
        overdue: overdue[target],
        missed: missed[target],
      }));
    },
  };
}
