import { type SlaTarget, slaTargets } from '../../domain/sla/policy.ts';
import { type Instant, minute } from '../../domain/time.ts';
import type { ClockFigures, TicketSummary } from '../../store-port.ts';

type Count = Record<'running' | 'paused' | 'missed', number> & {
  /** How many running ones are due in which minute; time alone makes them overdue. */
  readonly dueIn: Map<number, number>;
};

/**
 * Counts the promises of all tickets as tickets come and go, so that asking costs the same however many there are: a
 * walk over a hundred thousand tickets holds everybody else up for 40 ms at each scrape.
 */
export function clockCounts() {
  const counts = new Map<SlaTarget, Count>();
  const countOf = (target: SlaTarget): Count => {
    const known = counts.get(target) ?? { running: 0, paused: 0, missed: 0, dueIn: new Map() };
    counts.set(target, known);
    return known;
  };
  const add = ({ owed = [], missed }: TicketSummary, sign: 1 | -1) => {
    for (const { target, dueAt } of owed) {
      const count = countOf(target);
      if (dueAt === undefined) count.paused += sign;
      else {
        count.running += sign;
        const at = minuteOf(dueAt);
        const left = (count.dueIn.get(at) ?? 0) + sign;
        if (left === 0) count.dueIn.delete(at);
        else count.dueIn.set(at, left);
      }
    }
    if (missed === undefined) return;
    for (const target of slaTargets) countOf(target).missed += sign * (missed[target] ?? 0);
  };

  return {
    /** A ticket's summary took the place of an older one. */
    replace(before: TicketSummary | undefined, after: TicketSummary): void {
      if (before !== undefined) add(before, -1);
      add(after, 1);
    },
    read(now: Instant): readonly ClockFigures[] {
      const thisMinute = minuteOf(now);
      return slaTargets.map((target) => {
        const { running, paused, missed, dueIn } = countOf(target);
        let overdue = 0;
        for (const [at, count] of dueIn) if (at < thisMinute) overdue += count;
        return { target, running, paused, overdue, missed };
      });
    },
  };
}

function minuteOf(at: Instant): number {
  return Math.floor(Date.parse(at) / minute);
}
