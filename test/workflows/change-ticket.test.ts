import { expect, test } from 'vitest';
import { Conflict } from '../../src/domain/errors.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana, ben } from '../support/builders.ts';
import { openDesk, type TestDesk } from './desk.ts';

const claim = (opened: TestDesk, id: string, person: string) =>
  changeTicket(opened.desk, id, (ticket) =>
    claimTicket(ticket, askedBy(opened.desk, person, opened.clock.now())),
  );

test('two people claim in the same moment: one has it, the other is told who', async () => {
  const opened = await openDesk();
  const id = await opened.write('Checkout fails');
  const [one, other] = await Promise.all([claim(opened, id, ana), claim(opened, id, ben)]);
  expect([one?.outcome, other?.outcome].sort()).toEqual(['changed', 'refused']);
  const { assignee } = await opened.ticket(id);
  const refused = one?.outcome === 'refused' ? one : other;
  expect(refused).toMatchObject({ refusal: { refused: 'already_claimed', by: assignee?.person } });
});

test('whoever comes second decides again on what the first left behind', async () => {
  const opened = await openDesk();
  const id = await opened.write('Checkout fails');
  const { commit } = opened.desk.store;
  let meanwhile = true;
  const store = {
    ...opened.desk.store,
    commit: async (change: Parameters<typeof commit>[0]) => {
      if (meanwhile) {
        meanwhile = false;
        await claim(opened, id, ben);
      }
      return commit(change);
    },
  };
  const changed = await changeTicket({ ...opened.desk, store }, id, (ticket) =>
    claimTicket(ticket, askedBy(opened.desk, ana, opened.clock.now())),
  );
  expect(changed).toMatchObject({ outcome: 'refused', refusal: { refused: 'already_claimed', by: ben } });
});

test('a ticket that never stands still is given up aloud', async () => {
  const opened = await openDesk();
  const id = await opened.write('Checkout fails');
  let tries = 0;
  const store = {
    ...opened.desk.store,
    commit: async () => {
      tries += 1;
      throw new Conflict('somebody was quicker');
    },
  };
  const stubborn = changeTicket({ ...opened.desk, store }, id, (ticket) =>
    claimTicket(ticket, askedBy(opened.desk, ana, opened.clock.now())),
  );
  await expect(stubborn).rejects.toThrow(Conflict);
  expect(tries).toBe(8);
});

test('a decision that changes nothing writes nothing', async () => {
  const opened = await openDesk();
  const id = await opened.write('Checkout fails');
  await claim(opened, id, ana);
  const before = await opened.desk.store.load('ticket', id);
  expect(await claim(opened, id, ana)).toMatchObject({ outcome: 'unchanged' });
  expect((await opened.desk.store.load('ticket', id))?.version).toBe(before?.version);
});

test('a ticket that does not exist is said to be unknown', async () => {
  const opened = await openDesk();
  expect(await claim(opened, 'T-404', ana)).toEqual({ outcome: 'unknown_ticket' });
});
