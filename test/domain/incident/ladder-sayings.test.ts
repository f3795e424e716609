import { expect, test } from 'vitest';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { noteAbsence } from '../../../src/domain/incident/cadence/absence.ts';
import { sayingsOfCadence } from '../../../src/domain/incident/cadence/sayings-of-cadence.ts';
import { snoozeUpdate } from '../../../src/domain/incident/cadence/snoozing.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { changeStatus } from '../../../src/domain/incident/lifecycle.ts';
import { after, ana, ben, incidentsChannel, mia } from '../../support/builders.ts';
import { afterwards, aLedIncident, anIncident, asks, leads } from './an-incident.ts';
import { passing, remindersAt, settings } from './watching-cadence.ts';

const room = 'slack:C9ROOM';
const zoe = 'slack:U7ZOE';

const withRoom = (incident: Incident, at = after(1)): Incident =>
  applyIncident(incident, [
    { type: 'room_step_done', step: 'create', channel: room, name: 'inc-7', ...stampOf(asks.desk(at)) },
  ]);
const stands = (key: string) => (incident: Incident) =>
  applyIncident(incident, [
    { type: 'message_stands', key, channel: room, message: `${room}:1`, ...stampOf(asks.desk(after(15))) },
  ]);

/** `due:0 in the room`: what is said because of these events. */
function said(before: Incident, events: readonly IncidentEvent[]): readonly string[] {
  const numbered = events.map((event, number) => ({ number, event }));
  const after_ = applyIncident(before, events);
  const names: Readonly<Record<string, string>> = {
    [room]: 'room',
    [incidentsChannel]: 'announcements',
    [ana]: 'Ana',
    [ben]: 'Ben',
    [mia]: 'Mia',
    [zoe]: 'Zoe',
  };
  return sayingsOfCadence({ before, after: after_, events: numbered, settings }).map(
    ({ add, channel }) => `${add.split(':').slice(0, 3).join(':')} → ${names[channel] ?? channel}`,
  );
}
const climbed = (minutes: number, incident = withRoom(aLedIncident())) => {
  const before = passing(incident, { until: after(minutes - 0.1) }).incident;
  return said(
    before.cadence?.rungs.length ? stands('due:0')(before) : before,
    remindersAt(before, after(minutes)),
  );
};

test('each step is said where it belongs: three lines in the room, the rest to those whom it concerns', () => {
  expect(climbed(15)).toEqual(['due:0 → room']);
  expect(climbed(20)).toEqual(['due:0 → room', 'call:0:late → room']);
  const backed = withRoom(leads('backup_liaison', zoe)(aLedIncident()));
  const offered = ['due:0 → room', 'call:0:takeover → room'];
  expect(climbed(25, backed)).toEqual([...offered, 'call:0:takeover → Zoe']);
  // With nobody to ask by name, the line asks everybody.
  expect(climbed(25)).toEqual(offered);
  expect(climbed(35)).toEqual(['due:0 → room', 'call:0:missed → Mia', 'call:0:missed → announcements']);
  expect(climbed(50)).toEqual(['due:0 → room', 'call:0:still-1 → Mia', 'call:0:still-1 → Ben']);
});

test('of a restricted incident and of a drill nothing is announced', () => {
  for (const given of [{ visibility: 'restricted' }, { mode: 'drill' }] as const) {
    const incident = withRoom(leads('liaison', ben)(leads('commander', ana)(anIncident(given))));
    expect(climbed(35, incident)).toEqual(['due:0 → room', 'call:0:missed → Mia']);
  }
});

test('while there is no room, people are called in their own conversations', () => {
  expect(climbed(15, aLedIncident())).toEqual(['call:0:due → Ben']);
  expect(climbed(15, anIncident())).toEqual(['call:0:due → Mia']);
});

test('a room that is there later is told of what is owed', () => {
  const late = passing(aLedIncident(), { until: after(21) }).incident;
  const made: IncidentEvent = {
    type: 'room_step_done',
    step: 'create',
    channel: room,
    name: 'inc-7',
    ...stampOf(asks.desk(after(22))),
  };
  expect(said(late, [made])).toEqual(['due:0 → room']);
  expect(said(aLedIncident(), [made])).toEqual([]);
});

test('what ends a due time puts its message right, also one that was on its way', () => {
  const due = passing(withRoom(aLedIncident()), { until: after(16) }).incident;
  const status = changeStatus(due, { to: 'identified', text: 'Bad release' }, asks.agent(after(17), ana));
  const events = 'events' in status ? status.events : [];
  expect(said(stands('due:0')(due), events)).toEqual(['due:0 → room']);
  expect(said(due, events)).toEqual([]);
  const later = afterwards(due, (now) =>
    snoozeUpdate(now, { minutes: 5, reason: 'a call' }, asks.agent(after(17), ben)),
  );
  expect(
    said(later, [
      {
        type: 'message_stands',
        key: 'due:0',
        channel: room,
        message: `${room}:2`,
        ...stampOf(asks.desk(after(17))),
      },
    ]),
  ).toEqual(['due:0 → room']);
});

const gap = { from: after(5), to: after(190) };
const back = (incident: Incident, at = after(191)) => noteAbsence(incident, { gap, settings }, asks.desk(at));

test('after an absence one thing is said in the room, however many updates were due', () => {
  const decision = back(withRoom(aLedIncident()));
  const events = 'events' in decision ? decision.events : [];
  expect(events.map(({ type }) => type)).toEqual(['desk_was_away', 'reminded']);
  expect(said(withRoom(aLedIncident()), events).filter((each) => each.endsWith('room'))).toEqual([
    'due:0 → room',
  ]);
  const told = applyIncident(withRoom(aLedIncident()), events);
  expect(back(told, after(192))).toEqual({ events: [] });
  expect(remindersAt(told, after(195.9))).toEqual([]);
});

test('where the message about the update stood before, it is changed and one line tells of the absence', () => {
  const due = stands('due:0')(passing(withRoom(aLedIncident()), { until: after(16) }).incident);
  const decision = back(due);
  const lines = said(due, 'events' in decision ? decision.events : []);
  expect(lines.filter((each) => each.endsWith('room'))).toEqual([
    expect.stringMatching(/^away:/),
    'due:0 → room',
  ]);
});

test('with nothing overdue one line says so', () => {
  const short = { from: after(2), to: after(8) };
  const incident = withRoom(aLedIncident());
  const decision = noteAbsence(incident, { gap: short, settings }, asks.desk(after(8)));
  expect(said(incident, 'events' in decision ? decision.events : [])).toEqual([
    expect.stringMatching(/^away:.* → room$/),
  ]);
});

test('one that was declared after it, or is over, hears nothing of an absence', () => {
  const later = { from: after(-60), to: after(-1) };
  expect(noteAbsence(aLedIncident(), { gap: later, settings }, asks.desk(after(0)))).toEqual({ events: [] });
  const over: Incident = { ...aLedIncident(), lifecycle: 'cancelled' };
  expect(back(over)).toEqual({ events: [] });
});
