import { expect, test } from 'vitest';
import { Preference } from '../../src/domain/notice/preference.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { type Instant, millisecondsBetween, minute } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { setPreference } from '../../src/workflows/preferences.ts';
import { ana, triageChannel } from '../support/builders.ts';
import { openDesk, type TestDesk } from './desk.ts';

/** Ana has a ticket whose first answer is due at 14:00 in UTC, and wants to be left in peace in these hours. */
async function leftInPeace(from: string, to: string, timezone?: string): Promise<TestDesk> {
  const opened = await openDesk();
  const zone = timezone === undefined ? {} : { timezone };
  opened.chat.people.set(ana, { id: ana, name: 'Ana', isApp: false, isGuest: false, ...zone });
  const chosen = { amount: 'all', quiet: { from, to }, weekends: 'as_other_days', where: 'direct' };
  await setPreference(opened.desk, Preference.parse(chosen), { by: ana, at: opened.clock.now() });
  await opened.write('Where do I change the sender of order mails?');
  opened.start();
  await opened.pass();
  await changeTicket(opened.desk, 'T-1', (ticket) =>
    claimTicket(ticket, askedBy(opened.desk, ana, opened.clock.now())),
  );
  return opened;
}

async function until(opened: TestDesk, at: Instant) {
  while (opened.clock.now() < at) {
    await opened.clock.advance(Math.min(5 * minute, millisecondsBetween(opened.clock.now(), at)));
    await opened.pass(1);
  }
}
const told = (opened: TestDesk, place = ana) =>
  opened.chat.said.filter(({ post }) => post.channel === place && /clock_notice|list:/.test(post.key)).length;

test('who lives in a zone this machine does not know is left in peace by the desk’s own clock', async () => {
  // 11:00 to 15:30 in Berlin: two warnings are due in it.
  const opened = await leftInPeace('11:00', '15:30', 'Mars/Olympus_Mons');
  await until(opened, '2026-11-20T13:55:00.000Z');
  expect(told(opened)).toBe(0);
  await until(opened, '2026-11-20T14:35:00.000Z');
  expect(told(opened)).toBe(1);
});

test('who wants peace for all but one minute of the day hears everything in that minute', async () => {
  const opened = await leftInPeace('00:00', '23:59');
  await until(opened, '2026-11-20T22:58:59.000Z');
  expect(told(opened) + told(opened, triageChannel)).toBe(0);
  await until(opened, '2026-11-20T22:59:00.000Z');
  await until(opened, '2026-11-20T22:59:15.000Z');
  expect(told(opened)).toBe(1);
});
