import { describe, expect, test } from 'vitest';
import { dueForm } from '../../src/cards/forms/due-form.ts';
import { wholeTicketForm } from '../../src/cards/forms/whole-ticket-form.ts';
import { viewProblems } from '../../src/chat/slack/limits.ts';
import { toModal } from '../../src/chat/slack/outbound/view.ts';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import { policyBook } from '../../src/domain/sla/policy-book.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { day, hour, type Instant, laterBy, minute } from '../../src/domain/time.ts';
import { berlin, promising, ticketFrom, within } from '../support/a-promise.ts';
import { anEdition, promised } from '../support/an-edition.ts';
import { ana, dana, settings } from '../support/builders.ts';
import { readText } from './reading.ts';

const read = (ticket: Ticket, desk: DeskSettings, now: Instant) =>
  readText(dueForm(ticket, desk, now).blocks);
const waited = (from: Instant, to: Instant, status: 'pending' | 'on_hold' = 'pending') => [
  { status, at: from },
  { status: 'open' as const, at: to },
];

describe('the days that made a due time', () => {
  const friday = berlin('2026-10-30T09:00');

  test('tell when the clock ran, stood still and why, and name the holiday', () => {
    const ticket = ticketFrom(friday, {
      statusLog: waited(berlin('2026-10-30T11:30'), berlin('2026-10-30T14:00')),
    });
    expect(read(ticket, within(8 * hour), berlin('2026-10-30T15:00'))).toBe(
      [
        'Policy enterprise P1, edition 3 since Tue 20 Oct · ticket: enterprise P1, technical · times in Europe/Berlin',
        '⏱ Solution by Mon 2 Nov 11:30 · 4 h 30 min left',
        'Solution within 8 h of calendar support',
        'Fri 30 Oct · 09:00–11:30 running · 11:30–14:00 paused, waiting for requester · 14:00–17:00 running',
        'Sat 31 Oct · holiday (Reformation Day)',
        'Sun 1 Nov · outside hours',
        'Mon 2 Nov · 09:00–11:30 running',
      ].join('\n'),
    );
  });

  test('fold days alike, over the weekend between them, and say how many', () => {
    const text = read(ticketFrom(berlin('2026-11-05T09:00')), within(100 * hour), berlin('2026-11-05T10:00'));
    expect(text).toContain(
      [
        'Thu 5 Nov – Tue 10 Nov · 4 days · 09:00–17:00 running · 2 days outside hours between',
        'Wed 11 Nov · 09:00–12:00 running · 12:00–13:00 outside hours · 13:00–17:00 running',
      ].join('\n'),
    );
  });

  test('begin before the hours with what is outside them', () => {
    const text = read(ticketFrom(berlin('2026-11-06T07:00')), within(2 * hour), berlin('2026-11-06T07:00'));
    expect(text).toContain('Fri 6 Nov · 07:00–09:00 outside hours · 09:00–11:00 running');
  });

  test('show a day that is a holiday in part', () => {
    const text = read(ticketFrom(berlin('2026-12-24T09:00')), within(4 * hour), berlin('2026-12-24T09:00'));
    expect(text).toContain(
      [
        'Thu 24 Dec · 09:00–12:00 running · 12:00–24:00 holiday (Christmas Eve)',
        'Fri 25 Dec · holiday (Christmas Day)',
        'Sat 26 Dec – Sun 27 Dec · outside hours',
        'Mon 28 Dec · 09:00–10:00 running',
      ].join('\n'),
    );
  });

  test('say in which year they were when it is another one', () => {
    const text = read(ticketFrom(berlin('2026-12-30T16:00')), within(2 * hour), berlin('2027-01-02T10:00'));
    expect(text).toContain('Wed 30 Dec 2026 · 16:00–17:00 running');
    expect(text).toContain('❗ Solution overdue since Thu 31 Dec 2026 10:00 · 2 days late');
  });

  test('are told in the desk’s zone around the clock, and a day on which the clocks change is marked', () => {
    const desk = promising({ total_resolution: promised(3 * day) });
    const text = read(ticketFrom('2026-10-23T22:00:00.000Z'), desk, '2026-10-24T00:00:00.000Z');
    expect(text).toContain(
      [
        'Solution within 3 days around the clock',
        'Sat 24 Oct · all day running',
        'Sun 25 Oct · all day running (clocks went back: this day has 25 hours)',
        'Mon 26 Oct · 00:00–23:00 running',
      ].join('\n'),
    );
  });

  test('of five years are a few lines with what lies between summed up, and fit Slack', () => {
    const weeks = Array.from({ length: 200 }, (_, week) =>
      waited(laterBy(friday, week * 9 * day + hour), laterBy(friday, week * 9 * day + 30 * hour)),
    );
    const ticket = ticketFrom(friday, { statusLog: weeks.flat() });
    const form = dueForm(ticket, within(8000 * hour), berlin('2031-10-01T12:00'));
    const text = readText(form.blocks);
    expect(text.split('\n').length).toBeLessThan(30);
    expect(text).toContain('\nWed 11 Nov 2026 – Sun 27 Jul · 7,842 h running, 1,723 h paused, 2 holidays\n');
    expect(viewProblems(toModal(form, new Map()))).toEqual([]);
  });

  test('of a day with many changes stay one line that can be read', () => {
    const many = Array.from({ length: 30 }, (_, step) => {
      const from = laterBy(friday, (step * 10 + 5) * minute);
      return waited(from, laterBy(from, 5 * minute));
    });
    const ticket = ticketFrom(friday, { statusLog: many.flat() });
    const [, , , line] = read(ticket, within(6 * hour), berlin('2026-10-30T15:00')).split('\n');
    expect(line).toMatch(
      /^Fri 30 Oct · 09:00–09:05 running · 09:05–09:10 paused.* · 54 more changes · .* running$/,
    );
  });
});

describe('what changed a due time', () => {
  const noon = berlin('2026-11-20T12:00');

  test('is told with the old and the new time and who did it, and from where it is counted anew', () => {
    const ticket = ticketFrom(noon, {
      reopened: [{ at: berlin('2026-11-20T13:55'), by: dana, reason: 'still broken' }],
    });
    expect(read(ticket, within(2 * hour), berlin('2026-11-20T14:00'))).toContain(
      [
        'Fri 20 Nov · 12:00–13:55 running',
        'counted anew from Fri 20 Nov 13:55 because it was reopened: 15 min',
        'Fri 20 Nov · 13:55–14:10 running',
        `Reopened Fri 20 Nov 13:55 by @${dana}: due Fri 20 Nov 14:00 → Fri 20 Nov 14:10`,
      ].join('\n'),
    );
  });

  test('a later time that was agreed runs around the clock to the minute', () => {
    const ticket = ticketFrom(noon, {
      extensions: [
        {
          target: 'total_resolution',
          dueAt: berlin('2026-11-21T18:00'),
          reply: 'r1',
          by: dana,
          at: berlin('2026-11-20T13:00'),
        },
      ],
    });
    const text = read(ticket, within(2 * hour), berlin('2026-11-20T14:00'));
    expect(text).toContain('by Sat 21 Nov 18:00 · 28 h left');
    expect(text).toContain(
      'counted anew from Fri 20 Nov 13:00 because it was agreed with the requester: 29 h',
    );
    expect(text).toContain(`Agreed with the requester Fri 20 Nov 13:00 by @${dana}: due Fri 20 Nov 14:00 →`);
  });
});

describe('which promises are shown', () => {
  const noon = berlin('2026-11-20T12:00');
  const all = promising({
    first_response: promised(hour),
    total_resolution: promised(8 * hour, { calendar: 'support', pauses: ['pending'] }),
  });

  test('the soonest first, what is over last with how it ended', () => {
    const answered = ticketFrom(noon, {
      replies: [
        {
          reply: 'r1',
          publicText: 'Hello',
          by: ana,
          at: berlin('2026-11-20T13:12'),
          edited: false,
          next: 'open',
          delivered: [{ thread: 't', id: 'm', at: berlin('2026-11-20T13:12') }],
        },
      ],
    });
    const text = read(answered, all, berlin('2026-11-20T14:00'));
    expect(text.indexOf('⏱ Solution')).toBeLessThan(text.indexOf('Over'));
    expect(text).toContain('First answer by Fri 20 Nov 13:00 · met Fri 20 Nov 13:12 · 12 min late');
  });

  test('each names its zone when they are told in several', () => {
    const text = read(ticketFrom(noon), { ...all, timezone: 'America/New_York' }, noon);
    expect(text).toContain('⏱ First answer by Fri 20 Nov 07:00 · 1 h left');
    expect(text).toContain('First answer within 1 h around the clock · times in America/New_York');
    expect(text).toContain('Solution within 8 h of calendar support · times in Europe/Berlin');
  });

  test('what is overdue and what stands still is marked', () => {
    const ticket = ticketFrom(noon, { statusLog: [{ status: 'pending', at: berlin('2026-11-20T13:00') }] });
    const text = read({ ...ticket, status: 'pending' }, all, berlin('2026-11-20T15:00'));
    expect(text).toContain('❗ First answer overdue since Fri 20 Nov 13:00 · 2 h late');
    expect(text).toContain('⏸ Solution paused: waiting for requester · 7 h left when it goes on');
    expect(text).toContain('12:00–13:00 running · 13:00–15:00 paused, waiting for requester');
  });

  test.each<[string, Partial<Ticket>, DeskSettings, string]>([
    ['not sorted', { policies: [] }, all, 'No promise holds for this ticket: it is not sorted yet.'],
    [
      'for whom there is no policy',
      {},
      { ...settings, policies: policyBook([anEdition({ edition: 3, rules: [] })]) },
      'no policy of edition 3 is for enterprise P1, technical in this channel',
    ],
    [
      'whose policy has no times',
      {},
      promising({}),
      'its policy (edition 3) promises nothing that has a time',
    ],
    [
      'that was merged',
      {
        status: 'closed',
        merged: { into: 'T-7', by: ana, at: noon, was: 'open' },
        statusLog: [{ status: 'closed', at: laterBy(noon, hour / 2), why: 'merged' }],
      },
      all,
      'Nothing is owed here: it was merged into T-7.',
    ],
    [
      'that is solved',
      { status: 'solved', statusLog: [{ status: 'solved', at: laterBy(noon, hour / 2) }] },
      all,
      'Nothing is owed: the ticket is solved.',
    ],
  ])('a ticket %s says why nothing is owed', (_what, given, desk, words) => {
    expect(read(ticketFrom(noon, given), desk, laterBy(noon, hour))).toContain(words);
  });

  test('the whole story has them in one line each', () => {
    const text = readText(wholeTicketForm(ticketFrom(noon), all, laterBy(noon, 15 * minute)).blocks);
    expect(text).toContain('⏱ First answer by Fri 20 Nov 13:00 · 45 min left · Europe/Berlin');
    expect(text).toContain('/ticket due T-1');
  });
});
