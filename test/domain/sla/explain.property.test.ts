import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Calendar } from '../../../src/domain/calendar/calendar.ts';
import { clocksOf } from '../../../src/domain/sla/clocks-of.ts';
import { type Explanation, explain, type Segment } from '../../../src/domain/sla/explain.ts';
import { policyBook } from '../../../src/domain/sla/policy-book.ts';
import { mostDayLines, segmentDays } from '../../../src/domain/sla/segment-days.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { day, hour, type Instant, laterBy, millisecondsBetween, minute } from '../../../src/domain/time.ts';
import type { Status } from '../../../src/domain/words.ts';
import { aTicket } from '../../support/a-ticket.ts';
import { anEdition, aPolicy, promised } from '../../support/an-edition.ts';
import { ana, dana, support } from '../../support/builders.ts';
import { aCalendarAndMoment } from '../calendar/any-calendar.ts';

const facts = { plan: 'enterprise', severity: 'P2', category: 'technical', channel: support } as const;
const someTime = fc.integer({ min: 1, max: 40 * 24 * 60 }).map((minutes) => minutes * minute);
const aStory = fc.record({
  statuses: fc.array(fc.tuple(someTime, fc.constantFrom<Status>('open', 'pending', 'on_hold')), {
    maxLength: 12,
  }),
  reopened: fc.array(someTime, { maxLength: 2 }),
  extended: fc.array(fc.tuple(someTime, someTime), { maxLength: 2 }),
  withinMs: fc.integer({ min: 1, max: 200 }).map((hours) => hours * hour),
  solvedAfter: fc.option(someTime, { nil: undefined }),
  readAfter: someTime,
});
type Story = typeof aStory extends fc.Arbitrary<infer T> ? T : never;

/** A ticket with such a story, and what its clocks explain of themselves. */
function explainedOf(calendar: Calendar, at: Instant, story: Story): readonly Explanation[] {
  const terms = promised(story.withinMs, { calendar: calendar.name, pauses: ['pending', 'on_hold'] });
  const targets = { first_response: terms, first_resolution: terms, total_resolution: terms };
  const book = policyBook([
    anEdition({ since: at, calendars: [calendar], rules: [aPolicy({ name: 'everyone', targets })] }),
  ]);
  const log = story.statuses.map(([after, status]) => ({ status, at: laterBy(at, after) }));
  const solved =
    story.solvedAfter === undefined
      ? []
      : [{ status: 'solved' as const, at: laterBy(at, 41 * day + story.solvedAfter) }];
  const ticket: Ticket = {
    ...aTicket(),
    openedAt: at,
    changedAt: at,
    messages: [],
    status: story.solvedAfter === undefined ? 'open' : 'solved',
    statusLog: [
      { status: 'new', at },
      ...log.toSorted((one, other) => (one.at < other.at ? -1 : 1)),
      ...solved,
    ],
    policies: [{ edition: 1, facts, at, by: 'desk' }],
    reopened: story.reopened.map((after) => ({ at: laterBy(at, after), by: dana, reason: 'again' })),
    extensions: story.extended
      .toSorted(([one], [other]) => one - other)
      .map(([after, more]) => ({
        target: 'total_resolution',
        reply: 'r1',
        by: ana,
        at: laterBy(at, after),
        dueAt: laterBy(at, after + more),
      })),
  };
  const now = laterBy(at, story.readAfter);
  return clocksOf(ticket, book, now).map((clock) => explain(ticket, clock, book, now));
}

function sumOf(segments: readonly Segment[], what: Segment['what']): number {
  return segments
    .filter((segment) => segment.what === what)
    .reduce((total, { from, to }) => total + millisecondsBetween(from, to), 0);
}

test('what ran until the due time is what was promised, whatever pauses, floors and calendars', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aStory, ({ at, calendar }, story) => {
      for (const { clock, segments, leftMs } of explainedOf(calendar, at, story)) {
        const ran = sumOf(segments, 'running');
        const isCutShort = clock.end !== undefined && clock.end.at < clock.dueAt;
        if (isCutShort) expect(ran).toBeLessThan(clock.counted.ms);
        else expect(ran + (clock.state === 'paused' ? leftMs : 0)).toBe(clock.counted.ms);
      }
    }),
    { numRuns: 300 },
  );
});

test('segments follow each other without a gap from the start on', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aStory, ({ at, calendar }, story) => {
      for (const { clock, before, segments } of explainedOf(calendar, at, story)) {
        const all = [...before, ...segments];
        const starts = all.slice(1).map(({ from }) => from);
        expect(starts).toEqual(all.slice(0, -1).map(({ to }) => to));
        if (all.length > 0) expect(all[0]?.from).toBe(clock.startedAt);
      }
    }),
    { numRuns: 200 },
  );
});

test('days hold all of the time, in few lines, in every zone', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aStory, ({ at, calendar }, story) => {
      for (const { segments } of explainedOf(calendar, at, story)) {
        const lines = segmentDays(segments, calendar.timezone);
        expect(lines.length).toBeLessThanOrEqual(mostDayLines);
        const total = (of: 'runningMs' | 'pausedMs') => lines.reduce((sum, line) => sum + line[of], 0);
        expect(total('runningMs')).toBe(sumOf(segments, 'running'));
        expect(total('pausedMs')).toBe(sumOf(segments, 'paused'));
        expect(lines.every(({ first, last }) => first <= last)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
