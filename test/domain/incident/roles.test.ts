import { expect, test } from 'vitest';
import { holderOf } from '../../../src/domain/incident/incident.ts';
import { reopenIncident, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import {
  acceptRole,
  actAsCommander,
  declineRole,
  handOver,
  leaveRole,
  noteSilence,
  offerRole,
  takeRole,
} from '../../../src/domain/incident/roles/roles.ts';
import { after, ana, ben, mia } from '../../support/builders.ts';
import { afterwards, aLedIncident, anIncident, asks, cadence, leads, outcomeOf } from './an-incident.ts';

const candidates = [ana, ben, mia];
const offered = (at = after(1)) =>
  afterwards(anIncident(), (now) => offerRole(now, { role: 'commander', candidates }, asks.desk(at)));

test('the first candidate is asked, and the next one when they are silent or say no', () => {
  expect(offered().roles.commander).toMatchObject({ state: 'offered', person: ana, until: after(4) });
  expect(outcomeOf(noteSilence(offered(), 'commander', asks.desk(after(3))))).toBe('nothing');
  const silent = afterwards(
    offered(),
    (now) => noteSilence(now, 'commander', asks.desk(after(4))),
    (now) => offerRole(now, { role: 'commander', candidates }, asks.desk(after(4))),
  );
  expect(silent.roles.commander).toMatchObject({ state: 'offered', person: ben });
  const declined = afterwards(
    silent,
    (now) => declineRole(now, 'commander', asks.agent(after(5), ben)),
    (now) => offerRole(now, { role: 'commander', candidates }, asks.desk(after(5))),
  );
  expect(declined.roles.commander).toMatchObject({ state: 'offered', person: mia });
});

test('when everybody was asked it is said once, and whoever declared it acts until somebody accepts', () => {
  const nobody = afterwards(
    offered(),
    (now) => declineRole(now, 'commander', asks.agent(after(2))),
    (now) => offerRole(now, { role: 'commander', candidates: [ana] }, asks.desk(after(2))),
  );
  expect(nobody.roles.commander.state).toBe('exhausted');
  expect(outcomeOf(offerRole(nobody, { role: 'commander', candidates: [ana] }, asks.desk(after(3))))).toBe(
    'nothing',
  );
  const acting = afterwards(nobody, (now) => actAsCommander(now, ana, asks.desk(after(10))));
  expect([holderOf(acting, 'commander'), acting.lifecycle]).toEqual([ana, 'active']);
  const accepted = afterwards(acting, (now) => acceptRole(now, 'commander', asks.agent(after(12), ben)));
  expect(accepted.roles.commander).toMatchObject({ state: 'accepted', person: ben });
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

test('who acts is replaced by whoever accepts, and stays when those who are asked do not', () => {
  const acting = afterwards(offered(), (now) => actAsCommander(now, ben, asks.desk(after(10))));
  expect(acting.roles.commander).toMatchObject({ state: 'offered', person: ana, held: ben, acting: true });
  const declined = afterwards(acting, (now) => declineRole(now, 'commander', asks.agent(after(11))));
  expect([declined.roles.commander.state, holderOf(declined, 'commander')]).toEqual(['open', ben]);
  const accepted = afterwards(acting, (now) => acceptRole(now, 'commander', asks.agent(after(11))));
  expect(accepted.roles.commander).toEqual({ state: 'accepted', person: ana, at: after(11), passed: [] });
});

test('who has a part takes a second one only when they say so, and it is written down', () => {
  const led = aLedIncident();
  const wants = (confirmed: readonly ['commander'] | readonly []) =>
    takeRole(led, { role: 'scribe', confirmed }, asks.agent(after(5)));
  expect(outcomeOf(wants([]))).toBe('refused: other_part');
  expect(wants(['commander'])).toMatchObject({
    events: [{ type: 'role_accepted', role: 'scribe', besides: ['commander'] }],
  });
});

test('a deputy who leads is no longer deputy', () => {
  const led = leads('deputy', mia)(aLedIncident());
  const left = afterwards(led, (now) =>
    leaveRole(now, { role: 'commander', why: 'left the room' }, asks.desk(after(40))),
  );
  const taken = takeRole(left, { role: 'commander', confirmed: [] }, asks.manager(after(41)));
  expect(outcomeOf(taken)).toBe('role_accepted role_left');
});

test('when whom they asked is silent the holder stays, and anybody of the team may relieve them', () => {
  const asked = afterwards(aLedIncident(), (now) =>
    handOver(now, { role: 'commander', to: mia, note: ' database next ' }, asks.agent(after(30))),
  );
  expect(outcomeOf(acceptRole(asked, 'commander', asks.agent(after(31), ben)))).toBe(
    'refused: somebody_has_it',
  );
  const silent = afterwards(asked, (now) => noteSilence(now, 'commander', asks.desk(after(33))));
  expect(silent.roles.commander).toMatchObject({ state: 'accepted', person: ana, at: after(1) });
  const relieved = afterwards(silent, (now) => acceptRole(now, 'commander', asks.agent(after(34), ben)));
  expect(holderOf(relieved, 'commander')).toBe(ben);
});

test('nobody takes a part from whoever has it, and no requester has one', () => {
  expect(outcomeOf(acceptRole(aLedIncident(), 'commander', asks.manager()))).toBe('refused: somebody_has_it');
  expect(outcomeOf(acceptRole(anIncident(), 'commander', asks.requester()))).toBe('refused: not_allowed');
  expect(outcomeOf(handOver(anIncident(), { role: 'commander', to: ana }, asks.requester()))).toBe(
    'refused: not_allowed',
  );
});

test('an incident that is back is led by who led it until they, or others, accept it anew', () => {
  const back = afterwards(
    aLedIncident(),
    (now) =>
      resolveIncident(
        now,
        { text: 'Fixed.', dataLoss: 'no', reviewOwner: ana, cadence },
        asks.agent(after(60)),
      ),
    (now) => reopenIncident(now, { reason: 'It is back.', cadence }, asks.agent(after(90), ben)),
  );
  expect(back.roles.commander).toMatchObject({ state: 'open', held: ana, acting: true });
  expect(holderOf(back, 'commander')).toBe(ana);
});
