import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDaytime } from '../../../src/domain/routine/daytime.ts';
import {
  askWhetherNeeded,
  awaitedSince,
  beforeQuietClose,
  followUpAsked,
  followUpDueAt,
  quietCloseAt,
} from '../../../src/domain/routine/follow-up.ts';
import { recordFailure, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { resumeTicket, waitForRequester } from '../../../src/domain/ticket/work.ts';
import { day, hour, type Instant, laterBy } from '../../../src/domain/time.ts';
import { afterwards, aTicket } from '../../support/a-ticket.ts';
import { after, asksAs, outcomeOf, ten } from '../../support/builders.ts';
import { aZone } from './a-zone.ts';

const quiet = 3 * day;
const elevenOClock = laterBy(ten, hour);
const waiting = aTicket({ status: 'pending' });
const askedAt = (ticket: Ticket, at: Instant) =>
  afterwards(ticket, (now) => askWhetherNeeded(now, asksAs.desk(at)));
const posted = (ticket: Ticket, at: Instant, ask: string) =>
  afterwards(ticket, () => ({ events: [{ type: 'ask_posted', ask, id: 'memory:1', by: 'desk', at }] }));

describe('while a requester is waited for', () => {
  const since = awaitedSince(waiting);
  const due = followUpDueAt(waiting, quiet);

  test('the question comes two thirds into the wait and the closing at its end', () => {
    expect(due).toBe(laterBy(since, 2 * day));
    expect(quietCloseAt(waiting, quiet)).toBe(laterBy(since, 3 * day));
  });

  test('it is asked once, and not of those who are not waited for', () => {
    const asked = askedAt(waiting, due);
    expect(followUpAsked(asked)).toBe(due);
    expect(outcomeOf(askWhetherNeeded(asked, asksAs.desk(laterBy(due, hour))))).toBe('nothing');
    for (const status of ['new', 'open', 'on_hold', 'solved', 'closed'] as const) {
      expect(outcomeOf(askWhetherNeeded(aTicket({ status }), asksAs.desk(due)))).toBe('nothing');
    }
  });

  test('a new wait asks anew, and so does a further answer of ours', () => {
    const asked = askedAt(waiting, due);
    const again = afterwards(
      asked,
      (ticket) => resumeTicket(ticket, asksAs.agent(laterBy(due, hour))),
      (ticket) => waitForRequester(ticket, asksAs.agent(laterBy(due, 2 * hour))),
    );
    const answered = afterwards(asked, (ticket) =>
      replyPublicly(ticket, { publicText: 'And now?', next: 'wait' }, asksAs.agent(laterBy(due, hour))),
    );
    for (const ticket of [again, answered]) {
      expect(followUpAsked(ticket)).toBeUndefined();
      expect(outcomeOf(askWhetherNeeded(ticket, asksAs.desk(laterBy(due, 3 * hour))))).toBe('followed_up');
    }
  });
});

describe('before a ticket closes for want of an answer', () => {
  const asked = askedAt(waiting, elevenOClock);
  const key = `follow_up:${elevenOClock}`;

  test('the question must have been asked', () => {
    expect(beforeQuietClose(waiting, hour, laterBy(ten, 9 * day))).toEqual({ askFirst: true });
  });

  test('it must have stood there for twelve hours, also when it came late', () => {
    const late = posted(asked, laterBy(ten, 20 * hour), key);
    const closes = laterBy(ten, 32 * hour);
    expect(beforeQuietClose(late, hour, laterBy(closes, -1))).toEqual({ notBefore: closes });
    expect(beforeQuietClose(late, hour, closes)).toBe('close');
  });

  test('it is waited for while it is on its way, but not when chat refused it', () => {
    const now = laterBy(ten, 2 * day);
    expect(beforeQuietClose(asked, hour, now)).toEqual({ notBefore: laterBy(now, 12 * hour) });
    const refused = afterwards(asked, (ticket) =>
      recordFailure(ticket, { key, reason: 'archived' }, asksAs.desk(laterBy(elevenOClock, 1))),
    );
    expect(beforeQuietClose(refused, hour, now)).toBe('close');
  });

  test('a solved ticket has had its question', () => {
    expect(beforeQuietClose(aTicket({ status: 'solved' }), quiet, ten)).toBe('close');
  });
});

test('whatever the quiet time and wherever they live, nobody is asked at night or has less than twelve hours', () => {
  const minutes = fc.integer({ min: 1, max: 30 * 24 * 60 });
  fc.assert(
    fc.property(minutes, minutes, aZone, (quietMinutes, start, zone) => {
      const quietMs = quietMinutes * 60_000;
      const ticket = afterwards(aTicket(), (fresh) => waitForRequester(fresh, asksAs.agent(after(start))));
      const at = inDaytime(followUpDueAt(ticket, quietMs), zone);
      const closes = quietCloseAt(askedAt(ticket, at), quietMs);
      expect(closes >= laterBy(at, 12 * hour)).toBe(true);
      expect(closes >= laterBy(after(start), quietMs)).toBe(true);
      expect(closes <= laterBy(after(start), quietMs + 27 * hour)).toBe(true);
    }),
  );
});
