import { describe, expect, test } from 'vitest';
import { noticeCard } from '../../src/cards/requester/requester-card.ts';
import { requesterTicketForm } from '../../src/cards/requester/requester-ticket-form.ts';
import { dueBlocks } from '../../src/cards/team/due-blocks.ts';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { day, hour, type Instant, laterBy, minute } from '../../src/domain/time.ts';
import { berlin, promising, ticketFrom, within } from '../support/a-promise.ts';
import { promised } from '../support/an-edition.ts';
import { aMessage, ana, support } from '../support/builders.ts';
import { readText } from './reading.ts';

describe('the button on a card', () => {
  const noon = berlin('2026-11-20T12:00');
  const first = promising({ first_response: promised(2 * hour) });
  const label = (ticket: Ticket, desk: DeskSettings) => readText(dueBlocks(ticket, desk));
  const waiting = (status: 'pending' | 'on_hold') => [{ status, at: laterBy(noon, minute) }];

  test.each<[string, Partial<Ticket>, DeskSettings, string]>([
    ['today', {}, first, '[⏱ First answer by 14:00]'],
    [
      'on another day',
      {},
      promising({ first_response: promised(20 * hour) }),
      '[⏱ First answer by 21 Nov 08:00]',
    ],
    [
      'that has passed',
      { changedAt: laterBy(noon, 3 * hour) },
      first,
      '[⏱ First answer overdue since 14:00]',
    ],
    [
      'of a day that has passed',
      { changedAt: laterBy(noon, day) },
      first,
      '[⏱ First answer overdue since 20 Nov 14:00]',
    ],
    [
      'that waits for the requester',
      { changedAt: laterBy(noon, hour), status: 'pending', statusLog: waiting('pending') },
      within(8 * hour),
      '[⏸ Solution paused: waiting for requester]',
    ],
    [
      'on hold',
      { changedAt: laterBy(noon, hour), status: 'on_hold', statusLog: waiting('on_hold') },
      within(8 * hour),
      '[⏸ Solution paused: on hold]',
    ],
    ['that nobody promised', {}, promising({}), ''],
  ])('says the due time %s', (_when, given, desk, words) => {
    expect(label(ticketFrom(noon, given), desk)).toBe(words);
  });
});

describe('what a requester reads', () => {
  const noon = berlin('2026-11-20T12:00');
  const first = promising({ first_response: promised(2 * hour), next_update: promised(4 * hour) });
  const answered = (desk: DeskSettings, now: Instant) => {
    const at = laterBy(noon, hour);
    const reply = { reply: 'r1', publicText: 'Hello', by: ana, at, edited: false, next: 'open' } as const;
    const ticket = ticketFrom(noon, { replies: [{ ...reply, delivered: [{ thread: 't', id: 'm', at }] }] });
    return readText(requesterTicketForm(ticket, desk, now).blocks);
  };

  test('is when the answer comes, and after it when the next news comes', () => {
    expect(readText(requesterTicketForm(ticketFrom(noon), first, noon).blocks)).toContain(
      'You will have an answer from us by 20 Nov 14:00 (Europe/Berlin).',
    );
    expect(answered(first, laterBy(noon, 2 * hour))).toContain(
      'You will have news from us by 20 Nov 17:00 (Europe/Berlin).',
    );
  });

  test('is an apology when it is late, and nothing when nothing is owed', () => {
    expect(readText(requesterTicketForm(ticketFrom(noon), first, laterBy(noon, 3 * hour)).blocks)).toContain(
      'You should have had an answer by 20 Nov 14:00 (Europe/Berlin). We are late, and we are sorry.',
    );
    expect(answered(promising({}), laterBy(noon, 2 * hour))).not.toMatch(/You will|late/);
  });

  test('keeps the first promise in the quiet line, also when it was answered and asked again', () => {
    const desk = promising({ first_response: promised(2 * hour), next_response: promised(8 * hour) });
    const at = laterBy(noon, hour);
    const reply = { reply: 'r1', publicText: 'Hello', by: ana, at, edited: false, next: 'open' } as const;
    const again = aMessage({ id: `${support}:2`, at: laterBy(noon, 3 * hour), text: 'It still fails' });
    const line = (given: Partial<Ticket>) => readText(noticeCard(ticketFrom(noon, given), desk).blocks);
    const promise = 'You will have a first answer by 20 Nov 14:00 (Europe/Berlin).';
    expect(line({})).toContain(promise);
    const replies = [{ ...reply, delivered: [{ thread: 't', id: 'm', at }] }];
    expect(line({ replies, messages: [again], changedAt: again.at })).toContain(promise);
  });
});
