import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type RetrospectiveFacts,
  retrospectiveMarkdown,
} from '../../../src/cards/incident/review/retrospective.ts';
import { toTheSecond } from '../../../src/cards/incident/review/to-the-second.ts';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { sealed } from '../../../src/domain/incident/log/log.ts';
import { proposeAction } from '../../../src/domain/incident/review/prevention.ts';
import { asks } from '../../domain/incident/an-incident.ts';
import { figuresAgain } from '../../domain/incident/figures-oracle.ts';
import { anyIncident } from '../../domain/incident/random-incident.ts';
import { after, ana, ben } from '../../support/builders.ts';

const facts: RetrospectiveFacts = { names: new Map([[ana, 'Ana']]), replies: [], earlier: [] };

function written(events: readonly IncidentEvent[], more: Partial<RetrospectiveFacts> = {}): string {
  const incident = applyIncident(undefined, events);
  return retrospectiveMarkdown(incident, sealed(events, { seal: '', recordedAt: after(0) }), {
    ...facts,
    ...more,
  });
}

const hostile = '<!channel> [click](https://evil.test) | a\n# Heading\n| x | `code` **bold**';

/** An incident that was resolved and is reviewed, with words that would like to be more than words. */
function reviewed(): readonly IncidentEvent[] {
  const by = { by: ana, source: 'form' } as const;
  const events: IncidentEvent[] = [
    {
      type: 'declared',
      id: 'INC-7',
      mode: 'live',
      visibility: 'open',
      title: hostile,
      severity: 'P1',
      from: 'button',
      roomName: 'inc-7',
      tickets: [{ ticket: 'T-1', account: 'acme' }],
      firstUpdateDueAt: after(15),
      at: after(0),
      ...by,
    },
    { type: 'impact_stated', what: hostile, since: after(-10), at: after(1), ...by },
    { type: 'noted', text: 'lucky: it was a Sunday', at: after(2), ...by },
    { type: 'resolved', text: hostile, dataLoss: 'no', reviewOwner: ben, at: after(30), ...by },
    { type: 'review_started', owner: ben, at: after(31), ...by },
    { type: 'review_written', section: 'lead_up', text: hostile, at: after(32), ...by },
  ];
  const proposed = proposeAction(
    applyIncident(undefined, events),
    { title: `Add ${hostile}`, kind: 'prevent' },
    asks.agent(after(40)),
  );
  return [...events, ...('events' in proposed ? proposed.events : [])];
}

test('every number of it equals a second count from the log', () => {
  fc.assert(
    fc.property(anyIncident, ({ events }) => {
      const text = written(events);
      const again = figuresAgain(events);
      expect(text).toContain(
        `- Updates due: ${again.updatesDue}; in time: ${again.updatesInTime}; late: ${(again.updatesDue ?? 0) - (again.updatesInTime ?? 0)}`,
      );
      expect(text).toContain(`at worst: ${toTheSecond(again.worstLateMs ?? 0)}`);
      expect(text).toContain(`- Times named to customers: ${again.promises}; kept: ${again.promisesKept}`);
      expect(text).toContain(`- Without a commander: ${toTheSecond(again.withoutCommanderMs ?? 0)};`);
      expect(text).toContain(`- Deliveries that failed: ${again.deliveriesFailed}`);
    }),
    { numRuns: 60 },
  );
});

test('every line of the timeline has its number, and every number that is named is in the log', () => {
  fc.assert(
    fc.property(anyIncident, ({ events }) => {
      const text = written(events);
      const [, timeline = ''] = text.split('## Timeline');
      const numbered = [...(timeline.split('\n## ')[0] ?? '').matchAll(/\(\\?#(\d+), /g)].map(([, n]) =>
        Number(n),
      );
      expect(numbered).toEqual(events.map((_event, index) => index + 1));
      for (const [, list = ''] of text.matchAll(/ \[(#\d[^\]]*)\]/g))
        for (const [, number] of list.matchAll(/#(\d+)/g)) {
          expect(Number(number)).toBeGreaterThan(0);
          expect(Number(number)).toBeLessThanOrEqual(events.length);
        }
    }),
    { numRuns: 60 },
  );
});

test('what the desk says of times and people names the lines it rests on', () => {
  const text = written(reviewed());
  const drafted = text
    .split('## Timeline')[0]
    ?.split('\n')
    .filter((line) => /\d\d:\d\d UTC/.test(line) && !line.startsWith('- Meeting'));
  expect(drafted?.length).toBeGreaterThan(3);
  for (const line of drafted ?? []) expect(line).toMatch(/\[#\d+/);
});

test('words of people stay words, wherever they stand', () => {
  const text = written(reviewed());
  expect(text).not.toMatch(/(?<!\\)<!channel>/);
  expect(text).not.toContain('[click](');
  expect(text).not.toMatch(/^# Heading/m);
  expect(text).not.toMatch(/^\| x/m);
  expect(text).not.toMatch(/(?<!\\)`code/);
  expect(text.match(/^# /gm)).toHaveLength(1);
});

test('sections people wrote replace the question; the others ask it; tagged notes stand where they belong', () => {
  const text = written(reviewed());
  expect(text).not.toContain('What led to it, and what set it off?');
  expect(text).toContain('What contributed? There is never only one cause');
  expect(text).toMatch(/## Where we were lucky\n\n- it was a Sunday \[#3\]/);
});

test('earlier incidents like it are named, and an empty plan says so', () => {
  const earlier = [{ id: 'INC-3', declaredAt: after(-99), because: 'the same T-1' }];
  expect(written(reviewed().slice(0, 6), { earlier })).toContain('INC-3, declared at');
  expect(written(reviewed().slice(0, 6))).toContain('No action yet.');
});

test('of a restricted incident no message for customers is drafted', () => {
  const [declared, ...others] = reviewed();
  if (declared?.type !== 'declared') throw new Error('not declared');
  const text = written([{ ...declared, visibility: 'restricted' }, ...others]);
  expect(text.split('## Message for customers')[1]).not.toContain('What happened');
});

test('the same log gives the same text', () => {
  const events = reviewed();
  expect(written(events)).toBe(written(events));
  expect(applyIncident(undefined, events) satisfies Incident).toBeDefined();
});

test('the desk writes sentences that end, and counts one as one', () => {
  const text = written(reviewed());
  expect(text).toContain('with 1 ticket of 1 known account in the end [#1');
  expect(text).toContain('- Declared: 2026-11-20\n');
  expect(text).not.toMatch(/\(s\)| ;|\w Data lost/);
});

test('an action names the factor that it answers, and what belongs to it', () => {
  const events = reviewed();
  const proposed = proposeAction(
    applyIncident(undefined, events),
    { title: 'Add an alarm', kind: 'prevent', factor: 'Nobody watched', scope: 'All shops' },
    asks.agent(after(41)),
  );
  const text = written([...events, ...('events' in proposed ? proposed.events : [])]);
  expect(text).toContain('| Add an alarm | Prevent it | Nobody watched | All shops | nobody | no date |');
});
