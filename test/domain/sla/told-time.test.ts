import { expect, test } from 'vitest';
import { explain } from '../../../src/domain/sla/explain.ts';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { resumeTicket, waitForRequester } from '../../../src/domain/ticket/work.ts';
import { millisecondsBetween, minute } from '../../../src/domain/time.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, aMessage, ana, asksAs, settings, support } from '../../support/builders.ts';
import { arrives, clockAt, leaves } from './talking.ts';

/** A critical ticket, owed an update each hour. */
const critical = (): Ticket => {
  const ticket = aWorkedTicket({ status: 'open' });
  const [pin] = ticket.policies!;
  return { ...ticket, policies: [{ ...pin!, facts: { ...pin!.facts, severity: 'P1' } }] };
};
/** An update leaves and arrives at that minute, which says so much about the next one. */
const told = (ticket: Ticket, at: number, next: number) =>
  afterwards(ticket, leaves(at, { update: 'u1', nextUpdateAt: after(next) }), arrives(at));
const dueIn = (ticket: Ticket, minutes: number) =>
  millisecondsBetween(after(0), clockAt(ticket, 'next_update', minutes)!.dueAt) / minute;

test.each([
  ['the time that was told, where it is earlier than the cadence', 54, 60, 60],
  ['the cadence, where more was told', 54, 200, 114],
  ['the cadence, where the time had passed when the words arrived', 54, 50, 114],
])('the next update is due by %s', (_name, at, next, due) => {
  const ticket = told(critical(), at, next);
  expect(dueIn(ticket, at)).toBe(due);
  expect(clockAt(ticket, 'next_update', at)?.told).toBe(due === next ? after(next) : undefined);
});

test('it is prepared and told of by that time, and what is explained adds up', () => {
  const clock = clockAt(told(critical(), 20, 60), 'next_update', 20)!;
  expect(clock.steps.map(({ step, at }) => [step, millisecondsBetween(after(0), at) / minute])).toEqual([
    ['prepare', 45],
    ['due', 60],
    ['late_queue', 75],
    ['late_manager', 90],
  ]);
  const { segments } = explain(told(critical(), 20, 60), clock, settings.policies, after(30));
  const ran = segments.reduce((sum, { from, to }) => sum + millisecondsBetween(from, to), 0);
  expect(ran).toBe(40 * minute);
});

test('what we say next starts anew, whatever was told before', () => {
  const typed = aMessage({ id: `${support}:typed`, from: 'desk', author: ana, at: after(30) });
  const ticket = afterwards(told(critical(), 20, 60), (now) =>
    joinMessage(now, typed, asksAs.agent(after(30))),
  );
  expect(dueIn(ticket, 31)).toBe(90);
});

test('another policy puts it off no more than a pause does that is over before', () => {
  const { policies, ...ticket } = told(critical(), 20, 60);
  const [pin] = policies!;
  const calmer = { ...pin!, facts: { ...pin!.facts, severity: 'P3' as const }, at: after(25) };
  expect(dueIn({ ...ticket, policies: [pin!, calmer] }, 30)).toBe(60);

  const first = aWorkedTicket({ status: 'open' });
  const waits = (from: number, to: number) =>
    afterwards(
      told(first, 20, 60),
      (now) => waitForRequester(now, asksAs.agent(after(from))),
      (now) => resumeTicket(now, asksAs.agent(after(to))),
    );
  expect(dueIn(waits(30, 40), 41)).toBe(60);
  // Who was to write to us then expected nothing at that time.
  expect(dueIn(waits(30, 70), 71)).toBe(20 + 24 * 60 + 40);
  // Once it is late, a pause does not make it less.
  expect(clockAt(waits(65, 100), 'next_update', 101)).toMatchObject({ isBreached: true, dueAt: after(60) });
});
