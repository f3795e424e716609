import type { ChangesOf } from '../change.ts';
import type { Incident } from '../incident.ts';
import type { IncidentUpdate } from './incident-update.ts';

/** What customers are told, whether it arrived, and when the next is owed. */
export const changesOfUpdates: ChangesOf<
  | 'cadence_set'
  | 'update_drafted'
  | 'update_submitted'
  | 'update_approved'
  | 'update_rejected'
  | 'update_expired'
  | 'update_delivered'
  | 'update_failed'
  | 'update_retried'
  | 'customer_called'
  | 'reminded'
  | 'update_snoozed'
  | 'update_handed'
  | 'cadence_ended'
> = {
  cadence_set: (incident, { dueAt, because }) => ({
    ...incident,
    cadence: {
      ...(incident.cadence?.promisedAt ? { promisedAt: incident.cadence.promisedAt } : {}),
      dueAt,
      because,
      generation: (incident.cadence?.generation ?? 0) + 1,
      snoozes: [],
      rungs: [],
    },
  }),
  update_drafted: (incident, { update, by, at }) => ({
    ...incident,
    updates: [
      ...incident.updates.map((known) =>
        isWaiting(known) ? { ...known, state: 'superseded' as const } : known,
      ),
      { ...update, draftedBy: by, draftedAt: at, state: 'draft', deliveries: {} },
    ],
  }),
  update_submitted: (incident, { update }) =>
    withUpdate(incident, update, (known) => ({ ...known, state: 'pending' })),
  cadence_ended: ({ cadence: _over, ...incident }) => incident,
  update_approved: (incident, { update, tickets, insteadOfCommander, promises, by, at }) =>
    withUpdate(incident, update, (known) => ({
      ...known,
      state: 'approved',
      approved: { by, at, ...(insteadOfCommander ? { insteadOfCommander } : {}) },
      ...(promises === undefined ? {} : { promises }),
      deliveries: Object.fromEntries(
        tickets.map((ticket) => [ticket, { waiting: true as const, since: at }]),
      ),
    })),
  update_handed: (incident, { update, tickets, at }) =>
    withUpdate(incident, update, (known) => ({
      ...known,
      deliveries: Object.fromEntries(
        Object.entries(known.deliveries).map(([ticket, each]) => [
          ticket,
          'waiting' in each && tickets.includes(ticket) ? { ...each, handed: at } : each,
        ]),
      ),
    })),
  update_rejected: (incident, { update, reason, by, at }) =>
    withUpdate(incident, update, (known) => ({ ...known, state: 'rejected', rejected: { reason, by, at } })),
  update_expired: (incident, { update }) =>
    withUpdate(incident, update, (known) => ({ ...known, state: 'expired' })),
  update_delivered: (incident, { update, ticket, message, at }) =>
    told(withDelivery(incident, { update, ticket }, { at, id: message }), { update, ticket, at }),
  update_failed: (incident, { update, ticket, reason, at }) => {
    const after = withDelivery(incident, { update, ticket }, { failedAt: at, reason });
    return {
      ...after,
      tickets: after.tickets.map((known) =>
        known.ticket === ticket ? { ...known, failed: { update, at, reason } } : known,
      ),
    };
  },
  update_retried: (incident, { update, tickets, at }) =>
    withUpdate(incident, update, (known) => ({
      ...known,
      state: 'approved',
      deliveries: {
        ...known.deliveries,
        ...Object.fromEntries(
          tickets.map((ticket) => [ticket, { waiting: true as const, since: at, again: true as const }]),
        ),
      },
    })),
  customer_called: (incident, { update, ticket, by, at }) =>
    told(withDelivery(incident, { update, ticket }, { calledBy: by, at }), { update, ticket, at }),
  reminded: (incident, { rung, at }) =>
    incident.cadence
      ? { ...incident, cadence: { ...incident.cadence, rungs: [...incident.cadence.rungs, { rung, at }] } }
      : incident,
  update_snoozed: (incident, { until, reason, by, at }) =>
    incident.cadence
      ? {
          ...incident,
          cadence: {
            ...incident.cadence,
            generation: incident.cadence.generation + 1,
            snoozes: [...incident.cadence.snoozes, { until, reason, by, at }],
            rungs: [],
          },
        }
      : incident,
};

function isWaiting({ state }: IncidentUpdate): boolean {
  return state === 'draft' || state === 'pending';
}

function withUpdate(
  incident: Incident,
  id: string,
  change: (update: IncidentUpdate) => IncidentUpdate,
): Incident {
  return {
    ...incident,
    updates: incident.updates.map((known) => (known.update === id ? change(known) : known)),
  };
}

type Delivery = IncidentUpdate['deliveries'][string];

/** The ticket's customer knows it now; an older update that arrives late does not hide a newer one. */
function told(
  incident: Incident,
  { update, ticket, at }: { readonly update: string; readonly ticket: string; readonly at: string },
): Incident {
  const order = (id: string) => incident.updates.findIndex((known) => known.update === id);
  return {
    ...incident,
    tickets: incident.tickets.map((known) => {
      if (known.ticket !== ticket || (known.told && order(known.told.update) > order(update))) return known;
      const { failed, ...rest } = known;
      const isOlder = failed !== undefined && order(failed.update) > order(update);
      return { ...rest, told: { update, at }, ...(isOlder ? { failed } : {}) };
    }),
  };
}

/** An update is delivered when every ticket has it, partly while some could not be reached. */
function withDelivery(
  incident: Incident,
  { update: id, ticket }: { readonly update: string; readonly ticket: string },
  delivery: Delivery,
): Incident {
  const after = withUpdate(incident, id, (known) => {
    const deliveries = { ...known.deliveries, [ticket]: delivery };
    return { ...known, deliveries, state: stateOf(Object.values(deliveries)) };
  });
  const update = after.updates.find((known) => known.update === id);
  const counts = update && (update.state === 'delivered' || update.state === 'partial');
  // What is said again to some moves nothing for the others.
  if (!counts || update.countedAt !== undefined) return after;
  const { promises } = update;
  const counted = withUpdate(after, id, (known) => ({ ...known, countedAt: latestOf(known.deliveries) }));
  return promises !== undefined && counted.cadence
    ? { ...counted, cadence: { ...counted.cadence, promisedAt: promises } }
    : counted;
}

function latestOf(deliveries: IncidentUpdate['deliveries']): string {
  return (
    Object.values(deliveries)
      .flatMap((each) => ('at' in each ? [each.at] : []))
      .sort()
      .at(-1) ?? ''
  );
}

function stateOf(deliveries: readonly Delivery[]): IncidentUpdate['state'] {
  if (deliveries.some((each) => 'waiting' in each)) return 'approved';
  const failed = deliveries.filter((each) => 'failedAt' in each).length;
  if (failed === 0) return 'delivered';
  return failed === deliveries.length ? 'failed' : 'partial';
}
