import { expect, test } from 'vitest';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import { sayingsOfRoom } from '../../../src/domain/incident/room/sayings-of-room.ts';
import {
  declared,
  degraded,
  led,
  made,
  room,
  sentUpdate,
  type Told,
  tickets,
  told,
  type Unstamped,
} from '../../cards/incident/a-room.ts';
import { after, ana, ben, incidentsChannel, mia, settings } from '../../support/builders.ts';

/** What is said because of these events together, after those: `card @room`. */
function saidAfter(before: Told, ...events: readonly Unstamped[]): readonly string[] {
  const happened = events.map(
    (event) => ({ by: 'desk', at: after(30), source: 'desk', ...event }) as IncidentEvent,
  );
  return sayingsOfRoom({
    before: before.incident,
    after: applyIncident(before.incident, happened),
    events: happened.map((event, index) => ({ number: before.log.length + index, event })),
    settings: settings.incidents,
  }).map(({ add, channel }) => `${add} @${channel === room ? 'room' : channel}`);
}

const lines = (said: readonly string[]) => said.filter((each) => each.startsWith('line:'));
const byAna = { by: ana, source: 'command' as const };

test('what is declared is announced at once; nothing is said in a room that is not there', () => {
  const state = told(declared());
  const said = sayingsOfRoom({
    before: undefined,
    after: state.incident,
    events: state.log.map(({ event }, number) => ({ number, event })),
    settings: settings.incidents,
  });
  expect(said.map(({ add, channel }) => [add, channel])).toEqual([['announcement', incidentsChannel]]);
});

test('when the room is there, the card comes before the welcome', () => {
  const state = told(declared());
  const said = sayingsOfRoom({
    before: state.incident,
    after: told(declared(), made).incident,
    events: told(declared(), made)
      .log.slice(1)
      .map(({ event }) => ({ number: 1, event })),
    settings: settings.incidents,
  });
  const order = said
    .filter(({ channel }) => channel === room)
    .toSorted((one, other) => one.priority - other.priority);
  expect(order.map(({ add }) => add)).toEqual(['card', 'line:1']);
});

test('a restricted incident and a drill are never announced, whatever happens to them', () => {
  for (const given of [{ visibility: 'restricted' }, { mode: 'drill' }] as const) {
    const state = told(declared(given));
    for (const event of [
      made,
      { type: 'resolved', text: 'x', dataLoss: 'no', reviewOwner: mia } as Unstamped,
    ]) {
      expect(saidAfter(state, event).filter((each) => each.startsWith('announcement'))).toEqual([]);
    }
  }
});

test('nothing about a restricted incident is said in a thread', () => {
  expect(saidAfter(told(declared({ visibility: 'restricted' })), degraded)).toEqual([]);
});

test('the card is not drawn again for what it does not show', () => {
  const state = told(...led);
  expect(
    saidAfter(state, { type: 'message_stands', key: 'card', channel: room, message: 'slack:C9ROOM:1' }),
  ).toEqual([]);
  expect(saidAfter(state, { type: 'tickets_marked', tickets: ['T-1'] })).toEqual([]);
  expect(saidAfter(state, { type: 'noted', text: 'a note', ...byAna })).toEqual([]);
  expect(saidAfter(state, { type: 'joined', person: ben })).toEqual([]);
  expect(
    saidAfter(state, { type: 'internal_update', conditions: '', actions: '', needs: '', ...byAna }),
  ).toEqual(['card @room']);
});

test('while an update goes to forty customers the card waits for the last one, and one line tells it', () => {
  const events = [declared({ tickets: tickets(40) }), made, ...sentUpdate(40, { failed: 2 })];
  const said = events
    .slice(5)
    .flatMap((event, index) => saidAfter(told(...events.slice(0, index + 5)), event));
  expect(lines(said)).toHaveLength(1);
  // The first failure, the second, which is also the end.
  expect(said.filter((each) => each.startsWith('card'))).toHaveLength(2);
});

test('deliveries that are written down together have one line too', () => {
  const events = [declared({ tickets: tickets(40) }), made, ...sentUpdate(40)];
  expect(lines(saidAfter(told(...events.slice(0, 5)), ...events.slice(5)))).toHaveLength(1);
});

test('many tickets attached within a minute have one line; later ones another', () => {
  const attach = (number: number, minutes: number): Unstamped => ({
    type: 'ticket_attached',
    ticket: { ticket: `T-${number}` },
    at: after(minutes),
    ...byAna,
  });
  const together = [attach(11, 5), attach(12, 5), attach(13, 5)];
  expect(lines(saidAfter(told(...led), ...together))).toEqual(['line:4 @room']);
  expect(lines(saidAfter(told(...led, attach(11, 5)), attach(12, 5.5)))).toEqual([]);
  expect(lines(saidAfter(told(...led, attach(11, 5)), attach(12, 7)))).toEqual(['line:5 @room']);
});

test.each<readonly [string, Unstamped]>([
  ['what customers are told', { type: 'status_changed', to: 'identified', text: 'x', ...byAna }],
  ['how grave it is', { type: 'severity_changed', was: 'P1', to: 'P2', reason: 'x', ...byAna }],
  ['the impact', { type: 'impact_stated', what: 'x', ...byAna }],
  ['a hand-over', { type: 'role_offered', role: 'commander', person: mia, until: after(40), ...byAna }],
  ['somebody who leaves their role', { type: 'role_left', role: 'commander', person: ana, why: 'x' }],
  ['who could not be let in', { type: 'people_missing', people: [{ person: mia, reason: 'x' }] }],
  ['another name of the room', { type: 'room_renamed', name: 'other' }],
  ['a step that was refused', { type: 'room_step_refused', step: 'pin', code: 'x', reason: 'x' }],
  ['a task', { type: 'task_added', task: 't1', text: 'x', ...byAna }],
  ['a merge', { type: 'merged', into: 'INC-9', ...byAna }],
  ['the end', { type: 'resolved', text: 'x', dataLoss: 'no', reviewOwner: mia, ...byAna }],
  ['a false alarm', { type: 'cancelled', reason: 'x', ...byAna }],
])('the room is told of %s with one line', (_what, event) => {
  expect(lines(saidAfter(told(...led), event))).toEqual(['line:4 @room']);
});

test.each<readonly [string, Unstamped]>([
  ['a note', { type: 'noted', text: 'x', ...byAna }],
  ['a draft', sentUpdate(1)[0] as Unstamped],
  ['when the next update is due', { type: 'cadence_set', dueAt: after(60), because: 'cadence' }],
  ['a reminder', { type: 'reminded', rung: 'due', dueAt: after(15), missed: 0 }],
  ['somebody whom the desk asks', { type: 'role_offered', role: 'deputy', person: mia, until: after(40) }],
  ['somebody who comes', { type: 'joined', person: mia }],
  ['the same name of the room', { type: 'room_renamed', name: 'inc-7-acme-checkout-error-502' }],
])('the room is not told of %s: it edits the card or nothing', (_what, event) => {
  expect(lines(saidAfter(told(...led), event))).toEqual([]);
});

test('several steps that are refused within a minute have one line; the card has them all', () => {
  const refused = (step: 'pin' | 'bookmark' | 'canvas'): Unstamped => ({
    type: 'room_step_refused',
    step,
    code: 'restricted_action',
    reason: 'x',
  });
  expect(lines(saidAfter(told(...led), refused('pin'), refused('bookmark'), refused('canvas')))).toHaveLength(
    1,
  );
});

test('where there can be no page the log is a message, drawn again with what people read in it', () => {
  const refused: Unstamped = { type: 'room_step_refused', step: 'canvas', code: 'x', reason: 'x' };
  expect(saidAfter(told(...led), refused)).toContain('log @room');
  const without = told(...led, refused);
  expect(saidAfter(without, { type: 'noted', text: 'x', ...byAna })).toEqual(['log @room']);
  expect(saidAfter(without, { type: 'tickets_marked', tickets: [] })).toEqual([]);
  expect(saidAfter(told(...led), { type: 'noted', text: 'x', ...byAna })).toEqual([]);
});

test('a room that is lost says nothing; back, or somewhere else, it has its card and one line', () => {
  const lost = told(...led, { type: 'room_lost', reason: 'It was archived.' });
  const impact: Unstamped = { type: 'impact_stated', what: 'x', ...byAna };
  expect(saidAfter(lost, impact)).toEqual([]);
  expect(saidAfter(lost, { type: 'room_back' })).toEqual([
    'announcement @slack:C4INCIDENTS',
    'card @room',
    'line:5 @room',
  ]);
});

test('the announcement follows status, severity, commander and end, and nothing else', () => {
  const state = told(...led);
  const isAnnounced = (event: Unstamped) =>
    saidAfter(state, event).includes(`announcement @${incidentsChannel}`);
  expect(isAnnounced({ type: 'status_changed', to: 'monitoring', text: 'x', ...byAna })).toBe(true);
  expect(isAnnounced({ type: 'severity_changed', was: 'P1', to: 'P2', reason: 'x', ...byAna })).toBe(true);
  expect(isAnnounced({ type: 'role_left', role: 'commander', person: ana, why: 'x' })).toBe(true);
  expect(isAnnounced({ type: 'resolved', text: 'x', dataLoss: 'no', reviewOwner: mia, ...byAna })).toBe(true);
  expect(isAnnounced({ type: 'impact_stated', what: 'x', ...byAna })).toBe(false);
  expect(isAnnounced({ type: 'role_left', role: 'liaison', person: ben, why: 'x' })).toBe(false);
});

test('that a customer says it is still broken has a line; what people note themselves has none', () => {
  const before = told(...led, made);
  const text = 'The requester of T-1 says that it is still broken.';
  expect(lines(saidAfter(before, { type: 'noted', text }))).toHaveLength(1);
  expect(lines(saidAfter(before, { type: 'noted', text, ...byAna }))).toEqual([]);
});
