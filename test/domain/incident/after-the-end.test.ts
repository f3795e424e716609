import { expect, test } from 'vitest';
import { agendaOf } from '../../../src/domain/incident/agenda.ts';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { missedUpdates } from '../../../src/domain/incident/cadence/ladder.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { startReview } from '../../../src/domain/incident/review/review.ts';
import { approveUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { hour, type Instant, laterBy } from '../../../src/domain/time.ts';
import { after, ana } from '../../support/builders.ts';
import { afterwards, aLedIncident, asks, cadence, drafted } from './an-incident.ts';
import { recordUpdateDelivery } from './receipts.ts';
import { nextAt, passing, settings } from './watching-cadence.ts';

/** Resolved at 10:30 UTC on Friday; the final update is due at eleven, at noon in Berlin. */
const resolved = afterwards(aLedIncident(), (now) =>
  resolveIncident(
    now,
    { text: 'It works again.', dataLoss: 'no', reviewOwner: ana, cadence },
    asks.agent(after(30), ana),
  ),
);
const known = applyIncident(resolved, [
  { type: 'zones_known', zones: { [ana]: 'Europe/Berlin' }, ...stampOf(asks.desk(after(30))) },
]);
const end = laterBy(after(0), 4 * 24 * hour);
const inBerlin = (at: Instant) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
const toldOf = (incident: Incident) => passing(incident, { until: end }).told.map(({ at }) => inBerlin(at));

test('a final update that nobody sends is asked for as always for two hours, then hourly in working hours', () => {
  const told = toldOf(known);
  const [friday, monday] = ['Fri', 'Mon'].map((day) => told.filter((each) => each.startsWith(day)));
  expect(friday?.slice(0, 5).map((each) => each.slice(-5))).toEqual([
    '12:00',
    '12:05',
    '12:10',
    '12:20',
    '12:35',
  ]);
  expect(friday?.slice(-4).map((each) => each.slice(-5))).toEqual(['14:50', '15:50', '16:50', '17:50']);
  expect(monday?.map((each) => each.slice(-5))).toEqual(
    [9, 10, 11, 12, 13, 14, 15, 16, 17].map((each) => `${String(each).padStart(2, '0')}:00`),
  );
  expect(told.filter((each) => /Sat|Sun/.test(each))).toEqual([]);
});

test('of a drill that nobody ends properly nobody hears for ever, and its room is put away', () => {
  const drill: Incident = { ...known, mode: 'drill' };
  const told = passing(drill, { until: end }).told.map(({ at }) => at);
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((at) => at >= after(60 + 120))).toEqual([]);
  const room = { ...drill.room, state: 'ready' as const, channel: 'slack:C9' };
  const archive = agendaOf({ ...drill, room }, settings).find(({ key }) => key === 'room:archive');
  expect(archive?.dueAt).toBe(laterBy(after(30), settings.archiveAfterMs));
});

test('while an incident is under way nothing waits for the morning', () => {
  expect(toldOf(aLedIncident()).filter((each) => /Sat|Sun/.test(each)).length).toBeGreaterThan(20);
});

test('one final update is owed, however long', () => {
  expect(missedUpdates(known, settings, end)).toBe(1);
});

test('that the review begins takes nothing from customers: the final update stays owed until they have it', () => {
  const inReview = afterwards(known, (now) => startReview(now, asks.desk(laterBy(after(0), 23 * hour))));
  expect(inReview.lifecycle).toBe('in_review');
  expect(nextAt(inReview)).toBeDefined();
  const at = laterBy(after(0), 24 * hour);
  const told = ['T-1', 'T-2'].reduce(
    (now, ticket) =>
      afterwards(now, (current) =>
        recordUpdateDelivery(
          current,
          { update: 'u1', ticket, message: `memory:${ticket}` },
          { cadence, asked: asks.desk(at) },
        ),
      ),
    afterwards(inReview, drafted(at, 'final'), (now) => approveUpdate(now, 'u1', asks.agent(at, ana))),
  );
  expect(nextAt(told)).toBeUndefined();
});
