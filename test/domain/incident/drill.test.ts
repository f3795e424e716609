import { expect, test } from 'vitest';
import { agendaOf } from '../../../src/domain/incident/agenda.ts';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import {
  drillScripts,
  drillTickets,
  faultUntil,
  silentUntil,
} from '../../../src/domain/incident/drill/drill.ts';
import { scoreOf } from '../../../src/domain/incident/drill/score.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { sealed } from '../../../src/domain/incident/log/log.ts';
import { minute } from '../../../src/domain/time.ts';
import { after, settings, ten } from '../../support/builders.ts';
import { afterwards, anIncident, asks, leads } from './an-incident.ts';

const aDrill = (script: keyof typeof drillScripts): Incident =>
  anIncident({ mode: 'drill', from: 'drill', tickets: drillTickets, drill: drillScripts[script] });

test('a fault of the script lasts from its moment until its end and no longer', () => {
  const drill = aDrill('chat');
  expect(faultUntil(drill, 'chat_fails', after(1))).toBeUndefined();
  expect(faultUntil(drill, 'chat_fails', after(2))).toBe(after(7));
  expect(faultUntil(drill, 'chat_fails', after(6))).toBe(after(7));
  expect(faultUntil(drill, 'chat_fails', after(7))).toBeUndefined();
});

test('while chat fails or the desk plays dead nothing is said, in drills alone', () => {
  expect(silentUntil(aDrill('chat'), after(3))).toBe(after(7));
  expect(silentUntil(aDrill('away'), after(6))).toBe(after(15));
  expect(silentUntil(anIncident(), after(6))).toBeUndefined();
});

test('the steps of the script are due one after the other, and each end after its beginning', () => {
  const drill = aDrill('away');
  const dueOf = (incident: Incident) =>
    agendaOf(incident, settings.incidents).filter(({ kind }) => kind === 'incident_drill');
  expect(dueOf(drill)).toEqual([{ key: 'drill:begin', kind: 'incident_drill', dueAt: after(5) }]);
  const begun = applyIncident(drill, [
    { type: 'drill_step_begun', step: 0, fault: 'desk_away', ...stampOf(asks.desk(after(5))) },
  ]);
  expect(dueOf(begun)).toEqual([{ key: 'drill:end', kind: 'incident_drill', dueAt: after(15) }]);
  const over = applyIncident(begun, [
    { type: 'drill_step_ended', step: 0, fault: 'desk_away', ...stampOf(asks.desk(after(15))) },
  ]);
  expect(dueOf(over)).toEqual([]);
});

test('while the desk plays dead everything else of the drill waits for its return', () => {
  const begun = applyIncident(aDrill('away'), [
    { type: 'drill_step_begun', step: 0, fault: 'desk_away', ...stampOf(asks.desk(after(5))) },
  ]);
  const others = agendaOf(begun, settings.incidents).filter(({ kind }) => kind !== 'incident_drill');
  expect(others.length).toBeGreaterThan(0);
  expect(others.every(({ dueAt }) => dueAt >= after(15))).toBe(true);
});

test('the scorecard tells what was reached in which time and what never was', () => {
  const drill = aDrill('liaison');
  const declared = {
    type: 'declared' as const,
    id: drill.id,
    mode: drill.mode,
    visibility: drill.visibility,
    title: drill.title,
    severity: drill.severity,
    from: 'drill' as const,
    roomName: drill.room.name,
    tickets: drillTickets,
    firstUpdateDueAt: after(15),
    ...stampOf(asks.agent(ten)),
  };
  const events = [
    declared,
    {
      type: 'role_offered' as const,
      role: 'commander' as const,
      person: 'slack:U3ANA',
      until: after(5),
      ...stampOf(asks.desk(after(1))),
    },
    {
      type: 'role_accepted' as const,
      role: 'commander' as const,
      person: 'slack:U3ANA',
      ...stampOf(asks.agent(after(2))),
    },
  ];
  const log = sealed(events, { seal: '', recordedAt: ten });
  const led = afterwards(leads('commander', 'slack:U3ANA', after(2))(drill));
  const scored = scoreOf({ ...led, drill: { script: [...drillScripts.liaison], begun: 1, ended: 0 } }, log);
  expect(scored.find(({ goal }) => goal === 'liaison')).toMatchObject({ reached: false });
  expect(scored.find(({ goal }) => goal === 'silent_liaison')).toMatchObject({
    reached: false,
    withinMs: 15 * minute,
  });
  expect(scored.find(({ goal }) => goal === 'ended_well')).toMatchObject({ reached: false });
  expect(scored.some(({ goal }) => goal === 'chat_failed')).toBe(false);
});
