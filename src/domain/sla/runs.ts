import { isLive, type Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { ClockEnd } from './clock.ts';
import type { SlaTarget } from './policy.ts';
import { howOver, publicUpdates, toldNextAt } from './public-talk.ts';
import { responseRuns } from './response-runs.ts';
import type { RuleAnswers, Run } from './run.ts';

/** Everything that was ever owed on this ticket, by target, in order. */
export function runsOf(ticket: Ticket, ruleAnswers: RuleAnswers): readonly Run[] {
  return [
    ...responseRuns(ticket, ruleAnswers),
    ...updateRuns(ticket, ruleAnswers),
    ...resolutionRuns(ticket),
  ];
}

function runOf(target: SlaTarget, startedAt: Instant, end: ClockEnd | undefined): Run {
  return { target, startedAt, from: startedAt, earlier: [], ...(end ? { end } : {}) };
}

/** A stretch in which the ticket was solved or closed. */
type Over = {
  readonly from: Instant;
  readonly to: Instant | undefined;
  readonly how: ReturnType<typeof howOver>;
  /** When we asked, where it closed because nobody answered. */
  readonly quietSince: Instant | undefined;
};

function timesOver({ statusLog }: Ticket): readonly Over[] {
  return statusLog.flatMap((entry, index) => {
    const before = statusLog[index - 1];
    if (isLive(entry) || (before && !isLive(before))) return [];
    const how = howOver(entry);
    const to = statusLog.slice(index).find(isLive)?.at;
    const quietSince = how === 'closed' && before?.status === 'pending' ? before.at : undefined;
    return { from: entry.at, to, how, quietSince };
  });
}

/** Since when it was critical first: from the opening on where it was sorted so at first. */
function criticalSince({ policies = [], openedAt }: Ticket): Instant | undefined {
  const index = policies.findIndex(({ facts }) => facts.severity === 'P1');
  return index === 0 ? openedAt : policies[index]?.at;
}

/**
 * From one thing that the requester was told to the next, while the ticket is somebody's work. That we have a critical
 * request tells them nothing: there the first update is owed from the opening, or from when it became critical.
 */
function updateRuns(ticket: Ticket, ruleAnswers: RuleAnswers): readonly Run[] {
  const runs: Run[] = [];
  const updates = publicUpdates(ticket, ruleAnswers);
  const over = timesOver(ticket);
  const owedFrom = [updates[0], criticalSince(ticket)].filter((at) => at !== undefined).sort()[0];
  const isUntold = owedFrom !== undefined && owedFrom !== updates[0];
  const starts = [...updates, ...over.flatMap(({ to }) => to ?? []), ...(isUntold ? [owedFrom] : [])].sort();
  for (const [index, startedAt] of starts.entries()) {
    const isOwed = owedFrom !== undefined && owedFrom <= startedAt;
    const isOver = over.some(({ from, to }) => from <= startedAt && (to === undefined || startedAt < to));
    if (!isOwed || isOver || starts[index + 1] === startedAt) continue;
    const met = updates.find((at) => at > startedAt);
    const ended = over.find(({ from }) => from > startedAt);
    const isMet = met !== undefined && (!ended || met < ended.from);
    const end: ClockEnd | undefined = isMet
      ? { at: met, how: 'met' }
      : ended && { at: ended.from, how: ended.how };
    const told = toldNextAt(ticket, startedAt);
    runs.push({ ...runOf('next_update', startedAt, end), ...(told === undefined ? {} : { told }) });
  }
  return runs;
}

/** The first solution stands even when the ticket is reopened; the total goes on then with what was left. */
function resolutionRuns(ticket: Ticket): readonly Run[] {
  const over = timesOver(ticket).map(({ from, to, how, quietSince }) => {
    const isDone = how === 'solved' || how === 'closed';
    // Who never said more after our question had what they needed when we asked it.
    const end: ClockEnd = { at: quietSince ?? from, how: isDone ? 'met' : how };
    return { to, end };
  });
  const last = over.findLast(({ to }) => to === undefined)?.end;
  // What was taken for no request, and then was one, has not been solved yet.
  const first = over.find(({ end, to }) => end.how === 'met' || to === undefined)?.end;
  return [
    runOf('first_resolution', ticket.openedAt, first),
    runOf('total_resolution', ticket.openedAt, last),
  ];
}
