import { expect, test } from 'vitest';
import { agendaOf } from '../../../src/domain/incident/agenda.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { changeStatus, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { recordReceipts } from '../../../src/domain/incident/updates/update-receipts.ts';
import { approveUpdate, retryUpdate, sayNothingNew } from '../../../src/domain/incident/updates/updating.ts';
import { after, ana, ben, settings } from '../../support/builders.ts';
import { afterwards, aLedIncident, asks, cadence, drafted, outcomeOf } from './an-incident.ts';

const told =
  (update: string, minutes: number, failing: readonly string[] = []) =>
  (incident: Incident) =>
    recordReceipts(
      incident,
      ['T-1', 'T-2'].map((ticket) => ({
        update,
        ticket,
        at: after(minutes),
        ...(failing.includes(ticket) ? { reason: 'archived' } : { message: `m:${ticket}` }),
      })),
      { cadence, asked: asks.desk(after(minutes + 1)) },
    );
const sent = (update: string, minutes: number) => (incident: Incident) =>
  approveUpdate(incident, update, asks.agent(after(minutes), ana));
const quiet = { fields: { status: '', next: '', blockers: '', workaround: '', expect: '', contact: '' } };

test('the next update is owed from the delivery, not from when it was written down', () => {
  const incident = afterwards(aLedIncident(), drafted(after(8)), sent('u1', 9), told('u1', 10));
  expect(incident.cadence?.dueAt).toBe(after(40));
});

test('nothing new goes out at once, but not while customers do not know of a change', () => {
  const incident = afterwards(aLedIncident(), drafted(after(8)), sent('u1', 9), told('u1', 10));
  const said = sayNothingNew(incident, quiet, asks.agent(after(35), ben));
  expect(outcomeOf(said)).toBe('update_drafted update_submitted update_approved');
  const changed = afterwards(incident, (now) =>
    changeStatus(now, { to: 'identified', text: 'The gateway' }, asks.agent(after(20))),
  );
  expect(outcomeOf(sayNothingNew(changed, quiet, asks.agent(after(35), ben)))).toBe('refused: facts_changed');
});

test('what failed before the facts changed is not said again', () => {
  const partly = afterwards(
    aLedIncident(),
    drafted(after(8)),
    sent('u1', 9),
    told('u1', 10, ['T-2']),
    (now) => changeStatus(now, { to: 'identified', text: 'The gateway' }, asks.agent(after(20))),
  );
  expect(outcomeOf(retryUpdate(partly, 'u1', asks.agent(after(21), ben)))).toBe('refused: facts_changed');
});

test('what changes while an update is on its way stays owed', () => {
  const changed = afterwards(
    aLedIncident(),
    drafted(after(8)),
    sent('u1', 9),
    (now) => changeStatus(now, { to: 'identified', text: 'The gateway' }, asks.agent(after(9))),
    told('u1', 10),
  );
  expect(changed.cadence).toMatchObject({ dueAt: after(9), because: 'change' });
  expect(agendaOf(changed, settings.incidents).some(({ key }) => key === 'prepare')).toBe(true);
});

test('the final update ends the cadence, and the desk itself lets nothing go', () => {
  const over = afterwards(
    aLedIncident(),
    (now) =>
      resolveIncident(
        now,
        { text: 'Replaced.', dataLoss: 'no', reviewOwner: ana, cadence },
        asks.agent(after(20)),
      ),
    drafted(after(21), 'final'),
  );
  expect(outcomeOf(approveUpdate(over, 'u1', asks.desk(after(60))))).toBe('refused: not_allowed');
  const ended = afterwards(over, sent('u1', 22), told('u1', 23));
  expect(ended.cadence).toBeUndefined();
  expect(
    agendaOf(ended, settings.incidents).filter(({ kind }) => /prepare|deliver|cadence/.test(kind)),
  ).toEqual([]);
});
