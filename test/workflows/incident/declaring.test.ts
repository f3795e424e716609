import { expect, test } from 'vitest';
import { cancelIncident } from '../../../src/domain/incident/lifecycle.ts';
import { correctTriage, triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { linkTicket } from '../../../src/domain/ticket/relation.ts';
import { askedBy } from '../../../src/workflows/change-ticket.ts';
import { changeIncident, loadIncident } from '../../../src/workflows/incident/change-incident.ts';
import { openWarRoom } from '../../../src/workflows/incident/tickets/open-war-room.ts';
import { ana, aTriage, ben, dana, eve, mia, settings } from '../../support/builders.ts';
import { decide, openDesk, type TestDesk } from '../desk.ts';

const wanted = { from: 'button', severity: 'P1', visibility: 'open', tickets: [] } as const;

async function aCriticalTicket(at: TestDesk, text = 'Checkout is down for everybody', author = dana) {
  const id = await at.write(text, { author });
  await decide(
    at,
    (ticket, asked) =>
      triageTicket(ticket, { ...aTriage({ severity: 'P1' }), at: asked.at }, { ...asked, role: 'desk' }),
    { id },
  );
  return id;
}

test('declaring makes one incident that its ticket belongs to', async () => {
  const at = await openDesk();
  const id = await aCriticalTicket(at);
  const opened = await openWarRoom(at.desk, { ...wanted, ticket: id }, askedBy(at.desk, ana, at.clock.now()));
  expect(opened).toEqual({ outcome: 'declared', incident: 'INC-1', ticket: 'T-1', leftOut: [] });
  at.start();
  await at.pass();
  const incident = await loadIncident(at.desk, 'INC-1');
  expect(incident?.tickets.map(({ ticket }) => ticket)).toEqual(['T-1']);
  expect((await at.ticket('T-1')).incident).toMatchObject({ incident: 'INC-1', joined: true });
});

test('ten who ask at once get one incident, and nine of them its number', async () => {
  const at = await openDesk();
  const id = await aCriticalTicket(at);
  const asked = { ...askedBy(at.desk, ana, at.clock.now()) };
  const opened = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      openWarRoom(at.desk, { ...wanted, ticket: id }, { ...asked, cause: `press-${n}` }),
    ),
  );
  expect(opened.filter(({ outcome }) => outcome === 'declared')).toHaveLength(1);
  expect(opened.filter(({ outcome }) => outcome === 'under_way')).toHaveLength(9);
  expect(new Set(opened.map((each) => ('incident' in each ? each.incident : '')))).toHaveLength(1);
  at.start();
  await at.pass();
  expect(await at.desk.store.incidents({})).toHaveLength(1);
});

test('the same request heard ten times declares once and answers the same', async () => {
  const at = await openDesk();
  const id = await aCriticalTicket(at);
  const asked = { ...askedBy(at.desk, ana, at.clock.now()), cause: 'command-1' };
  const opened = await Promise.all(
    Array.from({ length: 10 }, () => openWarRoom(at.desk, { ...wanted, ticket: id }, asked)),
  );
  expect(opened.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 10 }, () => 'declared'));
  expect(new Set(opened.map((each) => ('incident' in each ? each.incident : '')))).toHaveLength(1);
});

test('a ticket that another incident has is left out with a word', async () => {
  const at = await openDesk();
  const one = await aCriticalTicket(at);
  const other = await aCriticalTicket(at, 'Payments fail with 502', eve);
  const asked = askedBy(at.desk, ana, at.clock.now());
  await openWarRoom(at.desk, { ...wanted, ticket: one }, asked);
  const opened = await openWarRoom(
    at.desk,
    { ...wanted, ticket: other, tickets: [one, 'T-99'] },
    askedBy(at.desk, ben, at.clock.now()),
  );
  expect(opened).toMatchObject({ leftOut: [{ ticket: one, incident: 'INC-1' }, { ticket: 'T-99' }] });
});

test('a critical ticket is offered once, to those who could lead', async () => {
  const at = await openDesk({
    settings: { ...settings, incidents: { ...settings.incidents, commanders: [ana] } },
  });
  await aCriticalTicket(at);
  at.start();
  await at.pass(10_000);
  const offers = at.shown(settings.channels.triage).filter((text) => text.includes('need a war room'));
  expect(offers).toHaveLength(1);
  expect(await at.desk.store.incidents({})).toHaveLength(0);
});

test('where it is set so, a critical ticket gets its war room by itself', async () => {
  const at = await openDesk({
    settings: { ...settings, incidents: { ...settings.incidents, declare: 'always' } },
  });
  await aCriticalTicket(at);
  at.start();
  await at.pass(10_000);
  const [incident] = await at.desk.store.incidents({});
  const loaded = await loadIncident(at.desk, incident?.id ?? '');
  expect(loaded?.declared).toMatchObject({ by: 'desk', from: 'triage' });
});

test('where it is set so, a copy joins the incident of its like; what a person called off is not begun again', async () => {
  const at = await openDesk({
    settings: { ...settings, incidents: { ...settings.incidents, declare: 'always' } },
  });
  at.start();
  const first = await aCriticalTicket(at);
  await at.pass(5000);
  const second = await at.write('Payments fail with 502 in every shop', { author: eve });
  await decide(at, (ticket, asked) => linkTicket(ticket, { ticket: first, kind: 'duplicate' }, asked), {
    id: second,
  });
  await decide(
    at,
    (ticket, asked) =>
      triageTicket(
        ticket,
        { ...aTriage({ severity: 'P1' }), at: asked.at },
        { ...asked, by: 'desk', role: 'desk' },
      ),
    { id: second },
  );
  await at.pass(5000);
  const all = await at.desk.store.incidents({});
  expect(all.map(({ tickets }) => tickets)).toEqual([[first, second]]);
  const manager = { by: mia, role: 'manager', at: at.clock.now(), source: 'button' } as const;
  await changeIncident(at.desk, all[0]?.id ?? '', (incident) =>
    cancelIncident(incident, 'our test', manager),
  );
  await at.pass(5000);
  await decide(at, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P2' }, asked), {
    id: first,
  });
  await decide(at, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P1' }, asked), {
    id: first,
  });
  await at.pass(5000);
  expect((await at.ticket(first)).incident).toBeUndefined();
  expect(await at.desk.store.incidents({})).toHaveLength(1);
});

test('what was restricted once stays so when it is declared again', async () => {
  const at = await openDesk();
  const id = await aCriticalTicket(at);
  at.start();
  const declare = async (visibility: 'open' | 'restricted') => {
    await openWarRoom(at.desk, { ...wanted, ticket: id, visibility }, askedBy(at.desk, ana, at.clock.now()));
    await at.pass(5000);
    return (await at.desk.store.incidents({}))[0]?.id ?? '';
  };
  const first = await declare('restricted');
  const manager = { by: mia, role: 'manager', at: at.clock.now(), source: 'button' } as const;
  await changeIncident(at.desk, first, (incident) => cancelIncident(incident, 'A false alarm', manager));
  await at.pass(5000);
  const second = await declare('open');
  expect(second).not.toBe(first);
  expect((await loadIncident(at.desk, second))?.visibility).toBe('restricted');
});
