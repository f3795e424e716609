import { describe, expect, test } from 'vitest';
import { newsOf, newsSince, peopleToTell } from '../../../src/domain/notice/news.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import { reopenTicket } from '../../../src/domain/ticket/ending.ts';
import type { TicketEvent } from '../../../src/domain/ticket/event.ts';
import { correctTriage, triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { claimTicket, escalateTicket, releaseTicket, snoozeTicket } from '../../../src/domain/ticket/work.ts';
import { aWorkedTicket, openingOf } from '../../support/a-ticket.ts';
import {
  aMessage,
  ana,
  asksAs,
  aTriage,
  ben,
  dana,
  eventsOf,
  mia,
  after as minutesOn,
} from '../../support/builders.ts';

/** Ana has it. */
const open = () => aWorkedTicket({ status: 'open' });
const told = (ticket: ReturnType<typeof open>, events: readonly TicketEvent[]) =>
  events
    .flatMap((event) => newsOf(ticket, event) ?? [])
    .map(({ to, news }) => `${to === ana ? 'Ana' : to}: ${news.what}`);
const again = (text: string, author = dana) =>
  aMessage({ id: 'slack:C1SUPPORT:m9', text, author, at: minutesOn(60) });

describe('who has a ticket hears what others do to it', () => {
  test.each([
    [
      'taken over by a manager',
      (t: ReturnType<typeof open>) => claimTicket(t, asksAs.manager()),
      ['Ana: taken_over'],
    ],
    [
      'given back by a manager',
      (t: ReturnType<typeof open>) => releaseTicket(t, asksAs.manager()),
      ['Ana: given_back'],
    ],
    [
      'escalated by another',
      (t: ReturnType<typeof open>) => escalateTicket(t, 'the bank is down', asksAs.agent(minutesOn(60), ben)),
      ['Ana: escalated'],
    ],
    [
      'escalated by herself',
      (t: ReturnType<typeof open>) => escalateTicket(t, 'the bank is down', asksAs.agent()),
      [],
    ],
    ['given back by herself', (t: ReturnType<typeof open>) => releaseTicket(t, asksAs.agent()), []],
    [
      'another severity by a manager',
      (t: ReturnType<typeof open>) => correctTriage(t, { field: 'severity', to: 'P1' }, asksAs.manager()),
      ['Ana: severity'],
    ],
    [
      'another category by a manager',
      (t: ReturnType<typeof open>) =>
        correctTriage(t, { field: 'category', to: 'billing' }, asksAs.manager()),
      [],
    ],
    [
      'more words while it is open',
      (t: ReturnType<typeof open>) =>
        joinMessage(t, again('And in Firefox too, please help'), asksAs.requester()),
      [],
    ],
  ])('%s', (_name, decide, expected) => {
    const ticket = open();
    expect(told(ticket, eventsOf(decide(ticket)))).toEqual(expected);
  });

  test.each(['pending', 'solved', 'closed'] as const)('words of the requester while it is %s', (status) => {
    const ticket = { ...aWorkedTicket({ status }), assignee: { person: ana, at: minutesOn(3) } };
    const events = eventsOf(
      joinMessage(ticket, again('It is broken again, please look'), asksAs.requester()),
    );
    expect(told(ticket, events)).toEqual(['Ana: wrote_again']);
    expect(told(ticket, eventsOf(joinMessage(ticket, again('thanks'), asksAs.requester())))).toEqual([]);
  });

  test('reopened by another person', () => {
    const ticket = { ...aWorkedTicket({ status: 'solved' }), assignee: { person: ana, at: minutesOn(3) } };
    const events = eventsOf(reopenTicket(ticket, 'not the cache', asksAs.agent(minutesOn(60), ben)));
    expect(told(ticket, events)).toEqual(['Ana: reopened']);
  });

  test('asleep by her own wish it calls her when it wakes, asleep by another’s the words are news', () => {
    const own = applyEvents(open(), eventsOf(snoozeTicket(open(), minutesOn(300), asksAs.agent())));
    const others = applyEvents(
      open(),
      eventsOf(snoozeTicket(open(), minutesOn(300), asksAs.agent(minutesOn(60), mia))),
    );
    const words = (ticket: ReturnType<typeof open>) =>
      told(
        ticket,
        eventsOf(joinMessage(ticket, again('It is broken again, please look'), asksAs.requester())),
      );
    expect(words(own)).toEqual([]);
    expect(words(others)).toEqual(['Ana: wrote_again']);
  });
});

test('nobody hears of a ticket that nobody had', () => {
  const ticket = aWorkedTicket();
  expect(peopleToTell(ticket, eventsOf(claimTicket(ticket, asksAs.agent())))).toEqual([]);
  expect(peopleToTell(undefined, [])).toEqual([]);
});

test('what several did is told together, from the first of it on', () => {
  const ticket = open();
  const events = [
    ...eventsOf(correctTriage(ticket, { field: 'severity', to: 'P1' }, asksAs.manager(minutesOn(50)))),
    ...eventsOf(escalateTicket(ticket, 'the bank is down', asksAs.agent(minutesOn(60), ben))),
  ];
  const openingEvents = [
    ...openingOf(),
    ...eventsOf(triageTicket(ticket, aTriage(), asksAs.desk(minutesOn(1)))),
    ...eventsOf(claimTicket(aWorkedTicket(), asksAs.agent(minutesOn(3)))),
  ];
  const replayed = newsSince([...openingEvents, ...events], { to: ana, since: minutesOn(50) });
  expect(replayed.news.map(({ what }) => what)).toEqual(['severity', 'escalated']);
  expect(replayed.before?.triage?.severity).toBe('P2');
  expect(newsSince([...openingEvents, ...events], { to: ana, since: minutesOn(55) }).news).toHaveLength(1);
});
