import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { ClockEnd } from './clock.ts';
import type { SlaTarget } from './policy.ts';
import { publicTalk, publicUpdates } from './public-talk.ts';

/** From when to when something was owed, whatever the policy says about how soon. */
export type Run = {
  readonly target: SlaTarget;
  readonly startedAt: Instant;
  readonly end?: ClockEnd;
};

/** Whether an answer that left by a rule counts as one. */
export type RuleAnswers = 'rules_count' | 'people_only';

/** Everything that was ever owed on this ticket, by target, in order. */
export function runsOf(ticket: Ticket, ruleAnswers: RuleAnswers): readonly Run[] {
  return [
    ...responseRuns(ticket, ruleAnswers),
    ...updateRuns(ticket, ruleAnswers),
    ...resolutionRuns(ticket),
  ];
}

/**
 * Until a person has answered, what is owed is the first response; after it, each request that is not answered yet
 * owes the next one, from the first of several on.
 */
function responseRuns(ticket: Ticket, ruleAnswers: RuleAnswers): readonly Run[] {
  const runs: Run[] = [];
  let target: 'first_response' | 'next_response' = 'first_response';
  let since: Instant | undefined = earliest(ticket);
  const finish = (end: ClockEnd) => {
    if (since === undefined) return;
    // The requester's words may be older than the moment at which they were made a ticket.
    runs.push({ target, startedAt: since, end: { ...end, at: end.at < since ? since : end.at } });
    since = undefined;
  };
  for (const { at, what } of publicTalk(ticket)) {
    switch (what) {
      case 'request':
        since ??= at;
        break;
      case 'answer':
        finish({ at, how: 'met' });
        target = 'next_response';
        break;
      case 'answer_by_rule':
        finish({ at, how: ruleAnswers === 'rules_count' ? 'met' : 'answered_by_rule' });
        if (ruleAnswers === 'rules_count') target = 'next_response';
        break;
      case 'end':
        finish({ at, how: howEnded(ticket, at) });
    }
  }
  if (since !== undefined) runs.push({ target, startedAt: since });
  return runs;
}

/** The oldest request that came with a merge counts as asked here. */
function earliest(ticket: Ticket): Instant {
  return ticket.absorbed
    .flatMap(({ waitingSince }) => (waitingSince === undefined ? [] : [waitingSince]))
    .reduce((first, at) => (at < first ? at : first), ticket.openedAt);
}

function howEnded(ticket: Ticket, at: Instant): ClockEnd['how'] {
  const entry = ticket.statusLog.find((known) => known.at === at);
  if (entry?.status === 'solved') return 'solved';
  return entry?.why === 'merged' || entry?.why === 'not_a_request' ? entry.why : 'closed';
}

/** From one thing that the requester was told to the next, while the ticket is somebody's work. */
function updateRuns(ticket: Ticket, ruleAnswers: RuleAnswers): readonly Run[] {
  const runs: Run[] = [];
  const updates = publicUpdates(ticket, ruleAnswers).map((at) => ({ at, what: 'update' as const }));
  const changes = ticket.statusLog.map(({ at, status }) => ({ at, what: status }));
  let since: Instant | undefined;
  let told = false;
  let isLive = true;
  for (const { at, what } of [...changes, ...updates].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )) {
    if (what === 'update') {
      if (since !== undefined)
        runs.push({ target: 'next_update', startedAt: since, end: { at, how: 'met' } });
      told = true;
      since = isLive ? at : undefined;
    } else if (what === 'solved' || what === 'closed') {
      if (since !== undefined) {
        runs.push({ target: 'next_update', startedAt: since, end: { at, how: howEnded(ticket, at) } });
      }
      isLive = false;
      since = undefined;
    } else if (!isLive) {
      isLive = true;
      since = told ? at : undefined;
    }
  }
  return since === undefined ? runs : [...runs, { target: 'next_update', startedAt: since }];
}

/** The first solution stands even when the ticket is reopened; the total goes on then with what was left. */
function resolutionRuns(ticket: Ticket): readonly Run[] {
  const ends = ticket.statusLog.filter(({ status }) => status === 'solved' || status === 'closed');
  const first = ends[0];
  const last = ticket.statusLog.at(-1);
  const startedAt = ticket.openedAt;
  const isOver = last?.status === 'solved' || last?.status === 'closed';
  return [
    { target: 'first_resolution', startedAt, ...(first ? { end: endOf(ticket, first.at) } : {}) },
    { target: 'total_resolution', startedAt, ...(isOver ? { end: endOf(ticket, lastEnd(ticket)) } : {}) },
  ];
}

/** When the ended stretch that lasts until now began: a solved ticket that closes was over when it was solved. */
function lastEnd(ticket: Ticket): Instant {
  const log = ticket.statusLog;
  const lastLive = log.findLastIndex(({ status }) => status !== 'solved' && status !== 'closed');
  return log[lastLive + 1]?.at ?? ticket.openedAt;
}

/** Who never said more after our question had what they needed when we asked it. */
function endOf(ticket: Ticket, at: Instant): ClockEnd {
  const index = ticket.statusLog.findIndex((entry) => entry.at === at && isEnded(entry.status));
  const entry = ticket.statusLog[index];
  if (entry?.why === 'merged' || entry?.why === 'not_a_request') return { at, how: entry.why };
  const before = ticket.statusLog[index - 1];
  const isQuiet = entry?.status === 'closed' && before?.status === 'pending';
  return { at: isQuiet ? before.at : at, how: 'met' };
}

const isEnded = (status: Ticket['status']) => status === 'solved' || status === 'closed';
