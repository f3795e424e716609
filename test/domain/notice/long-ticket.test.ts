import { expect, test } from 'vitest';
import { isReminder } from '../../../src/domain/sla/clock.ts';
import { policyBook } from '../../../src/domain/sla/policy-book.ts';
import { triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import { claimTicket } from '../../../src/domain/ticket/work.ts';
import { hour, minute } from '../../../src/domain/time.ts';
import { openingOf } from '../../support/a-ticket.ts';
import { anEdition, aPolicy, promised } from '../../support/an-edition.ts';
import { ana, asksAs, aTriage, mia, settings, ten } from '../../support/builders.ts';
import { playNotices } from './played-notices.ts';

test('a ticket that stays open through a hundred late updates is told of its solution once', () => {
  const player = playNotices(openingOf(), {
    settings,
    team: { agents: new Set([ana]), managers: new Set([mia]) },
    habitOf: () => ({
      preference: { amount: 'all', quiet: 'off', weekends: 'as_other_days', where: 'direct' },
      timezone: 'UTC',
    }),
  });
  player.act((ticket) => triageTicket(ticket, aTriage({ at: ten, severity: 'P1' }), asksAs.desk(ten)));
  player.act((ticket) => claimTicket(ticket, asksAs.agent(ten)));
  for (let round = 0; round < 100; round += 1) {
    player.pass(80 * minute);
    player.act((ticket) =>
      replyPublicly(ticket, { publicText: 'Still at it.', next: 'open' }, asksAs.agent(player.now())),
    );
    player.act((ticket) => {
      const thread = ticket.conversation.thread ?? '';
      const sent = { reply: `r${round + 1}`, thread, id: `${thread}.${round}` };
      return recordDelivery(ticket, sent, asksAs.desk(player.now()));
    });
  }
  const steps = player.told.flatMap(({ notice }) => notice.steps);
  const keys = steps.map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(300);
  expect(keys.length).toBe(new Set(keys).size);
  const solution = steps.filter(({ target, step }) => target === 'total_resolution' && !isReminder(step));
  expect(solution).toHaveLength(5);
  // What is remembered stays small however often somebody was reminded.
  expect(player.ticket().notices?.length).toBeLessThan(70);
});

test('who wants to be warned at every percent is warned a hundred times, and never of one twice', () => {
  const warn = Array.from({ length: 99 }, (_, index) => index + 1);
  const targets = { first_response: promised(10 * hour, { warn }) };
  const player = playNotices(openingOf(), {
    settings: { ...settings, policies: policyBook([anEdition({ rules: [aPolicy({ targets })] })]) },
    team: { agents: new Set([ana]), managers: new Set([mia]) },
    habitOf: () => ({
      preference: { amount: 'all', quiet: 'off', weekends: 'as_other_days', where: 'direct' },
      timezone: 'UTC',
    }),
  });
  player.act((ticket) => triageTicket(ticket, aTriage({ at: ten, severity: 'P3' }), asksAs.desk(ten)));
  player.act((ticket) => claimTicket(ticket, asksAs.agent(ten)));
  player.pass(11 * hour);
  const steps = player.told.flatMap(({ notice }) => notice.steps);
  const keys = steps
    .filter(({ target, step }) => target === 'first_response' && !isReminder(step))
    .map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => /first_response.*(warn_\d+|due)$/.test(key))).toHaveLength(100);
});
