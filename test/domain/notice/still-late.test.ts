import { expect, test } from 'vitest';
import { isReminder } from '../../../src/domain/sla/clock.ts';
import { joinIncident } from '../../../src/domain/ticket/incident.ts';
import { correctTriage, triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import { claimTicket } from '../../../src/domain/ticket/work.ts';
import { hour, millisecondsBetween, minute } from '../../../src/domain/time.ts';
import type { Severity } from '../../../src/domain/words.ts';
import { openingOf } from '../../support/a-ticket.ts';
import { ana, asksAs, aTriage, mia, settings, ten, triageChannel } from '../../support/builders.ts';
import { playNotices } from './played-notices.ts';

/** A ticket of that severity that came in at ten. Critical: first answer within 15 minutes, an update each hour. */
function opened(severity: Severity) {
  const player = playNotices(openingOf(), {
    settings,
    team: { agents: new Set([ana]), managers: new Set([mia]) },
    habitOf: () => ({
      preference: { amount: 'all', quiet: 'off', weekends: 'as_other_days', where: 'direct' },
      timezone: 'UTC',
    }),
  });
  player.act((ticket) => triageTicket(ticket, aTriage({ at: ten, severity }), asksAs.desk(ten)));
  return player;
}
type Player = ReturnType<typeof opened>;

/** Minutes after ten at which somebody was reminded, and who. */
const remindersOf = (player: Player) =>
  player.told
    .filter(({ notice }) => notice.steps.some(({ step }) => isReminder(step)))
    .map(({ notice }) => [millisecondsBetween(ten, notice.at) / minute, ...notice.to]);

test('a critical ticket nobody looks at is spoken of each half cadence after what was said last', () => {
  const player = opened('P1');
  player.pass(3 * hour);
  // Due at 15; the update it owes is due at 60, its queue hears of it at 75, those who lead at 90.
  expect(remindersOf(player)).toEqual([
    [45, triageChannel],
    [120, triageChannel],
    [150, triageChannel],
    [180, triageChannel],
  ]);
});

test('who has it is reminded, until what is owed is done', () => {
  const player = opened('P1');
  player.pass(20 * minute);
  player.act((ticket) => claimTicket(ticket, asksAs.agent(player.now())));
  player.pass(26 * minute);
  expect(remindersOf(player)).toEqual([[45, ana]]);
  player.act((ticket) =>
    replyPublicly(ticket, { publicText: 'On it.', next: 'open' }, asksAs.agent(player.now())),
  );
  player.act((ticket) => {
    const thread = ticket.conversation.thread ?? '';
    return recordDelivery(ticket, { reply: 'r1', thread, id: `${thread}.1` }, asksAs.desk(player.now()));
  });
  player.pass(50 * minute);
  expect(remindersOf(player)).toHaveLength(1);
});

test('a desk that slept reminds once, not once for each time it missed', () => {
  const player = opened('P1');
  player.act((ticket) => claimTicket(ticket, asksAs.agent(ten)));
  player.pass(10 * hour, 'asleep');
  expect(remindersOf(player).length).toBeLessThanOrEqual(1);
  player.pass(29 * minute);
  expect(remindersOf(player).length).toBeLessThanOrEqual(1);
});

test('what is not critical is in the list of the morning instead', () => {
  const player = opened('P2');
  player.pass(100 * hour);
  expect(remindersOf(player)).toEqual([]);
  player.act((ticket) =>
    correctTriage(ticket, { field: 'severity', to: 'P1' }, asksAs.manager(player.now())),
  );
  player.pass(hour);
  expect(remindersOf(player).length).toBeGreaterThan(0);
});

test('of the next update of a ticket in an incident its room is told, and nobody beside it', () => {
  const targetsTold = (player: Player) =>
    new Set(player.told.flatMap(({ notice }) => notice.steps.map(({ target }) => target)));
  const alone = opened('P1');
  alone.pass(3 * hour);
  expect(targetsTold(alone)).toContain('next_update');
  const joined = opened('P1');
  joined.act((ticket) => joinIncident(ticket, { incident: 'INC-7' }, asksAs.desk(ten)));
  joined.pass(3 * hour);
  expect(targetsTold(joined)).not.toContain('next_update');
  expect(targetsTold(joined)).toContain('first_response');
});
