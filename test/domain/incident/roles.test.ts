import { expect, test } from 'vitest';
import { holderOf } from '../../../src/domain/incident/incident.ts';
import {
  acceptRole,
  actAsCommander,
  declineRole,
  handOver,
  leaveRole,
  noteSilence,
  offerRole,
} from '../../../src/domain/incident/roles.ts';
import { after, ana, ben, mia } from '../../support/builders.ts';
import { afterwards, aLedIncident, anIncident, asks, outcomeOf } from './an-incident.ts';

const candidates = [ana, ben, mia];
const offered = (at = after(1)) =>
  afterwards(anIncident(), (now) => offerRole(now, 'commander', candidates, asks.desk(at)));

test('the first candidate is asked, and the next one when they are silent or say no', () => {
  expect(offered().roles.commander).toMatchObject({ state: 'offered', person: ana, until: after(4) });
  expect(outcomeOf(noteSilence(offered(), 'commander', asks.desk(after(3))))).toBe('nothing');
  const silent = afterwards(
    offered(),
    (now) => noteSilence(now, 'commander', asks.desk(after(4))),
    (now) => offerRole(now, 'commander', candidates, asks.desk(after(4))),
  );
  expect(silent.roles.commander).toMatchObject({ state: 'offered', person: ben });
  const declined = afterwards(
    silent,
    (now) => declineRole(now, 'commander', asks.agent(after(5), ben)),
    (now) => offerRole(now, 'commander', candidates, asks.desk(after(5))),
  );
  expect(declined.roles.commander).toMatchObject({ state: 'offered', person: mia });
});

test('when everybody was asked it is said once, and whoever declared it acts until somebody accepts', () => {
  const nobody = afterwards(
    offered(),
    (now) => declineRole(now, 'commander', asks.agent(after(2))),
    (now) => offerRole(now, 'commander', [ana], asks.desk(after(2))),
  );
  expect(nobody.roles.commander.state).toBe('exhausted');
  expect(outcomeOf(offerRole(nobody, 'commander', [ana], asks.desk(after(3))))).toBe('nothing');
  const acting = afterwards(nobody, (now) => actAsCommander(now, ana, asks.desk(after(10))));
  expect([holderOf(acting, 'commander'), acting.lifecycle]).toEqual([ana, 'active']);
  const accepted = afterwards(acting, (now) => acceptRole(now, 'commander', asks.agent(after(12), ben)));
  expect(accepted.roles.commander).toMatchObject({ state: 'accepted', person: ben });
});

test('who has a role is not asked for another while somebody else is free', () => {
  const led = afterwards(offered(), (now) => acceptRole(now, 'commander', asks.agent(after(2))));
  const next = afterwards(led, (now) => offerRole(now, 'liaison', candidates, asks.desk(after(2))));
  expect(next.roles.liaison.person).toBe(ben);
  const alone = afterwards(led, (now) => offerRole(now, 'liaison', [ana], asks.desk(after(2))));
  expect(alone.roles.liaison).toMatchObject({ state: 'offered', person: ana });
});

test('two who accept in the same moment: one leads, the other is told', () => {
  const led = afterwards(offered(), (now) => acceptRole(now, 'commander', asks.agent(after(2))));
  expect(outcomeOf(acceptRole(led, 'commander', asks.agent(after(2), ben)))).toBe('refused: somebody_has_it');
});

test('whoever hands over keeps the duty until the other one accepts', () => {
  const asked = afterwards(aLedIncident(), (now) =>
    handOver(now, { role: 'commander', to: mia }, asks.agent(after(30))),
  );
  expect([asked.roles.commander.state, holderOf(asked, 'commander')]).toEqual(['offered', ana]);
  const declined = afterwards(asked, (now) => declineRole(now, 'commander', asks.agent(after(31), mia)));
  expect([declined.roles.commander.state, holderOf(declined, 'commander')]).toEqual(['accepted', ana]);
  const taken = afterwards(asked, (now) => acceptRole(now, 'commander', asks.agent(after(31), mia)));
  expect(holderOf(taken, 'commander')).toBe(mia);
  expect(
    outcomeOf(handOver(aLedIncident(), { role: 'commander', to: ben }, asks.agent(after(30), ben))),
  ).toBe('refused: not_allowed');
});

test('who leaves leaves the role open', () => {
  const left = afterwards(aLedIncident(), (now) =>
    leaveRole(now, { role: 'commander', why: 'left the room' }, asks.desk(after(40))),
  );
  expect([left.roles.commander.state, holderOf(left, 'commander')]).toEqual(['open', undefined]);
});
