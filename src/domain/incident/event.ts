import { z } from 'zod';
import { ChannelId, MessageId, PersonId } from '../chat-event.ts';
import { Actor } from '../ticket/promises.ts';
import { Instant } from '../time.ts';
import { severities } from '../words.ts';
import { DrillStep } from './drill/drill-step.ts';
import { PreventionAction } from './review/prevention-action.ts';
import { AttachedTicket } from './tickets/attached-ticket.ts';
import { IncidentUpdate } from './updates/incident-update.ts';
import {
  customerStatuses,
  dataLosses,
  declaredFrom,
  leadRoles,
  modes,
  owedReasons,
  roomSteps,
  visibilities,
} from './words.ts';

/** `at` is when it happened, `source` how we know; the store adds when it was written down. */
const base = {
  at: Instant,
  by: Actor,
  cause: z.string().optional(),
  source: z.enum(['command', 'button', 'form', 'chat', 'desk']),
};

function event<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), ...base, ...shape });
}

const ticket = AttachedTicket.pick({ ticket: true, account: true, accountName: true });

/** Everything that can happen to an incident: its log, and the truth about it. */
export const IncidentEvent = z.discriminatedUnion('type', [
  event('declared', {
    id: z.string(),
    mode: z.enum(modes),
    visibility: z.enum(visibilities),
    title: z.string(),
    severity: z.enum(severities),
    from: z.enum(declaredFrom),
    roomName: z.string(),
    tickets: z.array(ticket),
    firstUpdateDueAt: Instant,
    drill: z.array(DrillStep).optional(),
  }),
  event('ticket_attached', { ticket }),
  event('ticket_detached', { ticket: z.string() }),
  event('impact_stated', { what: z.string(), since: Instant.optional(), notAffected: z.string().optional() }),

  event('role_offered', {
    role: z.enum(leadRoles),
    person: PersonId,
    until: Instant,
    /** From whoever hands it over. */
    note: z.string().optional(),
    /** Incidents they lead already. */
    elsewhere: z.array(z.string()).optional(),
    /** Everybody is asked once more. */
    anew: z.literal(true).optional(),
  }),
  event('role_accepted', {
    role: z.enum(leadRoles),
    person: PersonId,
    /** Parts they keep, as they confirmed. */
    besides: z.array(z.enum(leadRoles)).optional(),
    /** Who had it, or acted, until then. */
    instead: PersonId.optional(),
  }),
  event('role_declined', { role: z.enum(leadRoles), person: PersonId }),
  /** `why`: they could not even be asked. */
  event('role_silent', { role: z.enum(leadRoles), person: PersonId, why: z.string().optional() }),
  event('role_exhausted', { role: z.enum(leadRoles) }),
  event('role_acting', { role: z.enum(leadRoles), person: PersonId }),
  event('role_left', { role: z.enum(leadRoles), person: PersonId, why: z.string() }),
  event('specialist_named', { area: z.string(), person: PersonId }),
  event('specialists_looked_up', { tickets: z.array(z.string()), areas: z.array(z.string()) }),

  event('room_step_done', {
    step: z.enum(roomSteps),
    channel: ChannelId.optional(),
    name: z.string().optional(),
    message: MessageId.optional(),
    /** The tickets it was done for. */
    tickets: z.array(z.string()).optional(),
    /** How much of the log the page shows. */
    entries: z.int().nonnegative().optional(),
  }),
  event('room_step_refused', { step: z.enum(roomSteps), code: z.string(), reason: z.string() }),
  event('room_degraded', { thread: MessageId, channel: ChannelId, reason: z.string() }),
  event('room_blocked', { reason: z.string() }),
  event('room_lost', { reason: z.string() }),
  /** Another room is to be made, or a thread from now on. */
  event('room_wanted', { as: z.enum(['channel', 'thread']), name: z.string() }),
  event('room_back', {}),
  event('room_renamed', { name: z.string() }),
  event('room_archived', {}),
  event('room_asked_again', {}),
  event('asked_in', { person: PersonId }),
  event('people_invited', { people: z.array(PersonId) }),
  event('people_missing', { people: z.array(z.strictObject({ person: PersonId, reason: z.string() })) }),

  event('noted', { text: z.string(), message: MessageId.optional() }),
  event('message_kept', {
    message: MessageId,
    author: PersonId,
    text: z.string(),
    how: z.enum(['pinned', 'reaction']),
  }),
  event('kept_message_edited', { message: MessageId, text: z.string() }),
  event('kept_message_deleted', { message: MessageId }),
  event('joined', { person: PersonId }),
  event('left', { person: PersonId }),
  event('task_added', { task: z.string(), text: z.string(), owner: PersonId.optional() }),
  event('task_given', { task: z.string(), owner: PersonId }),
  event('task_done', { task: z.string() }),

  event('status_changed', { to: z.enum(customerStatuses), text: z.string() }),
  event('severity_changed', { was: z.enum(severities), to: z.enum(severities), reason: z.string() }),
  event('cadence_set', { dueAt: Instant, because: z.enum(owedReasons) }),

  event('update_drafted', {
    update: IncidentUpdate.pick({
      update: true,
      kind: true,
      fields: true,
      promises: true,
      facts: true,
      corrects: true,
    }),
  }),
  event('update_submitted', { update: z.string() }),
  event('update_approved', {
    update: z.string(),
    tickets: z.array(z.string()),
    insteadOfCommander: z.literal(true).optional(),
    /** The next update as it is promised from now on. */
    promises: Instant.optional(),
  }),
  /** These tickets have it in their own keeping and say it; or they have it and are looked at again. */
  event('update_handed', { update: z.string(), tickets: z.array(z.string()) }),
  /** Customers know the end: nothing more is owed to them. */
  event('cadence_ended', {}),
  event('update_rejected', { update: z.string(), reason: z.string() }),
  event('update_expired', { update: z.string(), reason: z.string() }),
  event('update_delivered', { update: z.string(), ticket: z.string(), message: MessageId }),
  event('update_failed', { update: z.string(), ticket: z.string(), reason: z.string() }),
  event('update_retried', { update: z.string(), tickets: z.array(z.string()) }),
  event('customer_called', { update: z.string(), ticket: z.string() }),
  event('reminded', { rung: z.string(), dueAt: Instant, missed: z.int().nonnegative() }),
  event('update_snoozed', { until: Instant, reason: z.string() }),
  event('internal_update', { conditions: z.string(), actions: z.string(), needs: z.string() }),
  event('desk_was_away', { from: Instant, to: Instant }),
  /** A message of the desk stands in chat under this key. */
  event('message_stands', { key: z.string(), channel: ChannelId, message: MessageId }),
  /** It is gone from chat; the next one is said anew. */
  event('message_gone', { key: z.string() }),
  /** These tickets, and no others, now carry its mark. */
  event('tickets_marked', { tickets: z.array(z.string()), room: ChannelId.optional() }),
  /** The whole log was put into the room as a file. */
  event('timeline_filed', { entries: z.int().nonnegative() }),
  /** Somebody was reminded of something that only they can do. */
  event('nudged', { about: z.string(), to: z.array(PersonId) }),
  event('drill_step_begun', { step: z.int().nonnegative(), fault: DrillStep.shape.fault }),
  event('drill_step_ended', { step: z.int().nonnegative(), fault: DrillStep.shape.fault }),

  event('resolved', { text: z.string(), dataLoss: z.enum(dataLosses), reviewOwner: PersonId }),
  event('reopened', { reason: z.string() }),
  event('cancelled', { reason: z.string() }),
  event('merged', { into: z.string(), dueAt: Instant.optional(), promisedAt: Instant.optional() }),
  /** The other incident has taken over what this one had. */
  event('merge_finished', {}),
  event('absorbed', {
    incident: z.string(),
    tickets: z.array(AttachedTicket),
    dueAt: Instant.optional(),
    promisedAt: Instant.optional(),
  }),

  event('review_started', { owner: PersonId }),
  event('review_written', { section: z.string(), text: z.string() }),
  event('review_meeting_set', { meetingAt: Instant }),
  event('reviewed', {}),
  event('action_proposed', {
    action: PreventionAction.omit({ by: true, at: true, state: true, reason: true }),
  }),
  event('action_changed', {
    action: z.string(),
    change: PreventionAction.pick({
      title: true,
      kind: true,
      factor: true,
      scope: true,
      owner: true,
      verifier: true,
      dueOn: true,
      doneWhen: true,
    }).partial(),
  }),
  event('action_moved', {
    action: z.string(),
    to: PreventionAction.shape.state,
    reason: z.string().optional(),
  }),
  event('recurrence_checked', { found: z.array(z.string()) }),
  /** Where people are who have something left to do: they are reminded in their own working hours. */
  event('zones_known', { zones: z.record(PersonId, z.string()) }),
  event('retrospective_asked', {}),
  /** The retrospective as it was at a moment was put into the room, or could not be. */
  event('retrospective_filed', {
    as: z.enum(['file', 'page']),
    of: Instant,
    refused: z.string().optional(),
  }),
  event('closed', {}),
]);
export type IncidentEvent = z.infer<typeof IncidentEvent>;
export type IncidentEventType = IncidentEvent['type'];
export type IncidentEventOf<T extends IncidentEventType> = Extract<IncidentEvent, { type: T }>;
