import { expect, test } from 'vitest';
import { dueForm } from '../../src/cards/forms/due-form.ts';
import { reopenTicket, solveTicket } from '../../src/domain/ticket/ending.ts';
import { TicketEvent } from '../../src/domain/ticket/event.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import { addNote } from '../../src/domain/ticket/work.ts';
import { day } from '../../src/domain/time.ts';
import type { Status } from '../../src/domain/words.ts';
import { summaryOf } from '../../src/workflows/change-ticket.ts';
import { readText } from '../cards/reading.ts';
import { aWorkedTicket, openingOf } from '../support/a-ticket.ts';
import { after, aTriage, support } from '../support/builders.ts';
import { decide, openDesk, type TestDesk } from './desk.ts';

/** A ticket as it was stored before there were policies: one due time, and no log of where it stood when. */
async function older(status: Status): Promise<TestDesk> {
  const opened = await openDesk();
  const ticket = aWorkedTicket({ status });
  const { statusLog: _log, policies: _policies, ...state } = ticket;
  await opened.desk.store.commit({
    kind: 'ticket',
    id: 'T-1',
    expectedVersion: 0,
    events: [
      ...openingOf(),
      { type: 'triaged', triage: aTriage(), firstResponseDueAt: after(240), by: 'desk', at: after(1) },
    ],
    state: { ...state, firstResponseDueAt: after(240) },
    at: ticket.changedAt,
    summary: summaryOf(ticket),
  });
  opened.start();
  await opened.clock.advance(3 * day);
  return opened;
}

const due = async (opened: TestDesk) =>
  readText(dueForm(await opened.ticket('T-1'), opened.desk.settings, opened.clock.now()).blocks);

test.each(['new', 'open', 'pending', 'on_hold', 'solved'] as const)(
  'a ticket stored before there were policies, %s, is listed, explained, answered and solved',
  async (status) => {
    const opened = await older(status);
    expect(await opened.desk.store.tickets({ order: 'due' })).toHaveLength(1);
    expect(await due(opened)).toContain('No promise holds for this ticket');
    if (status === 'solved') {
      await decide(opened, (ticket, asked) => reopenTicket(ticket, 'it is back', asked));
    }
    const answer = { publicText: 'We are on it.', next: 'open' as const };
    await decide(opened, (ticket, asked) => replyPublicly(ticket, answer, asked));
    await opened.pass();
    expect(opened.shown(support).join()).toContain('We are on it.');
    await decide(opened, (ticket, asked) => solveTicket(ticket, undefined, asked));
    await opened.pass();
    expect((await opened.ticket('T-1')).status).toBe('solved');
    const stored = await opened.desk.store.load('ticket', 'T-1');
    expect(stored?.events.map((event) => TicketEvent.parse(event).type)).toContain('triaged');
  },
);

test('what was solved in time before there were policies is not called late by them', async () => {
  const opened = await older('solved');
  await decide(opened, (ticket, asked) =>
    addNote(ticket, { internalText: 'They wrote a mail, too.' }, asked),
  );
  expect(await due(opened)).toContain('Solution by Sat 21 Nov 11:00 · met Fri 20 Nov 11:05');
  expect(await due(opened)).not.toContain('late');
});
