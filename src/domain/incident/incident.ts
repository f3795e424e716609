import { z } from 'zod';
import { ChannelId, MessageId, PersonId } from '../chat-event.ts';
import { Actor } from '../ticket/promises.ts';
import { Instant } from '../time.ts';
import { severities } from '../words.ts';
import { Merge, Resolution, Review } from './incident-ending.ts';
import {
  customerStatuses,
  type LeadRole,
  leadRoles,
  lifecycles,
  modes,
  roomStates,
  roomSteps,
  updateKinds,
  visibilities,
} from './words.ts';

const ByAt = { by: Actor, at: Instant };

/** A ticket whose customer is told what becomes of the incident. */
export const AttachedTicket = z.strictObject({
  ticket: z.string(),
  /** Id and name of the account, when the requester belongs to one. */
  account: z.string().optional(),
  accountName: z.string().optional(),
  ...ByAt,
  /** The newest update that stands in the requester's thread. */
  told: z.strictObject({ update: z.string(), at: Instant }).optional(),
  /** Since then the newest update has not arrived there; its clock keeps running. */
  failed: z.strictObject({ update: z.string(), at: Instant, reason: z.string() }).optional(),
});
export type AttachedTicket = z.infer<typeof AttachedTicket>;

/** How a role is filled. `exhausted`: everybody was asked. With `acting`, who holds it acts until somebody accepts. */
export const RoleState = z.strictObject({
  state: z.enum(['open', 'offered', 'accepted', 'exhausted']),
  person: PersonId.optional(),
  /** When the offer or the acceptance was. */
  at: Instant.optional(),
  until: Instant.optional(),
  acting: z.literal(true).optional(),
  /** Asked and not willing, or silent, in this round. */
  passed: z.array(PersonId),
  /** Who keeps the duty, or acts, until somebody accepts. */
  held: PersonId.optional(),
  heldAt: Instant.optional(),
  /** Somebody was asked to take over and did not: anybody of the team may. */
  relief: z.literal(true).optional(),
  /** When everybody had been asked for the first time; absent once somebody accepts. */
  exhaustedAt: Instant.optional(),
  /** Whose leaving left it open, and when. */
  leftBy: PersonId.optional(),
  vacantAt: Instant.optional(),
});
export type RoleState = z.infer<typeof RoleState>;

export const Specialist = z.strictObject({ area: z.string(), person: PersonId, at: Instant });

/** A step of making the room: done, or refused with a reason that the room shows. */
export const StepState = z.strictObject({
  done: Instant.optional(),
  refused: z.strictObject({ at: Instant, reason: z.string(), code: z.string() }).optional(),
});

export const Room = z.strictObject({
  state: z.enum(roomStates),
  /** The name it was asked for or has. */
  name: z.string(),
  channel: ChannelId.optional(),
  /** Where the room is a thread. */
  thread: MessageId.optional(),
  steps: z.partialRecord(z.enum(roomSteps), StepState),
  /** Who could not be let in, and why. */
  missing: z.array(z.strictObject({ person: PersonId, reason: z.string() })),
  readyAt: Instant.optional(),
  /** Everybody who was let in so far. */
  invited: z.array(PersonId),
  /** Since when the present one is sought; absent for the first, which is sought since it was declared. */
  soughtSince: Instant.optional(),
  /** Somebody chose a thread: no channel is tried. */
  asThread: z.literal(true).optional(),
  /** How many rooms there have been, from the second on. */
  round: z.int().positive().optional(),
  /** Where it was before. */
  former: z.array(z.strictObject({ channel: ChannelId, thread: MessageId.optional() })).optional(),
  lost: z.strictObject({ at: Instant, reason: z.string() }).optional(),
  archivedAt: Instant.optional(),
  /** The card that is pinned, and the tickets whose links and people are in. */
  pinned: MessageId.optional(),
  bookmarked: z.array(z.string()).optional(),
  ticketsAsked: z.array(z.string()).optional(),
  /** How much of the log its page shows. */
  pageOf: z.int().nonnegative().optional(),
  /** Messages of people that are in the log. */
  kept: z.array(MessageId).optional(),
});
export type Room = z.infer<typeof Room>;

/** The six fields of a customer update (status and progress, next steps, blockers, workaround, next update, contact). */
export const UpdateFields = z.strictObject({
  status: z.string(),
  next: z.string(),
  blockers: z.string(),
  workaround: z.string(),
  expect: z.string(),
  contact: z.string(),
});
export type UpdateFields = z.infer<typeof UpdateFields>;

/** A message to every affected customer. Approved once, delivered once into each ticket's own thread. */
export const IncidentUpdate = z.strictObject({
  update: z.string(),
  kind: z.enum(updateKinds),
  fields: UpdateFields,
  /** The next update that it promises. */
  promises: Instant.optional(),
  draftedBy: Actor,
  draftedAt: Instant,
  /** `facts` of the incident at that time; approval expires when they change. */
  facts: z.string(),
  state: z.enum([
    'draft',
    'pending',
    'approved',
    'delivered',
    'partial',
    'failed',
    'rejected',
    'expired',
    'superseded',
  ]),
  approved: z.strictObject({ ...ByAt, insteadOfCommander: z.literal(true).optional() }).optional(),
  rejected: z.strictObject({ ...ByAt, reason: z.string() }).optional(),
  /** The tickets it goes to, and what came of each. */
  deliveries: z.record(
    z.string(),
    z.union([
      z.strictObject({ at: Instant, id: MessageId }),
      z.strictObject({ failedAt: Instant, reason: z.string() }),
      z.strictObject({ calledBy: Actor, at: Instant }),
      /** `since` when somebody let it go (again); `handed` once the ticket has it in its own keeping. */
      z.strictObject({
        waiting: z.literal(true),
        since: Instant.optional(),
        handed: Instant.optional(),
        again: z.literal(true).optional(),
      }),
    ]),
  ),
  /** When it was first settled everywhere and had reached somebody: from then the next one is owed. */
  countedAt: Instant.optional(),
  corrects: z.string().optional(),
});
export type IncidentUpdate = z.infer<typeof IncidentUpdate>;

/** When the next update to customers is owed. Only a delivered one moves it. */
export const CadenceState = z.strictObject({
  dueAt: Instant,
  /** Why it is due then: `first` after declaring, then by the cadence, or at once after a change. */
  because: z.enum(['first', 'cadence', 'change', 'final']),
  /** A time that customers were told; nothing may pass it. */
  promisedAt: Instant.optional(),
  /** Grows with everything that makes older reminders wrong. */
  generation: z.int().nonnegative(),
  snoozes: z.array(z.strictObject({ ...ByAt, until: Instant, reason: z.string() })),
  /** Rungs of the ladder told for this due time. */
  rungs: z.array(z.strictObject({ rung: z.string(), at: Instant })),
});
export type CadenceState = z.infer<typeof CadenceState>;

export const Task = z.strictObject({
  task: z.string(),
  text: z.string(),
  owner: PersonId.optional(),
  ...ByAt,
  done: z.strictObject(ByAt).optional(),
});

export const actionKinds = [
  'prevent',
  'detect_sooner',
  'mitigate_faster',
  'communicate_better',
  'process',
] as const;

/** One line of the prevention plan. */
export const PreventionAction = z.strictObject({
  action: z.string(),
  title: z.string(),
  kind: z.enum(actionKinds),
  factor: z.string().optional(),
  owner: PersonId.optional(),
  verifier: PersonId.optional(),
  dueOn: z.iso.date().optional(),
  doneWhen: z.string().optional(),
  state: z.enum(['proposed', 'accepted', 'declined', 'in_progress', 'done', 'verified']),
  reason: z.string().optional(),
  /** What shows that it is done. */
  evidence: z.string().optional(),
  movedAt: Instant.optional(),
  ...ByAt,
});
export type PreventionAction = z.infer<typeof PreventionAction>;

/** Something that goes wrong on purpose in a drill, `afterMs` after it was declared and for `forMs`. */
export const DrillStep = z.strictObject({
  fault: z.enum(['chat_fails', 'liaison_silent', 'desk_away', 'customer_asks']),
  afterMs: z.int().nonnegative(),
  forMs: z.int().nonnegative(),
});
export type DrillStep = z.infer<typeof DrillStep>;

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
  declared: z.strictObject({ ...ByAt, from: z.enum(['button', 'command', 'triage', 'pattern', 'drill']) }),
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
