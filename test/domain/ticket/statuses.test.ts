import { expect, test } from 'vitest';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { type Decision, isRefused } from '../../../src/domain/ticket/decision.ts';
import {
  closeTicket,
  confirmSolution,
  disputeSolution,
  reopenTicket,
  solveTicket,
} from '../../../src/domain/ticket/ending.ts';
import { mergeInto } from '../../../src/domain/ticket/relation.ts';
import { replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import {
  claimTicket,
  escalateTicket,
  holdTicket,
  resumeTicket,
  snoozeTicket,
  waitForRequester,
} from '../../../src/domain/ticket/work.ts';
import { type Status, statuses } from '../../../src/domain/words.ts';
import { aTicket } from '../../support/a-ticket.ts';
import { after, asksAs } from '../../support/builders.ts';

const agent = asksAs.agent();

/** What a command makes of each status; `✗` it is refused, `=` nothing changes. */
const table: readonly [string, (ticket: Ticket) => Decision, Readonly<Record<Status, Status | '✗' | '='>>][] =
  [
    //                                     new → … in the order: new, open, pending, on_hold, solved, closed
    ['claim', (now) => claimTicket(now, agent), row('open', '=', 'pending', 'on_hold', '✗', '✗')],
    ['wait', (now) => waitForRequester(now, agent), row('pending', 'pending', '=', 'pending', '✗', '✗')],
    [
      'hold',
      (now) => holdTicket(now, { reason: 'a vendor' }, agent),
      row('on_hold', 'on_hold', 'on_hold', 'on_hold', '✗', '✗'),
    ],
    ['resume', (now) => resumeTicket(now, agent), row('=', '=', 'open', 'open', '=', '=')],
    [
      'snooze',
      (now) => snoozeTicket(now, after(600), agent),
      row('new', 'open', 'pending', 'on_hold', '✗', '✗'),
    ],
    ['escalate', (now) => escalateTicket(now, 'x', agent), row('open', 'open', 'open', 'on_hold', '✗', '✗')],
    [
      'answer and ask',
      (now) => replyPublicly(now, { publicText: 'x', next: 'ask' }, agent),
      row('pending', 'pending', 'pending', 'pending', 'pending', 'pending'),
    ],
    [
      'answer and go on',
      (now) => replyPublicly(now, { publicText: 'x', next: 'open' }, agent),
      row('open', 'open', 'open', 'open', 'open', 'open'),
    ],
    [
      'solve',
      (now) => solveTicket(now, undefined, agent),
      row('solved', 'solved', 'solved', 'solved', '=', '='),
    ],
    [
      'confirm',
      (now) => confirmSolution(now, asksAs.requester()),
      row('solved', 'solved', 'solved', 'solved', 'solved', '='),
    ],
    [
      'dispute',
      (now) => disputeSolution(now, asksAs.requester()),
      row('=', '=', 'open', '=', 'open', 'open'),
    ],
    ['reopen', (now) => reopenTicket(now, 'x', agent), row('=', '=', '=', '=', 'open', 'open')],
    [
      'close when quiet',
      (now) => closeTicket(now, 'quiet', agent),
      row('✗', '✗', 'closed', '✗', 'closed', '='),
    ],
    [
      'close as no request',
      (now) => closeTicket(now, 'not_a_request', agent),
      row('closed', 'closed', 'closed', 'closed', 'closed', '='),
    ],
    [
      'merge',
      (now) => mergeInto(now, aTicket({ id: 'T-2' }), agent),
      row('closed', 'closed', 'closed', 'closed', 'closed', 'closed'),
    ],
  ];

function row(...cells: (Status | '✗' | '=')[]): Readonly<Record<Status, Status | '✗' | '='>> {
  const entries = statuses.map((status, index) => [status, cells[index]]);
  return Object.fromEntries(entries);
}

test.each(
  table.flatMap(([what, decide, cells]) =>
    statuses.map((status) => ({ what, status, becomes: cells[status], decide })),
  ),
)('$what: $status → $becomes', ({ status, becomes, decide }) => {
  const ticket = aTicket({ status });
  const decision = decide(ticket);
  if (isRefused(decision)) return expect('✗').toBe(becomes);
  if (decision.events.length === 0) return expect('=').toBe(becomes);
  expect(applyEvents(ticket, decision.events).status).toBe(becomes);
});
