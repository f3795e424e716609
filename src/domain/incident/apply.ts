import { changesOfDesk } from './apply-desk.ts';
import { changesOfTasks } from './apply-tasks.ts';
import type { ChangesOf } from './change.ts';
import type { IncidentEvent, IncidentEventOf, IncidentEventType } from './event.ts';
import { Incident } from './incident.ts';
import { changesOfReview } from './review/apply-review.ts';
import { changesOfRoles, rolesAskedAgain } from './roles/apply-roles.ts';
import type { RoleState } from './roles/role-state.ts';
import { changesOfConversation } from './room/apply-room.ts';
import { changesOfMerging } from './tickets/apply-merging.ts';
import { changesOfUpdates } from './updates/apply-updates.ts';

/** More than any burst of redeliveries needs. */
const mostHandled = 200;

/** The incident after more events, its fields in the schema's order. Pure: the same events, the same incident. */
export function applyIncident(before: Incident | undefined, events: readonly IncidentEvent[]): Incident {
  return Incident.parse(events.reduce<Incident | undefined>(applyOne, before));
}

function applyOne(incident: Incident | undefined, event: IncidentEvent): Incident {
  if (event.type === 'declared') return declared(event);
  if (!incident) throw new Error(`An incident's first event is "declared", not "${event.type}"`);
  // The table pairs each event type with its own change, which the compiler cannot follow through the look-up.
  const change = changes[event.type] as (incident: Incident, event: IncidentEvent) => Incident;
  const after = change(incident, event);
  const handled =
    event.cause === undefined || incident.handled.includes(event.cause)
      ? incident.handled
      : [...incident.handled, event.cause].slice(-mostHandled);
  return { ...after, changedAt: event.at, ...(event.by === 'desk' ? {} : { touchedAt: event.at }), handled };
}

function declared(event: IncidentEventOf<'declared'>): Incident {
  const { id, mode, visibility, title, severity, from, by, at, cause } = event;
  const open: RoleState = { state: 'open', passed: [] };
  return {
    id,
    mode,
    visibility,
    title,
    severity,
    lifecycle: 'declared',
    customerStatus: 'investigating',
    declared: { by, at, from },
    changedAt: at,
    tickets: event.tickets.map((ticket) => ({ ...ticket, by, at })),
    roles: { commander: open, deputy: open, liaison: open, backup_liaison: open, scribe: open },
    specialists: [],
    room: { state: 'pending', name: event.roomName, steps: {}, missing: [], invited: [] },
    messages: {},
    updates: [],
    cadence: { dueAt: event.firstUpdateDueAt, because: 'first', generation: 0, snoozes: [], rungs: [] },
    tasks: [],
    actions: [],
    reopened: [],
    absorbed: [],
    marked: [],
    nudges: {},
    ...(event.drill ? { drill: { script: event.drill, begun: 0, ended: 0 } } : {}),
    log: { entries: 0, seal: '' },
    handled: cause === undefined ? [] : [cause],
  };
}

const changes: ChangesOf<Exclude<IncidentEventType, 'declared'>> = {
  ...changesOfRoles,
  ...changesOfConversation,
  ...changesOfUpdates,
  ...changesOfReview,
  ...changesOfDesk,

  ticket_attached: (incident, { ticket, by, at }) =>
    incident.tickets.some((known) => known.ticket === ticket.ticket)
      ? incident
      : { ...incident, tickets: [...incident.tickets, { ...ticket, by, at }] },
  ticket_detached: (incident, { ticket }) => ({
    ...incident,
    tickets: incident.tickets.filter((known) => known.ticket !== ticket),
  }),
  impact_stated: (incident, { what, since, notAffected, by, at }) => ({
    ...incident,
    impact: {
      what,
      ...(since === undefined ? {} : { since }),
      ...(notAffected === undefined ? {} : { notAffected }),
      by,
      at,
    },
  }),

  ...changesOfTasks,

  status_changed: (incident, { to, at }) => ({
    ...incident,
    customerStatus: to,
    lifecycle: to === 'monitoring' ? 'monitoring' : incident.lifecycle === 'declared' ? 'declared' : 'active',
    ...(to === 'monitoring' ? { mitigatedAt: at } : {}),
  }),
  severity_changed: (incident, { to }) => ({ ...incident, severity: to }),
  internal_update: (incident, { at }) => ({ ...incident, internalUpdateAt: at }),

  resolved: (incident, { text, dataLoss, reviewOwner, by, at }) => ({
    ...incident,
    lifecycle: 'resolved',
    customerStatus: 'resolved',
    resolved: { text, dataLoss, reviewOwner, by, at },
  }),
  reopened: (incident, { reason, by, at }) => {
    const { resolved: _resolved, review: _review, ...rest } = incident;
    return {
      ...rest,
      lifecycle: 'active',
      customerStatus: 'investigating',
      roles: rolesAskedAgain(incident),
      reopened: [...incident.reopened, { reason, by, at }],
    };
  },
  cancelled: (incident, { reason, by, at }) => {
    const { cadence: _cadence, ...rest } = incident;
    return { ...rest, lifecycle: 'cancelled', cancelled: { reason, by, at } };
  },
  ...changesOfMerging,

  closed: (incident, { at }) => ({ ...incident, lifecycle: 'closed', closedAt: at }),
};
