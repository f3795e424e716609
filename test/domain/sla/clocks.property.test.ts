import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusiness, businessElapsed } from '../../../src/domain/calendar/working-time.ts';
import type { Clock } from '../../../src/domain/sla/clock.ts';
import { clocksOf } from '../../../src/domain/sla/clocks-of.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import type { TicketEventType } from '../../../src/domain/ticket/event.ts';
import { absorb, mergeInto, releaseMerged, unmerge } from '../../../src/domain/ticket/relation.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { day, hour, type Instant, laterBy, millisecondsBetween, minute } from '../../../src/domain/time.ts';
import { asksAs, eventsOf } from '../../support/builders.ts';
import { type Commit, story, type Told, tell } from '../ticket/random-story.ts';
import { storyBook as book } from '../ticket/story-book.ts';

const runs = { numRuns: 100 };
const clocks = (ticket: Ticket, now: Instant) => clocksOf(ticket, book, now);
const later = [1, minute, 3 * hour, 2 * day, 40 * day];

function holds(check: (told: Told) => void, numRuns = runs.numRuns): void {
  fc.assert(
    fc.property(story, (steps) => check(tell(steps))),
    { ...runs, numRuns },
  );
}

/** The changes of each ticket, in order. */
function storiesOf({ commits, tickets }: Told): readonly (readonly Commit[])[] {
  return [...tickets.keys()].map((id) => commits.filter(({ after }) => after.id === id));
}

const bookkeeping: readonly TicketEventType[] = [
  'merged',
  'unmerged',
  'absorbed',
  'released_merged',
  'split',
];

/** Each clock as it stood after a change and just before the next, with what followed until the end or a merge. */
function eachClock(
  told: Told,
  check: (was: Clock, is: Clock | undefined, between: readonly Commit[]) => void,
) {
  for (const commits of storiesOf(told)) {
    for (const [index, { after }] of commits.entries()) {
      const next = commits[index + 1]?.after.changedAt;
      const seenAt = next !== undefined && next > after.changedAt ? laterBy(next, -1) : after.changedAt;
      const seen = clocks(after, seenAt);
      for (let upTo = index + 1; upTo < Math.min(commits.length, index + 12); upTo += 1) {
        const between = commits.slice(index + 1, upTo + 1);
        if (between.at(-1)?.events.some(({ type }) => bookkeeping.includes(type))) break;
        const { after: then } = commits[upTo]!;
        const known = new Map(clocks(then, then.changedAt).map((clock) => [clock.id, clock]));
        for (const clock of seen) check(clock, known.get(clock.id), between);
      }
    }
  }
}

test('a replay gives the same clocks byte for byte, event by event or at once', () => {
  holds(({ tickets, logs }) => {
    for (const [id, ticket] of tickets) {
      let replayed: Ticket | undefined;
      for (const event of logs.get(id) ?? []) {
        replayed = applyEvents(replayed, [event]);
        clocks(replayed, event.at);
      }
      for (const ms of later) {
        const now = laterBy(ticket.changedAt, ms);
        expect(JSON.stringify(clocks(replayed!, now))).toBe(JSON.stringify(clocks(ticket, now)));
      }
    }
  });
});

test('no two clocks of a ticket have the same name', () => {
  holds(({ commits }) => {
    for (const { after } of commits) {
      const ids = clocks(after, after.changedAt).map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});

test('an ended clock stays as it ended, whatever happens later, apart from what moves between tickets', () => {
  holds((told) => {
    for (const { after } of told.commits) {
      const ended = (ms: number) =>
        clocks(after, laterBy(after.changedAt, ms)).filter(({ state }) => state === 'ended');
      for (const ms of later) expect(ended(ms)).toEqual(ended(0));
    }
    eachClock(told, (was, is, between) => {
      const goesOn =
        was.target === 'total_resolution' || was.end?.how === 'not_a_request'
          ? between.some(({ events }) => events.some(({ type }) => type === 'reopened'))
          : false;
      if (was.state === 'ended' && !goesOn) expect(is).toEqual(was);
    });
  });
});

test('the due time of a running clock moves only by an event', () => {
  holds(({ commits }) => {
    for (const { after } of commits) {
      const running = (ms: number) =>
        clocks(after, laterBy(after.changedAt, ms))
          .filter(({ state }) => state === 'running')
          .map(({ id, dueAt, steps }) => ({ id, dueAt, steps }));
      for (const ms of later) expect(running(ms)).toEqual(running(0));
    }
  });
});

test('a breach that was a fact stays one, or stands among the changes', () => {
  let breaches = 0;
  holds((told) =>
    eachClock(told, (was, is) => {
      // What was done before anybody saw it, and what was no request, was no breach.
      const isTakenBack = is?.end?.how === 'not_a_request' || (is?.end && is.end.at <= was.dueAt);
      if (!was.isBreached || isTakenBack) return;
      breaches += 1;
      expect(is?.isBreached || is?.changes.some((change) => change.was === was.dueAt)).toBe(true);
    }),
  );
  expect(breaches).toBeGreaterThan(500);
});

const floored: readonly TicketEventType[] = [
  'reopened',
  'absorbed',
  'released_merged',
  'unmerged',
  'policy_applied',
];

test('after a change nothing that was not late is due before the floor', () => {
  let moved = 0;
  holds(({ commits }) => {
    for (const { before, after, events } of commits) {
      const at = after.changedAt;
      const isFirstPolicy = events.some(({ type }) => type === 'policy_applied') && !before?.policies;
      if (!before || isFirstPolicy || !events.some(({ type }) => floored.includes(type))) continue;
      const prior = new Map(clocks(before, at).map((clock) => [clock.id, clock]));
      for (const clock of clocks(after, at)) {
        const was = prior.get(clock.id);
        // Late is also what ended late and was taken for no request.
        if (clock.state !== 'running' || (was && (was.end?.at ?? at) > was.dueAt)) continue;
        // Promised the same again: nothing changed for this one.
        if (events.at(-1)?.type === 'policy_applied' && was?.dueAt === clock.dueAt) continue;
        const last = clock.changes.at(-1);
        if (last?.at === at) moved += 1;
        // Late before the merge, and again when it was taken back.
        if (last === undefined && clock.isBreached && events.some(({ type }) => type === 'released_merged')) {
          continue;
        }
        const floorMs = book.terms(after.policies!.at(-1)!)?.floorMs ?? 15 * minute;
        const calendar = book.calendar(clock.edition, clock.calendar);
        const floor = addBusiness(at, floorMs, calendar);
        // What begins with the change has the whole time it is promised, which may be less than the floor.
        const whole = addBusiness(at, clock.promised.withinMs, calendar);
        const least = clock.startedAt === at && whole < floor ? whole : floor;
        expect({ clock, ok: clock.dueAt >= least }).toEqual({ clock, ok: true });
      }
    }
    // Few stories move a due time: so many are told that some surely do.
  }, 4 * runs.numRuns);
  expect(moved).toBeGreaterThan(3);
});

test('steps are told between the start and the due time, in order, and never while the clock stands still', () => {
  holds(({ commits }) => {
    for (const { after } of commits) {
      for (const { startedAt, dueAt, steps, pauses, state } of clocks(after, after.changedAt)) {
        if (state !== 'running') expect(steps).toEqual([]);
        const moments = steps.map(({ at }) => at);
        expect(moments).toEqual([...moments].sort());
        for (const { step, at } of steps) {
          expect(at >= startedAt && (step.startsWith('late_') ? at > dueAt : at <= dueAt)).toBe(true);
          expect(pauses.some(({ from, to }) => from < at && at < (to ?? at))).toBe(false);
        }
      }
    }
  });
});

test('what was counted and what stood still make together the working time until it is due', () => {
  holds(({ commits }) => {
    for (const { after } of commits) {
      const now = laterBy(after.changedAt, 5 * hour);
      for (const { counted, dueAt, pauses, edition, calendar: name } of clocks(after, now)) {
        const calendar = book.calendar(edition, name);
        const stood = pauses
          .map(({ from, to }) => ({ from: from > counted.from ? from : counted.from, to: to ?? now }))
          .reduce((total, { from, to }) => total + businessElapsed(from, to, calendar), 0);
        expect(businessElapsed(counted.from, dueAt, calendar)).toBe(counted.ms + stood);
      }
    }
  });
});

test('whatever two tickets went through, a merge taken back leaves the clocks of both, apart from floors', () => {
  let merges = 0;
  holds(({ tickets }) => {
    const [source, target] = [tickets.get('T-1')!, tickets.get('T-2')!];
    const latest = source.changedAt > target.changedAt ? source.changedAt : target.changedAt;
    const at = (minutes: number) => asksAs.desk(laterBy(latest, minutes * minute));
    const decision = mergeInto(source, target, at(1));
    if ('refused' in decision || decision.events.length === 0) return;
    merges += 1;
    const merged = applyEvents(source, decision.events);
    const absorbed = applyEvents(target, eventsOf(absorb(target, merged, at(2))));
    const unmerged = applyEvents(merged, eventsOf(unmerge(merged, at(3))));
    const released = applyEvents(absorbed, eventsOf(releaseMerged(absorbed, 'T-1', at(4))));
    for (const [was, is] of [
      [source, unmerged],
      [target, released],
    ] as const) {
      const now = laterBy(latest, day);
      const before = clocks(was, now);
      const after = clocks(is, now);
      expect(after.map(owed)).toEqual(before.map(owed));
      for (const [index, clock] of after.entries()) {
        const standing = before[index]!;
        if (clock.changes.at(-1)?.why === 'unmerged') continue;
        // Time spent holding another's request counts as running.
        expect(millisecondsBetween(clock.dueAt, standing.dueAt)).toBeGreaterThanOrEqual(0);
        if (was.status !== 'pending') expect(clock.dueAt).toBe(standing.dueAt);
      }
    }
  });
  expect(merges).toBeGreaterThan(10);
});

const owed = ({ id, target, startedAt, state, end }: Clock) => ({ id, target, startedAt, state, end });
