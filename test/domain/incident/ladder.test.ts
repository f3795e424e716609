import { expect, test } from 'vitest';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { missedUpdates, nextRung } from '../../../src/domain/incident/cadence/ladder.ts';
import { rankOf, rungOf } from '../../../src/domain/incident/cadence/rungs.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { changeStatus, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { approveUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { hour, laterBy, minute, second } from '../../../src/domain/time.ts';
import { after, ana } from '../../support/builders.ts';
import { afterwards, aLedIncident, anIncident, asks, cadence, drafted } from './an-incident.ts';
import { recordUpdateDelivery } from './receipts.ts';
import { fired, nextAt, passing, remindersAt, settings, shownSteps } from './watching-cadence.ts';

/** An update of that kind, delivered everywhere at that minute after ten. */
const sent =
  (id: string, minutes: number, kind: 'update' | 'final' = 'update') =>
  (incident: Incident) =>
    ['T-1', 'T-2'].reduce(
      (now, ticket) =>
        afterwards(now, (current) =>
          recordUpdateDelivery(
            current,
            { update: id, ticket, message: `memory:${id}${ticket}` },
            { cadence, asked: asks.desk(after(minutes)) },
          ),
        ),
      afterwards(incident, drafted(after(minutes), kind), (now) =>
        approveUpdate(now, id, asks.agent(after(minutes), ana)),
      ),
    );

test('the first update is due after 15 minutes, late at +5, offered to others at +10, missed at +20, and then again', () => {
  const { told } = passing(aLedIncident(), { until: after(70) });
  expect(shownSteps(told)).toEqual([
    'due at 15',
    'late at 20',
    'takeover at 25',
    'missed at 35',
    'still 1 at 50',
    'still 2 at 65',
  ]);
});

test.each([
  [14.9, undefined],
  [15, 'due'],
  [19.9, 'due'],
  [20, 'late'],
  [24.9, 'late'],
  [25, 'takeover'],
  [34.9, 'takeover'],
  [35, 'missed'],
  [49.9, 'missed'],
  [50, 'still 1'],
  [15 + 180, 'still 10'],
])('after %s minutes without a word what is told is: %s', (minutes, rung) => {
  const [event, ...more] = remindersAt(aLedIncident(), after(minutes));
  expect(event?.type === 'reminded' ? event.rung : undefined).toBe(rung);
  expect(more).toEqual([]);
});

test('after three hours one thing is told, with the number of missed updates, and then nothing for five minutes', () => {
  const [event] = remindersAt(aLedIncident(), after(15 + 180));
  expect(event).toMatchObject({ rung: 'still 10', missed: 7 });
  const back = fired(aLedIncident(), after(15 + 183));
  expect(nextAt(back)).toBe(after(15 + 188));
  expect(remindersAt(back, after(15 + 187))).toEqual([]);
  expect(remindersAt(back, after(15 + 188))).toHaveLength(1);
});

test('steps told in time hold no later one up, however often the desk is a few seconds late', () => {
  const { told } = passing(aLedIncident(), { until: after(24 * 60), lagMs: 9 * second });
  const first = told.map(({ rung, at }) => [rung, at]);
  expect(first.slice(0, 4).map(([, at]) => at)).toEqual(
    [15, 20, 25, 35].map((minutes) => laterBy(after(minutes), 9 * second)),
  );
  const still = told.filter(({ rung }) => rankOf(rung) > rankOf('missed'));
  expect(still.map(({ at }) => at)).toEqual(
    still.map((_each, index) => laterBy(after(50 + index * 15), 9 * second)),
  );
});

test.each([30, 45, 60])('with %s minutes between updates the due times never drift over a day', (minutes) => {
  const every = { ...cadence, activeMs: minutes * minute };
  let incident = aLedIncident();
  for (let at = 10, round = 1; at < 24 * 60; round += 1) {
    incident = [...['T-1', 'T-2']].reduce(
      (now, ticket) =>
        afterwards(now, (current) =>
          recordUpdateDelivery(
            current,
            { update: `u${round}`, ticket, message: `memory:${round}${ticket}` },
            { cadence: every, asked: asks.desk(after(at)) },
          ),
        ),
      afterwards(incident, drafted(after(at)), (now) =>
        approveUpdate(now, `u${round}`, asks.agent(after(at), ana)),
      ),
    );
    expect(nextRung(incident, { ...settings, cadence: every })).toEqual({
      rung: 'due',
      at: after(at + minutes),
    });
    at += minutes;
  }
});

test('an update that is delivered ends the ladder, and the next one is due by the cadence', () => {
  const late = passing(aLedIncident(), { until: after(26) }).incident;
  const told = sent('u1', 27)(late);
  expect(nextRung(told, settings)).toEqual({ rung: 'due', at: after(57) });
  expect(told.cadence?.rungs).toEqual([]);
});

test('what changes for customers makes an update due at once', () => {
  const told = sent('u1', 5)(aLedIncident());
  const changed = afterwards(told, (now) =>
    changeStatus(now, { to: 'identified', text: 'A bad release' }, asks.agent(after(12), ana)),
  );
  expect(nextRung(changed, settings)).toEqual({ rung: 'due', at: after(12) });
});

test('after it is resolved only the final update has a ladder, and it ends with that update', () => {
  const resolved = afterwards(sent('u1', 5)(aLedIncident()), (now) =>
    resolveIncident(
      now,
      { text: 'Rolled back', dataLoss: 'no', reviewOwner: ana, cadence },
      asks.agent(after(40), ana),
    ),
  );
  expect(shownSteps(passing(resolved, { until: after(85) }).told)).toEqual([
    'due at 70',
    'late at 75',
    'takeover at 80',
  ]);
  expect(nextAt(sent('u2', 60, 'final')(resolved))).toBeUndefined();
});

test('without a ticket nobody outside waits, and nobody is reminded', () => {
  expect(nextAt(anIncident({ tickets: [] }))).toBeUndefined();
});

test('it counts minutes, so a night in which clocks change is like any other', () => {
  const dayBefore = (at: string) => ({
    ...aLedIncident(),
    cadence: { ...aLedIncident().cadence!, dueAt: at },
  });
  for (const dueAt of ['2026-10-25T00:55:00.000Z', '2026-03-29T00:55:00.000Z']) {
    const { told } = passing(dayBefore(dueAt), { until: laterBy(dueAt, hour) });
    expect(told.map(({ at }) => (Date.parse(at) - Date.parse(dueAt)) / minute)).toEqual([
      0, 5, 10, 20, 35, 50,
    ]);
  }
});

test('a clock that jumps forward makes one step of many, and one that is set back repeats none', () => {
  const due = passing(aLedIncident(), { until: after(16) }).incident;
  const jumped = fired(due, after(16 + 120));
  expect(jumped.cadence?.rungs.map(({ rung }) => rung)).toEqual(['due', 'still 6']);
  expect(remindersAt(jumped, after(17))).toEqual([]);
  const setBack = fired(due, after(16 - 120));
  expect(setBack).toEqual(due);
  expect(shownSteps(passing(setBack, { until: after(21) }).told)).toEqual(['late at 20']);
});

test('missed updates are due times that passed, the first one included', () => {
  const incident = aLedIncident();
  expect([14, 15, 30, 45, 75, 200].map((at) => missedUpdates(incident, settings, after(at)))).toEqual([
    0, 1, 1, 2, 3, 7,
  ]);
  expect(missedUpdates(incident, settings, after(15 + 165))).toBe(6);
});

test('every step has its place on the ladder', () => {
  for (let rank = 0; rank < 40; rank += 1) expect(rankOf(rungOf(rank))).toBe(rank);
});

test('a step that was told twice by two firings is told once', () => {
  const once = fired(aLedIncident(), after(15));
  expect(remindersAt(once, after(15))).toEqual([]);
  expect(applyIncident(once, remindersAt(once, after(15)))).toEqual(once);
});
