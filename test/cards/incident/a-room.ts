import type { RoomView } from '../../../src/cards/incident/room/room-view.ts';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { type LogEntry, sealed } from '../../../src/domain/incident/log/log.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { after, ana, ben, incidentsChannel, ten } from '../../support/builders.ts';

/** An incident together with its sealed log, as it stands after these events. */
export type Told = { readonly incident: Incident; readonly log: readonly LogEntry[] };

type Unstamped = IncidentEvent extends infer E
  ? E extends IncidentEvent
    ? Omit<E, 'by' | 'at' | 'source'> & Partial<Pick<E, 'by' | 'at' | 'source'>>
    : never
  : never;

export const room = 'slack:C9ROOM';

/** The events, a minute apart from ten on where they say no time, written down as they happen. */
export function told(...events: readonly Unstamped[]): Told {
  const stamped = events.map(
    (event, index) => ({ by: 'desk', at: after(index), source: 'desk', ...event }) as IncidentEvent,
  );
  let seal = '';
  const log = stamped.flatMap((event) => {
    const entries = sealed([event], { seal, recordedAt: event.at });
    seal = entries.at(-1)?.seal ?? seal;
    return entries;
  });
  return { incident: { ...applyIncident(undefined, stamped), log: { entries: log.length, seal } }, log };
}

export function viewOf({ log }: Told, now: Instant = after(20)): RoomView {
  return { log, now, timezone: 'Europe/Berlin' };
}

export const tickets = (count: number, name = 'Acme'): Extract<Unstamped, { type: 'declared' }>['tickets'] =>
  Array.from({ length: count }, (_, index) => ({
    ticket: `T-${index + 1}`,
    account: `account-${index + 1}`,
    accountName: `${name} ${index + 1}`,
  }));

export function declared(
  given: Partial<Extract<Unstamped, { type: 'declared' }>> = {},
): Extract<Unstamped, { type: 'declared' }> {
  return {
    type: 'declared',
    by: ana,
    source: 'button',
    id: 'INC-7',
    mode: 'live',
    visibility: 'open',
    title: 'Checkout fails with error 502',
    severity: 'P1',
    from: 'button',
    roomName: 'inc-7-acme-checkout-error-502',
    tickets: tickets(2),
    firstUpdateDueAt: after(15),
    ...given,
  };
}

export const made: Unstamped = {
  type: 'room_step_done',
  step: 'create',
  channel: room,
  name: 'inc-7-acme-checkout-error-502',
};

export const accepted = (role: 'commander' | 'liaison', person: string): Unstamped => ({
  type: 'role_accepted',
  role,
  person,
  by: person,
  source: 'button',
});

/** Led by Ana, Ben writes to customers, and the room stands. */
export const led: readonly Unstamped[] = [
  declared(),
  made,
  accepted('commander', ana),
  accepted('liaison', ben),
];

const fields = {
  status: 'We found the cause.',
  next: '',
  blockers: '',
  workaround: '',
  expect: '',
  contact: '',
};

/** An update to so many tickets, of which the last could not be told. */
export function sentUpdate(
  count: number,
  given: { readonly failed?: number; readonly reason?: string } = {},
): readonly Unstamped[] {
  const { failed = 0, reason = 'The thread was deleted.' } = given;
  const ids = Array.from({ length: count }, (_, index) => `T-${index + 1}`);
  return [
    {
      type: 'update_drafted',
      by: ben,
      source: 'form',
      update: { update: 'u1', kind: 'update', fields, facts: '', promises: after(45) },
    },
    { type: 'update_submitted', update: 'u1', by: ben, source: 'form' },
    { type: 'update_approved', update: 'u1', tickets: ids, by: ana, source: 'button' },
    ...ids.map((ticket, index): Unstamped => {
      const at = after(11);
      if (index >= count - failed) return { type: 'update_failed', update: 'u1', ticket, reason, at };
      return { type: 'update_delivered', update: 'u1', ticket, message: `slack:C1:${index}`, at };
    }),
  ];
}

export const degraded: Unstamped = {
  type: 'room_degraded',
  thread: `${incidentsChannel}:1`,
  channel: incidentsChannel,
  reason: 'An administrator has restricted who may make channels.',
};

export const declaredAt = ten;
export type { Unstamped };
