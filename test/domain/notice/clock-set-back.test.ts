import { expect, test } from 'vitest';
import { planNotices } from '../../../src/domain/notice/plan-notices.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { aWorkedTicket } from '../../support/a-ticket.ts';
import { after, ana, settings } from '../../support/builders.ts';

const plan = (ticket: Ticket, minutes: number) =>
  planNotices(ticket, {
    settings,
    team: { agents: new Set([ana]), managers: new Set() },
    habitOf: () => ({
      preference: { amount: 'all', quiet: 'off', weekends: 'as_other_days', where: 'direct' },
      timezone: 'UTC',
    }),
    now: after(minutes),
  });

const told = (ticket: Ticket, minutes: number) =>
  applyEvents(
    ticket,
    plan(ticket, minutes).notices.map((notice) => ({
      type: 'noticed',
      notice,
      by: 'desk',
      at: after(minutes),
    })),
  );

test('a clock that ran ahead and was set back silences nobody until it is there again', () => {
  const ticket = aWorkedTicket({ assignee: { person: ana, at: after(3) } });
  // Two days ahead everything seemed missed and was told; then the clock is right again, and new words come due.
  const ahead = told(ticket, 2880);
  expect(plan(ahead, 2881).notices).toEqual([]);
  const [first] = ticket.policies ?? [];
  const critical = applyEvents(ahead, [
    {
      type: 'policy_applied',
      edition: 1,
      facts: { ...first!.facts, severity: 'P1' },
      by: 'desk',
      at: after(5),
    },
  ]);
  expect(plan(critical, 21).notices.flatMap(({ to }) => to)).toContain(ana);
});
