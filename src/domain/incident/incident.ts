import { z } from 'zod';
import { ChannelId, MessageId, PersonId } from '../chat-event.ts';
import { Instant } from '../time.ts';
import { severities } from '../words.ts';
import { ByAt } from './by-at.ts';
import { CadenceState } from './cadence/cadence-state.ts';
import { DrillStep } from './drill/drill-step.ts';
import { Merge, Resolution, Review } from './incident-ending.ts';
import { PreventionAction } from './review/prevention-action.ts';
import { RoleState, Specialist } from './roles/role-state.ts';
import { Room } from './room/room.ts';
import { AttachedTicket } from './tickets/attached-ticket.ts';
import { IncidentUpdate } from './updates/incident-update.ts';
import {
  customerStatuses,
  declaredFrom,
  type LeadRole,
  leadRoles,
  lifecycles,
  modes,
  visibilities,
} from './words.ts';

/** Something to be done while it is under way. `task` is its id, `t2`. */
export const Task = z.strictObject({
  task: z.string(),
  text: z.string(),
  owner: PersonId.optional(),
  ...ByAt,
  done: z.strictObject(ByAt).optional(),
});

/** One critical event and its whole story, as it stands after its events. */
export const Incident = z.strictObject({
  /** `INC-7`. */
  id: z.string(),
  mode: z.enum(modes),
  visibility: z.enum(visibilities),
  title: z.string(),
  severity: z.enum(severities),
  lifecycle: z.enum(lifecycles),
  customerStatus: z.enum(customerStatuses),
  declared: z.strictObject({ ...ByAt, from: z.enum(declaredFrom) }),
  changedAt: Instant,
  /** When a person last did something in it; absent until then. */
  touchedAt: Instant.optional(),
  /** The latest time without the desk that was noted here, and when. */
  away: z.strictObject({ from: Instant, to: Instant, at: Instant }).optional(),
  /** When the first commander accepted. */
  acknowledgedAt: Instant.optional(),
  mitigatedAt: Instant.optional(),
  impact: z
    .strictObject({
      what: z.string(),
      since: Instant.optional(),
      notAffected: z.string().optional(),
      ...ByAt,
    })
    .optional(),
  tickets: z.array(AttachedTicket),
  roles: z.record(z.enum(leadRoles), RoleState),
  specialists: z.array(Specialist),
  /** Tickets whose matter was looked up, to call in who knows it. */
  lookedUp: z.array(z.string()).optional(),
  room: Room,
  /** Who went out of the room, and when; without those who came back. */
  gone: z.record(PersonId, Instant).optional(),
  /** Messages of the desk that stand in chat and are changed in place, by their keys (`card`, `announcement`, …). */
  messages: z.record(z.string(), z.strictObject({ channel: ChannelId, id: MessageId })),
  updates: z.array(IncidentUpdate),
  cadence: CadenceState.optional(),
  /** When the team itself was last told where things stand. */
  internalUpdateAt: Instant.optional(),
  tasks: z.array(Task),
  resolved: Resolution.optional(),
  review: Review.optional(),
  /** Tickets that look like the same trouble come back. */
  recurrence: z.strictObject({ at: Instant, found: z.array(z.string()) }).optional(),
  /** Time zones of those who have something left to do. */
  zones: z.record(PersonId, z.string()).optional(),
  actions: z.array(PreventionAction),
  reopened: z.array(z.strictObject({ ...ByAt, reason: z.string() })),
  cancelled: z.strictObject({ ...ByAt, reason: z.string() }).optional(),
  merged: Merge.optional(),
  absorbed: z.array(z.strictObject({ incident: z.string(), at: Instant })),
  closedAt: Instant.optional(),
  /** Tickets that know of it: they carry its mark. */
  marked: z.array(z.string()),
  /** The room that the marks name. */
  markedRoom: ChannelId.optional(),
  /** What people were reminded of, how often, and when last. */
  nudges: z.record(z.string(), z.strictObject({ count: z.int().positive(), at: Instant })),
  /** What goes wrong in a drill, and how many of its steps have begun and ended. */
  drill: z
    .strictObject({
      script: z.array(DrillStep),
      begun: z.int().nonnegative(),
      ended: z.int().nonnegative(),
    })
    .optional(),
  /** How many entries its log has, and the seal of the last one. */
  log: z.strictObject({ entries: z.int().nonnegative(), seal: z.string() }),
  /** Keys of the latest chat events that led to something here. */
  handled: z.array(z.string()),
});
export type Incident = z.infer<typeof Incident>;

/** Who has a role now: accepted or acting; undefined while nobody has. */
export function holderOf(incident: Incident, role: LeadRole): string | undefined {
  const { state, person, held } = incident.roles[role];
  return state === 'accepted' ? person : held;
}
