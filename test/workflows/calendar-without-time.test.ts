import { expect, test } from 'vitest';
import { dueForm } from '../../src/cards/forms/due-form.ts';
import { checkPromises } from '../../src/cli/check-promises.ts';
import { alwaysOpen, type Calendar } from '../../src/domain/calendar/calendar.ts';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import { clocksOf } from '../../src/domain/sla/clocks-of.ts';
import { policyBook } from '../../src/domain/sla/policy-book.ts';
import { recordDelivery, replyPublicly } from '../../src/domain/ticket/reply.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { day, hour, instant, minute } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { readText } from '../cards/reading.ts';
import { afterwards, aWorkedTicket } from '../support/a-ticket.ts';
import { anEdition, aPolicy, promised } from '../support/an-edition.ts';
import { after, ana, asksAs, settings, support, triageChannel } from '../support/builders.ts';
import { openDesk } from './desk.ts';

const nineToFive = [{ from: 9 * 60, to: 17 * 60 }];
const week = { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive };
const holidaysFrom = (first: number) =>
  Array.from({ length: 800 }, (_, index) => ({ day: instant(first + index * day).slice(0, 10) }));

/** Closed for years: what an old edition can become, or a holiday file that repeats every day. */
const closed: Calendar = {
  name: 'support',
  timezone: 'Europe/Berlin',
  hours: 'week',
  week,
  holidays: holidaysFrom(Date.parse('2026-11-01T00:00:00.000Z')),
};
const elsewhere: Calendar = { ...closed, holidays: [], timezone: 'Mars/Olympus_Mons' };

function deskWith(calendar: Calendar): DeskSettings {
  const inHours = (withinMs: number) => promised(withinMs, { calendar: 'support' });
  const edition = anEdition({
    calendars: [alwaysOpen, calendar],
    rules: [
      aPolicy({
        targets: {
          first_response: inHours(hour),
          next_response: inHours(hour),
          first_resolution: promised(day),
          total_resolution: inHours(day),
        },
      }),
    ],
    cadence: { calendar: 'support', bySeverity: { P1: hour, P2: 5 * hour, P3: day, P4: day }, byPlan: {} },
  });
  return { ...settings, policies: policyBook([edition]) };
}

test.each([
  ['that is closed for years', closed, 'Calendar support has no working time within 400 days'],
  ['of a zone this machine does not know', elsewhere, 'This machine knows no time zone Mars/Olympus_Mons'],
])(
  'a calendar %s loses no message: the ticket opens, is worked, and says why it has no due time',
  async (_which, calendar, why) => {
    const desk = deskWith(calendar);
    const opened = await openDesk({ settings: desk });
    opened.start();
    await opened.write('Where do I change the sender of order mails?');
    await opened.pass(5000);
    const by = (person: string) => askedBy(opened.desk, person, opened.clock.now());
    await changeTicket(opened.desk, 'T-1', (ticket) => claimTicket(ticket, by(ana)));
    await opened.pass();
    expect(opened.shown(triageChannel).at(0)).toContain(
      `No due time for first answer, solution in all: ${why}`,
    );
    expect(opened.shown(triageChannel).at(0)).toContain('⏱ Solution by');
    await changeTicket(opened.desk, 'T-1', (ticket) =>
      replyPublicly(ticket, { publicText: 'Under Settings.', next: 'open' }, by(ana)),
    );
    await opened.pass();
    expect(opened.shown(support).join()).toContain('Under Settings.');
    await opened.clock.advance(23 * hour);
    await opened.pass(minute);
    const ticket = await opened.ticket('T-1');
    expect(ticket.notices?.flatMap(({ steps }) => steps.map(({ target }) => target))).toContain(
      'first_resolution',
    );
    const form = readText(dueForm(ticket, desk, opened.clock.now()).blocks);
    expect(form).toContain(`No due time for next update, solution in all: ${why}`);
    const findings = await checkPromises(opened.folder, opened.clock.now(), 'running');
    expect(findings.map(({ what }) => what).join()).toContain(
      `1 ticket has promises without a due time, such as T-1: ${why}`,
    );
  },
);

test('an update is due on the last day of a calendar: what follows it is told by the wall clock', () => {
  const ending: Calendar = { ...closed, holidays: holidaysFrom(Date.parse('2026-11-21T00:00:00.000Z')) };
  const { policies } = deskWith(ending);
  // Told on Friday at 11:30 in Berlin, to be told again within five hours; the doors close at 17:00.
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => replyPublicly(now, { publicText: 'We are on it.', next: 'open' }, asksAs.agent(after(30))),
    (now) => {
      const thread = now.conversation.thread ?? '';
      return recordDelivery(now, { reply: 'r1', thread, id: `${support}:r1` }, asksAs.desk(after(30)));
    },
  );
  const update = clocksOf(ticket, policies, after(40)).find(({ target }) => target === 'next_update');
  expect(update?.dueAt).toBe(after(330));
  expect(update?.steps).toEqual([
    { step: 'prepare', at: after(300) },
    { step: 'due', at: after(330) },
    { step: 'late_queue', at: after(360) },
    { step: 'late_manager', at: after(390) },
  ]);
});
