import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyPolicies,
  noPolicies,
  Policies,
  PoliciesEvent,
  publishEdition,
  runningReapply,
  startReapply,
} from '../../../src/domain/sla/policies.ts';
import { hour } from '../../../src/domain/time.ts';
import { anEdition, aPolicy, promised } from '../../support/an-edition.ts';
import { after, ana, mia } from '../../support/builders.ts';

const { edition: _edition, since: _since, ...promises } = anEdition();
const others = { ...promises, rules: [aPolicy({ targets: { first_response: promised(hour) } })] };

const manager = { by: mia, role: 'manager' as const, at: after(5), cause: 'press-1' };
const wish = (edition: number, ...tickets: string[]) => ({ edition, tickets });

function publish(policies: Policies, next: typeof promises, minutes: number): Policies {
  return applyPolicies(policies, publishEdition(policies, next, after(minutes)));
}

const twoEditions = publish(publish(noPolicies, promises, 0), others, 1);

test('the first promises are edition 1, others the next one', () => {
  expect(twoEditions.editions.map(({ edition, since }) => [edition, since])).toEqual([
    [1, after(0)],
    [2, after(1)],
  ]);
});

test('the same promises make no edition, in whatever order they are written', () => {
  const backwards = JSON.parse(JSON.stringify(promises), (_key, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
  const policies = publish(noPolicies, promises, 0);
  expect(publishEdition(policies, promises, after(1))).toEqual([]);
  expect(publishEdition(policies, backwards, after(1))).toEqual([]);
});

test.each([
  ['another time', { ...promises, rules: [aPolicy({ targets: { first_response: promised(hour) } })] }],
  ['another order of policies', { ...promises, rules: promises.rules.toReversed() }],
  ['another cadence', { ...promises, cadence: { ...promises.cadence, bySeverity: { P1: hour } } }],
  [
    'another holiday',
    {
      ...promises,
      calendars: promises.calendars.map((each) => ({ ...each, holidays: [{ day: '2026-12-24' }] })),
    },
  ],
])('%s makes an edition', (_name, next) => {
  expect(publishEdition(publish(noPolicies, promises, 0), next, after(1))).toHaveLength(1);
});

test('going back to earlier promises is an edition too, because tickets keep the number they were given', () => {
  expect(publish(twoEditions, promises, 2).editions.map(({ edition }) => edition)).toEqual([1, 2, 3]);
});

test('only a manager applies an edition, to something, once at a time, and the one they looked at', () => {
  const running = applyPolicies(twoEditions, eventsOf(startReapply(twoEditions, wish(2, 'T-1'), manager)));
  const agent = { ...manager, by: ana, role: 'agent' as const };
  const refusals = [
    startReapply(twoEditions, wish(2, 'T-1'), agent),
    startReapply(twoEditions, wish(1, 'T-1'), manager),
    startReapply(twoEditions, wish(2), manager),
    startReapply(running, wish(2, 'T-1'), { ...manager, cause: 'press-2' }),
  ];
  expect(refusals).toEqual([
    { refused: 'not_allowed' },
    { refused: 'outdated' },
    { refused: 'nothing_left' },
    { refused: 'running' },
  ]);
});

test('the same press starts it once, however often it is handled', () => {
  const running = applyPolicies(twoEditions, eventsOf(startReapply(twoEditions, wish(2, 'T-1'), manager)));
  expect(startReapply(running, wish(2, 'T-1'), manager)).toEqual({ events: [] });
});

test('what was done is told apart from what waits, until it is over', () => {
  const started = eventsOf(startReapply(twoEditions, wish(2, 'T-1', 'T-2', 'T-3'), manager));
  const half = applyPolicies(twoEditions, [
    ...started,
    { type: 'reapplied', at: after(6), tickets: ['T-1', 'T-2'] },
  ]);
  expect(runningReapply(half)).toMatchObject({ all: 3, waiting: ['T-3'], by: mia, edition: 2 });
  const over = applyPolicies(half, [
    { type: 'reapplied', at: after(7), tickets: ['T-3'] },
    { type: 'reapply_ended', at: after(7), how: 'done' },
  ]);
  expect(runningReapply(over)).toBeUndefined();
  expect(over.reapply).toMatchObject({ all: 3, waiting: [], ended: { how: 'done' } });
});

const anyTickets = fc.uniqueArray(fc.integer({ min: 1, max: 9 }).map((number) => `T-${number}`));
const anyEvent = fc.oneof(
  fc.constantFrom(promises, others).map((next) => ({ do: 'publish' as const, next })),
  anyTickets.map((tickets) => ({ do: 'start' as const, tickets })),
  anyTickets.map((tickets) => ({ do: 'apply' as const, tickets })),
  fc.constantFrom('done' as const, 'overtaken' as const).map((how) => ({ do: 'end' as const, how })),
);

test('the events, read back from the log, give the state that was stored, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (story) => {
      let state: Policies = noPolicies;
      const log: unknown[] = [];
      story.forEach((step, minutes) => {
        const events = happened(state, step, minutes);
        log.push(...events.map((event) => JSON.parse(JSON.stringify(event))));
        state = Policies.parse(JSON.parse(JSON.stringify(applyPolicies(state, events))));
      });
      const replayed = applyPolicies(
        noPolicies,
        log.map((event) => PoliciesEvent.parse(event)),
      );
      expect(replayed).toEqual(state);
    }),
  );
});

type Step = typeof anyEvent extends fc.Arbitrary<infer S> ? S : never;

function happened(state: Policies, step: Step, minutes: number): readonly PoliciesEvent[] {
  const at = after(minutes);
  switch (step.do) {
    case 'publish':
      return publishEdition(state, step.next, at);
    case 'start': {
      const wanted = wish(state.editions.length, ...step.tickets);
      const decision = startReapply(state, wanted, { ...manager, at, cause: `press-${minutes}` });
      return 'refused' in decision ? [] : decision.events;
    }
    case 'apply':
      return [{ type: 'reapplied', at, tickets: step.tickets }];
    case 'end':
      return [{ type: 'reapply_ended', at, how: step.how }];
  }
}

function eventsOf(decision: ReturnType<typeof startReapply>): readonly PoliciesEvent[] {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused}`);
  return decision.events;
}
