import { expect, test } from 'vitest';
import { approveUpdate, draftUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { askedBy } from '../../../src/workflows/change-ticket.ts';
import { changeIncident, loadIncident } from '../../../src/workflows/incident/change-incident.ts';
import { mergeIncidents } from '../../../src/workflows/incident/tickets/merge-incidents.ts';
import { openWarRoom } from '../../../src/workflows/incident/tickets/open-war-room.ts';
import { mergeTickets } from '../../../src/workflows/merge-tickets.ts';
import { ana, aTriage, dana, eve, mia } from '../../support/builders.ts';
import { aWorld, decide, openDesk, type TestDesk } from '../desk.ts';

const wanted = { from: 'button', severity: 'P1', visibility: 'open', tickets: [] } as const;

/** INC-1 for Dana's ticket, and ten minutes later INC-2 for Eve's. */
async function twoIncidents(at: TestDesk, restricted?: 'restricted') {
  at.start();
  for (const author of [dana, eve]) await anIncidentFor(at, author, restricted);
}

async function anIncidentFor(at: TestDesk, author: string, restricted?: 'restricted') {
  const ticket = await at.write(`Checkout is down, says ${author}`, { author });
  await decide(
    at,
    (known, asked) =>
      triageTicket(known, { ...aTriage({ severity: 'P1' }), at: asked.at }, { ...asked, role: 'desk' }),
    { id: ticket },
  );
  const visibility = author === dana ? (restricted ?? 'open') : 'open';
  await openWarRoom(at.desk, { ...wanted, visibility, ticket }, askedBy(at.desk, ana, at.clock.now()));
  await at.pass(60_000);
}

const asks = (at: TestDesk, by = mia) => ({
  by,
  role: by === mia ? ('manager' as const) : ('agent' as const),
  at: at.clock.now(),
  source: 'command' as const,
});

const into = { incident: 'INC-1', into: 'INC-2' };

test('two incidents become one: tickets and marks go over, and the earlier due time holds', async () => {
  const at = await openDesk();
  await twoIncidents(at);
  const before = await loadIncident(at.desk, 'INC-1');
  await mergeIncidents(at.desk, into, asks(at));
  await at.pass();
  const [source, target] = [await loadIncident(at.desk, 'INC-1'), await loadIncident(at.desk, 'INC-2')];
  expect(source).toMatchObject({ lifecycle: 'merged', merged: { into: 'INC-2', done: true } });
  expect(source?.cadence).toBeUndefined();
  expect(target?.tickets.map(({ ticket }) => ticket)).toEqual(['T-2', 'T-1']);
  expect(target?.cadence?.dueAt).toBe(before?.cadence?.dueAt);
  for (const id of ['T-1', 'T-2'])
    expect((await at.ticket(id)).incident).toMatchObject({ incident: 'INC-2', joined: true });
  expect(await at.desk.store.incidents({ ticket: 'T-1', lifecycle: ['declared', 'active'] })).toHaveLength(1);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
  'a merge that is cut off before commit %i is finished after a restart',
  async (left) => {
    const world = await aWorld();
    const first = await openDesk({ world });
    await twoIncidents(first);
    await mergeIncidents(first.desk, into, asks(first));
    let commits = left;
    const { store } = first.desk;
    const commit = store.commit.bind(store);
    store.commit = async (change) => {
      if (commits === 0) throw new Error('the process ends here');
      commits -= 1;
      return commit(change);
    };
    await first.pass();
    await first.end();
    const second = await openDesk({ world });
    second.start();
    await second.pass(120_000);
    const target = await loadIncident(second.desk, 'INC-2');
    expect(target?.tickets.map(({ ticket }) => ticket).toSorted()).toEqual(['T-1', 'T-2']);
    expect(target?.absorbed).toHaveLength(1);
    expect((await loadIncident(second.desk, 'INC-1'))?.merged?.done).toBe(true);
    for (const id of ['T-1', 'T-2']) expect((await second.ticket(id)).incident?.incident).toBe('INC-2');
  },
);

test('who may not lead both cannot merge them, and a restricted one never becomes open', async () => {
  const at = await openDesk();
  await twoIncidents(at, 'restricted');
  expect(await mergeIncidents(at.desk, into, asks(at, ana))).toMatchObject({
    refusal: { refused: 'not_allowed' },
  });
  expect(await mergeIncidents(at.desk, into, asks(at))).toMatchObject({
    refusal: { refused: 'wider_audience' },
  });
  expect(await mergeIncidents(at.desk, { ...into, into: 'INC-9' }, asks(at))).toEqual({
    outcome: 'unknown_incident',
  });
});

test('a chain of merges ends where the last one went', async () => {
  const at = await openDesk();
  await twoIncidents(at);
  const ned = 'slack:U9NED';
  at.chat.people.set(ned, { id: ned, name: 'Ned', isApp: false, isGuest: false });
  await anIncidentFor(at, ned);
  await mergeIncidents(at.desk, into, asks(at));
  // The second half of the first merge has not run when its target goes on.
  await mergeIncidents(at.desk, { incident: 'INC-2', into: 'INC-3' }, asks(at));
  await at.pass();
  const last = await loadIncident(at.desk, 'INC-3');
  expect(last?.tickets.map(({ ticket }) => ticket).toSorted()).toEqual(['T-1', 'T-2', 'T-3']);
  for (const id of ['T-1', 'T-2', 'T-3'])
    expect((await at.ticket(id)).incident).toMatchObject({ incident: 'INC-3', joined: true });
});

test('tickets of one incident that are merged are counted once', async () => {
  const at = await openDesk();
  at.start();
  const ticket = await at.write('Checkout is down');
  await at.pass(120_000);
  const other = await at.write('Checkout is still down for all our shops');
  expect(other).not.toBe(ticket);
  const asked = askedBy(at.desk, ana, at.clock.now());
  await openWarRoom(at.desk, { ...wanted, ticket, tickets: [other] }, asked);
  await at.pass();
  expect(await mergeTickets(at.desk, other, ticket, askedBy(at.desk, ana, at.clock.now()))).toMatchObject({
    outcome: 'changed',
  });
  await at.pass();
  expect((await loadIncident(at.desk, 'INC-1'))?.tickets.map((known) => known.ticket)).toEqual([ticket]);
  expect((await at.ticket(other)).incident).toBeUndefined();
});

test('after a merge each customer has one update, and what waited in the other incident goes to nobody', async () => {
  const at = await openDesk();
  await twoIncidents(at);
  const fields = { status: '', next: '', blockers: '', workaround: '', expect: '', contact: 'Support' };
  const drafted = (id: string) =>
    changeIncident(at.desk, id, (now) => draftUpdate(now, { kind: 'acknowledgement', fields }, asks(at)));
  await drafted('INC-1');
  const waiting = (await loadIncident(at.desk, 'INC-1'))?.updates.at(-1)?.update ?? '';
  await mergeIncidents(at.desk, into, asks(at));
  await at.pass();
  expect(
    await changeIncident(at.desk, 'INC-1', (now) => approveUpdate(now, waiting, asks(at))),
  ).toMatchObject({ outcome: 'refused' });
  await drafted('INC-2');
  const update = (await loadIncident(at.desk, 'INC-2'))?.updates.at(-1)?.update ?? '';
  await changeIncident(at.desk, 'INC-2', (now) => approveUpdate(now, update, asks(at)));
  await at.pass();
  for (const id of ['T-1', 'T-2'])
    expect((await at.ticket(id)).replies.map((reply) => reply.incident)).toEqual([
      { incident: 'INC-2', update },
    ]);
});
