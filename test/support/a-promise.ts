import type { Calendar } from '../../src/domain/calendar/calendar.ts';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import type { PolicyRule } from '../../src/domain/sla/policy.ts';
import { policyBook } from '../../src/domain/sla/policy-book.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import type { Instant } from '../../src/domain/time.ts';
import { aTicket } from './a-ticket.ts';
import { anEdition, aPolicy, promised } from './an-edition.ts';
import { settings, support } from './builders.ts';

const nineToFive = [{ from: 9 * 60, to: 17 * 60 }];
/** Working hours with a lunch break on Wednesdays, and three holidays. */
const supportHours: Calendar = {
  name: 'support',
  timezone: 'Europe/Berlin',
  hours: 'week',
  week: {
    mon: nineToFive,
    tue: nineToFive,
    wed: [
      { from: 9 * 60, to: 12 * 60 },
      { from: 13 * 60, to: 17 * 60 },
    ],
    thu: nineToFive,
    fri: nineToFive,
  },
  holidays: [
    { day: '2026-10-31', name: 'Reformation Day' },
    { day: '2026-12-24', name: 'Christmas Eve', closed: [{ from: 12 * 60, to: 24 * 60 }] },
    { day: '2026-12-25', name: 'Christmas Day' },
  ],
};
const facts = { plan: 'enterprise', severity: 'P1', category: 'technical', channel: support } as const;

/** A desk that promises these targets. */
export function promising(targets: PolicyRule['targets']): DeskSettings {
  const rules = [aPolicy({ name: 'enterprise P1', targets })];
  const edition = anEdition({
    edition: 3,
    since: '2026-10-20T08:00:00.000Z',
    calendars: [supportHours],
    rules,
  });
  return {
    ...settings,
    policies: policyBook([{ ...edition, cadence: { ...edition.cadence, bySeverity: {} } }]),
  };
}
/** Solutions within so much of the support hours, stopped while anybody waits. */
export const within = (withinMs: number) =>
  promising({
    total_resolution: promised(withinMs, { calendar: 'support', pauses: ['pending', 'on_hold'] }),
  });

/** Local winter time in Berlin, as it is written there. */
export const berlin = (local: string): Instant => new Date(`${local}:00+01:00`).toISOString();

/** A ticket promised by that desk from its first moment on. */
export function ticketFrom(openedAt: Instant, given: Partial<Ticket> = {}): Ticket {
  return {
    ...aTicket(),
    openedAt,
    changedAt: openedAt,
    messages: [],
    statusLog: [{ status: 'new', at: openedAt }, ...(given.statusLog ?? [])],
    policies: [{ edition: 3, facts, at: openedAt, by: 'desk' }],
    ...Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'statusLog')),
  };
}
