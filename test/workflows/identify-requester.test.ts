import { expect, test } from 'vitest';
import { Unreachable } from '../../src/domain/errors.ts';
import { correctTriage, requestDraft } from '../../src/domain/ticket/judgement.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import { changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana, asksAs, dana, triageChannel } from '../support/builders.ts';
import { openDesk } from './desk.ts';

test('a requester chat could not name is named and judged by their plan when chat is back; corrections stand', async () => {
  const opened = await openDesk();
  const { desk, chat, clock } = opened;
  chat.people.set(dana, { id: dana, name: 'Dana', email: 'dana@larder.test', isApp: false, isGuest: false });
  const larder = {
    id: 'larder',
    name: 'Larder',
    plan: 'enterprise' as const,
    annualRevenue: 240_000,
    domain: 'larder.test',
  };
  await desk.store.commit({
    kind: 'directory',
    id: 'desk',
    expectedVersion: 0,
    events: [],
    state: { accounts: [larder] },
    at: clock.now(),
  });
  const away = new Unreachable('no network', { unknownOutcome: false });
  chat.failNext('person', away);
  chat.failNext('person', away);
  const id = await opened.write('The export button shows an error');
  opened.start();
  await opened.pass();
  const before = await opened.ticket(id);
  expect(before.triage).toBeDefined();
  expect(before.requesterName).toBeUndefined();
  await changeTicket(desk, id, (ticket) =>
    correctTriage(ticket, { field: 'category', to: 'account' }, { by: ana, role: 'agent', at: clock.now() }),
  );
  await opened.pass(30_000);
  const stillAway = await opened.ticket(id);
  expect(stillAway.requesterName).toBeUndefined();
  expect(stillAway.drafts).toHaveLength(before.drafts.length);
  await opened.pass(32_000);
  const after = await opened.ticket(id);
  expect(after).toMatchObject({
    requesterName: 'Dana',
    account: { name: 'Larder' },
    triage: { category: 'account' },
  });
  expect(after.triage?.severityReasons.join()).toContain('enterprise plan');
  expect(opened.shown(triageChannel)[0]).toContain('Larder');
  expect((await desk.store.load('ticket', id))?.timers.map(({ key }) => key)).not.toContain('identify');
});

test('once somebody has answered, chat is no longer asked who wrote', async () => {
  const opened = await openDesk();
  opened.chat.failNext('person', new Unreachable('no network', { unknownOutcome: false }));
  const id = await opened.write('The export button shows an error');
  opened.start();
  await opened.pass();
  await changeTicket(opened.desk, id, (ticket) =>
    replyPublicly(ticket, { publicText: 'We look at it.', next: 'ask' }, asksAs.agent(opened.clock.now())),
  );
  await opened.pass(40_000);
  expect((await opened.ticket(id)).requesterName).toBeUndefined();
  expect((await opened.desk.store.load('ticket', id))?.timers.map(({ key }) => key)).not.toContain(
    'identify',
  );
});

test('who became known by a new message is not looked up, and their ticket not judged, a second time', async () => {
  const opened = await openDesk();
  opened.chat.failNext('person', new Unreachable('no network', { unknownOutcome: false }));
  const id = await opened.write('The export button shows an error');
  opened.start();
  await opened.pass();
  await changeTicket(opened.desk, id, (ticket) => requestDraft(ticket, asksAs.agent(opened.clock.now())));
  await opened.pass();
  const known = await opened.ticket(id);
  expect(known.requesterName).toBe('Dana');
  await opened.pass(40_000);
  expect((await opened.ticket(id)).drafts).toHaveLength(known.drafts.length);
});
