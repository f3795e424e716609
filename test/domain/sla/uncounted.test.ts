import { expect, test } from 'vitest';
import { dueForm } from '../../../src/cards/forms/due-form.ts';
import { dueBlocks } from '../../../src/cards/team/due-blocks.ts';
import { applyCurrentPolicy } from '../../../src/domain/sla/apply-policy.ts';
import { glanceAtClocks } from '../../../src/domain/sla/clock-glance.ts';
import { clocksOf } from '../../../src/domain/sla/clocks-of.ts';
import { solveTicket } from '../../../src/domain/ticket/ending.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { claimTicket } from '../../../src/domain/ticket/work.ts';
import { readText } from '../../cards/reading.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, asksAs, settings } from '../../support/builders.ts';

const { policies: book } = settings;
/** Promised by an edition that came after the backup the desk was put back to. */
const ofTheFuture = (ticket: Ticket): Ticket => ({
  ...ticket,
  policies: ticket.policies?.map((pin) => ({ ...pin, edition: 7 })),
});
const why = 'Edition 7 of the promises is not stored any more. A manager can put open tickets on edition 1.';

test('a ticket of an edition that an older backup does not have says so, and is worked on', () => {
  const ticket = ofTheFuture(aWorkedTicket());
  expect(clocksOf(ticket, book, after(10))).toEqual([]);
  expect(glanceAtClocks(ticket, book)).toMatchObject({ uncounted: why });
  expect(readText(dueBlocks(ticket, settings))).toContain(`No due time for first answer, solution`);
  expect(readText(dueForm(ticket, settings, after(10)).blocks)).toContain(why);
  const worked = afterwards(
    ticket,
    (now) => claimTicket(now, asksAs.agent(after(10))),
    (now) => solveTicket(now, undefined, asksAs.agent(after(20))),
  );
  expect(worked.status).toBe('solved');
  expect(glanceAtClocks(worked, book)).not.toHaveProperty('uncounted');
});

test('put on the current edition it has its due times again', () => {
  const ticket = afterwards(ofTheFuture(aWorkedTicket()), (now) =>
    applyCurrentPolicy(now, book, asksAs.manager(after(10))),
  );
  expect(clocksOf(ticket, book, after(11)).map(({ target }) => target)).toContain('first_response');
});
