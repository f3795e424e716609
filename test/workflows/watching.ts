import type { Decision } from '../../src/domain/ticket/decision.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { type Instant, millisecondsBetween, minute } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana } from '../support/builders.ts';
import { openDesk, type TestDesk } from './desk.ts';

/** Asks at 10:00, which is 11:00 at the desk: the first answer is due at 14:00, warnings are at 12:00, 13:00, 13:36. */
export async function aDeskAtWork(given: Parameters<typeof openDesk>[0] = {}): Promise<TestDesk> {
  const opened = await openDesk(given);
  await opened.write('Where do I change the sender of order mails?');
  opened.start();
  await opened.pass();
  return opened;
}

export const decide = (
  opened: TestDesk,
  person: string,
  what: (ticket: Ticket, asked: ReturnType<typeof askedBy>) => Decision,
) =>
  changeTicket(opened.desk, 'T-1', (ticket) =>
    what(ticket, askedBy(opened.desk, person, opened.clock.now())),
  );

export const claim = (opened: TestDesk, person = ana) => decide(opened, person, claimTicket);

/** Time goes on to a time of that day, stopping at each step of the way as a running desk does. */
export async function until(opened: TestDesk, at: Instant) {
  const stop = 5 * minute;
  for (let left = millisecondsBetween(opened.clock.now(), at); left > 0; left -= stop) {
    await opened.clock.advance(Math.min(stop, left));
    await opened.pass(1);
  }
}
export const today = (time: string): Instant => `2026-11-20T${time}:00.000Z`;
export const notices = (opened: TestDesk, place: string) =>
  opened.chat.said.filter(({ post }) => post.channel === place && post.key.includes('clock_notice'));
export const stepsOf = (ticket: Ticket) =>
  (ticket.notices ?? []).map(({ steps, to }) => [steps.map(({ step, target }) => `${target} ${step}`), to]);
