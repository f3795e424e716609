import { expect, test } from 'vitest';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { sayOfIncident } from '../../../src/domain/ticket/incident.ts';
import { recordDelivery } from '../../../src/domain/ticket/reply.ts';
import { timersOf } from '../../../src/domain/ticket/timers-of.ts';
import { type Instant, laterBy } from '../../../src/domain/time.ts';
import { aWorkedTicket } from '../../support/a-ticket.ts';
import { after, ana, asksAs, eventsOf, settings, ten } from '../../support/builders.ts';

/** When a ticket tells its incident of an update that stands in its thread since then. */
function toldAt(deliveredAt: Instant): Instant | undefined {
  const ticket = aWorkedTicket({ incident: { incident: 'INC-7', by: ana, at: ten, joined: true } });
  const update = { incident: 'INC-7', update: 'u1', publicText: 'We look.', next: 'keep' } as const;
  const said = applyEvents(ticket, eventsOf(sayOfIncident(ticket, update, asksAs.agent(after(1)))));
  const receipt = { reply: said.replies[0]?.reply ?? '', thread: 'slack:C1:1', id: 'slack:C1:2' };
  const events = eventsOf(recordDelivery(said, receipt, asksAs.desk(deliveredAt)));
  const timers = timersOf(said, applyEvents(said, events), events, settings);
  const told = timers.find((timer) => 'set' in timer && timer.set === 'tell_incident:INC-7');
  return told && 'dueAt' in told ? told.dueAt : undefined;
}

test('tickets that have an update at about the same time tell their incident of it at one moment', () => {
  const moments = [100, 700, 1900].map((ms) => toldAt(laterBy(ten, ms)));
  expect(new Set(moments)).toEqual(new Set([laterBy(ten, 2000)]));
  expect(toldAt(laterBy(ten, 2100))).toBe(laterBy(ten, 4000));
});
