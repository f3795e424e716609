import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { ClockEnd } from './clock.ts';
import { publicTalk, type Talk } from './public-talk.ts';
import { type RuleAnswers, type Run, startOf } from './run.ts';

type Request = Extract<Talk, { what: 'request' }>;

/**
 * Until a person has answered, what is owed is the first response; after it, each request that is not answered yet
 * owes the next one, from the first of several on. An answer answers what had been asked when it was said. An answer by
 * a rule that does not count ends what was owed all the same, until the requester's side comes back. What is asked of
 * an ended ticket waits until it is somebody's work again.
 */
export function responseRuns(ticket: Ticket, ruleAnswers: RuleAnswers): readonly Run[] {
  const runs: Run[] = [];
  let target: 'first_response' | 'next_response' = 'first_response';
  let open: readonly Request[] = [];
  let run: Run | undefined;
  let isOver = false;
  let liveSince = ticket.openedAt;

  const begin = () => {
    const [first, ...others] = open;
    if (!first || isOver) return;
    const { since, at } = others.reduce((one, other) => (other.since < one.since ? other : one), first);
    run = { target, startedAt: since, from: at > liveSince ? at : liveSince, earlier: [] };
  };
  const finish = (end: ClockEnd) => {
    if (run) runs.push({ ...run, end });
    run = undefined;
  };

  for (const talk of publicTalk(ticket)) {
    const { at } = talk;
    switch (talk.what) {
      case 'request':
        open = [...open, talk];
        if (!run) begin();
        else if (talk.since < startOf(run)) {
          run = { ...run, earlier: [...run.earlier, { at, since: talk.since }] };
        }
        break;
      case 'withdrawn': {
        const left = open.filter(({ name }) => name !== talk.name);
        const wasFirst = run !== undefined && left.every(({ since }) => run && since > startOf(run));
        open = left;
        if (!wasFirst) break;
        finish({ at, how: 'not_a_request' });
        begin();
        break;
      }
      case 'answer': {
        const counts = talk.by === 'person' || ruleAnswers(talk.said);
        const left = open.filter((request) => request.at > talk.said);
        if (left.length < open.length) finish({ at, how: counts ? 'met' : 'answered_by_rule' });
        open = left;
        if (counts) target = 'next_response';
        if (!run) begin();
        break;
      }
      case 'over':
        finish({ at, how: talk.how });
        open = [];
        isOver = true;
        break;
      case 'live':
        if (isOver) liveSince = at;
        isOver = false;
        if (!run) begin();
    }
  }
  return run ? [...runs, run] : runs;
}

/** Since when somebody on the requester's side waits for an answer, merged or not; undefined when nobody does. */
export function waitingSince(ticket: Ticket): Instant | undefined {
  const statusLog = ticket.statusLog.filter(({ why }) => why !== 'merged');
  const last = responseRuns({ ...ticket, statusLog }, () => false).at(-1);
  return last?.end ? undefined : last && startOf(last);
}
