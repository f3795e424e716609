import { expect, test } from 'vitest';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import { tellTeam } from '../../../src/domain/incident/cadence/internal-update.ts';
import {
  approvalNudge,
  internalNudge,
  type NudgeRule,
  staleNudge,
} from '../../../src/domain/incident/cadence/nudging.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { after, ana, ben, mia } from '../../support/builders.ts';
import { afterwards, aLedIncident, anIncident, asks, drafted, leads } from './an-incident.ts';
import { settings } from './watching-cadence.ts';

const due = (rule: NudgeRule, incident: Incident) => {
  const nudge = rule(incident, settings);
  return nudge && [nudge.about, nudge.to, (Date.parse(nudge.at) - Date.parse(after(0))) / 60_000];
};
const nudged = (rule: NudgeRule) => (incident: Incident) => {
  const { about, to, at } = rule(incident, settings)!;
  return applyIncident(incident, [{ type: 'nudged', about, to: [...to], ...stampOf(asks.desk(at)) }]);
};

test('the commander is asked once a period to tell the team where things stand', () => {
  const led = aLedIncident();
  expect(due(internalNudge, led)).toEqual(['internal', [ana], 31]);
  expect(due(internalNudge, nudged(internalNudge)(led))).toEqual(['internal', [ana], 61]);
  const told = afterwards(led, (now) =>
    tellTeam(now, { conditions: 'Half of it fails', actions: '', needs: '' }, asks.agent(after(20), ben)),
  );
  expect(due(internalNudge, told)).toEqual(['internal', [ana], 50]);
  expect(due(internalNudge, anIncident())).toBeUndefined();
});

test('after four hours in which nobody did anything the commander is asked whether it is still live, and again', () => {
  const led = aLedIncident();
  expect(due(staleNudge, led)).toEqual(['stale', [ana], 241]);
  // What the desk does by itself is no sign of life.
  expect(due(staleNudge, nudged(internalNudge)(led))).toEqual(['stale', [ana], 241]);
  expect(due(staleNudge, nudged(staleNudge)(led))).toEqual(['stale', [ana], 481]);
  expect(due(staleNudge, anIncident())).toEqual(['stale', [mia], 240]);
});

test('a draft that waits while an update is due calls the commander after two minutes and others after five', () => {
  const waits = afterwards(leads('deputy', 'slack:U7ZOE')(aLedIncident()), drafted(after(14)));
  expect(due(approvalNudge, waits)).toEqual(['approval:u1', [ana], 16]);
  const called = nudged(approvalNudge)(waits);
  expect(due(approvalNudge, called)).toEqual(['approval_open:u1', ['slack:U7ZOE', mia], 19]);
  expect(due(approvalNudge, nudged(approvalNudge)(called))).toBeUndefined();
});

test('before an update is due a draft may wait, and what is worded beforehand waits for nobody', () => {
  expect(due(approvalNudge, afterwards(aLedIncident(), drafted(after(5))))).toEqual([
    'approval:u1',
    [ana],
    15,
  ]);
  expect(due(approvalNudge, afterwards(aLedIncident(), drafted(after(5), 'nothing_new')))).toBeUndefined();
});

test('where nobody leads, those who manage are called at once when they may approve', () => {
  const waits = afterwards(leads('liaison', ben)(anIncident()), drafted(after(14)));
  expect(due(approvalNudge, waits)).toEqual(['approval_open:u1', [mia], 19]);
});
