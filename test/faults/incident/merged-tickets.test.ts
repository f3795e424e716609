import { afterEach, describe, expect, test } from 'vitest';
import { mergeTickets } from '../../../src/workflows/merge-tickets.ts';
import { ana } from '../../support/builders.ts';
import type { TestDesk } from '../../workflows/desk.ts';
import {
  approved,
  decides,
  incidentOf,
  threadOf,
  toldIn,
  withCustomers,
} from '../../workflows/incident/told-customers.ts';

let room: TestDesk | undefined;
afterEach(async () => {
  await room?.end();
  room = undefined;
});

async function merge(desk: TestDesk, id: string, into: string): Promise<void> {
  const asked = { by: ana, role: 'agent', at: desk.clock.now() } as const;
  expect(await mergeTickets(desk.desk, id, into, asked)).toMatchObject({ outcome: 'changed' });
}

const told = (desk: TestDesk, count: number) =>
  Array.from({ length: count }, (_, index) => toldIn(desk, threadOf(index + 1)).length);

/** Before which step of the first update the tickets become one. */
const moments = [
  'before it is approved',
  'before it is handed over',
  'before it is said',
  'after it is said',
];

describe('tickets of an incident that become one', () => {
  test.each(
    moments.flatMap((moment) => [
      { moment, from: 'T-2', into: 'T-1' },
      { moment, from: 'T-1', into: 'T-2' },
    ]),
  )('$from into $into $moment: each thread has each update once', async ({ moment, from, into }) => {
    const desk = await withCustomers(3, { writtenBy: (ticket) => (ticket === 2 ? 1 : ticket) });
    room = desk;
    if (moment === 'before it is approved') await merge(desk, from, into);
    if (moment !== 'after it is said') await approved(desk);
    if (moment === 'before it is handed over') await merge(desk, from, into);
    desk.start();
    if (moment === 'before it is said') await merge(desk, from, into);
    await desk.pass(5000);
    if (moment === 'after it is said') {
      await approved(desk);
      await desk.pass(5000);
      expect(told(desk, 3)).toEqual([1, 1, 1]);
      await merge(desk, from, into);
      await desk.pass(5000);
    }
    expect(told(desk, 3)).toEqual([1, 1, 1]);
    await approved(desk, 'The gateway is replaced and payments are being checked.');
    await desk.pass(5000);
    expect(told(desk, 3)).toEqual([2, 2, 2]);
    const incident = await incidentOf(desk);
    expect(incident.updates.filter(({ state }) => state === 'delivered')).toHaveLength(2);
    expect(incident.tickets.map(({ ticket }) => ticket)).toEqual([into, 'T-3']);
  });

  test('one that is counted no more when its turn comes has the update all the same', async () => {
    const desk = await withCustomers(2, { writtenBy: () => 1 });
    room = desk;
    await approved(desk);
    await merge(desk, 'T-1', 'T-2');
    const stamp = { by: 'desk', at: desk.clock.now(), source: 'desk' } as const;
    await decides(desk, () => ({ events: [{ type: 'ticket_detached', ticket: 'T-1', ...stamp }] }), 'desk');
    desk.start();
    await desk.pass(5000);
    expect(told(desk, 2)).toEqual([1, 1]);
    expect((await incidentOf(desk)).updates[0]).toMatchObject({ state: 'delivered' });
  });
});
