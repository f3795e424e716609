import { z } from 'zod';
import { Account } from '../account.ts';
import { ChannelId, ChatFile, MessageId, PersonId } from '../chat-event.ts';
import { visibilities } from '../incident/words.ts';
import { PolicyFacts } from '../sla/policy.ts';
import { Instant } from '../time.ts';
import { doors, severities } from '../words.ts';
import { CustomerUpdate, Notice, NoticeMessage } from './promises.ts';
import {
  Actor,
  Conversation,
  correctableFields,
  Draft,
  linkKinds,
  PublicReply,
  ratings,
  routes,
  TicketMessage,
  Triage,
} from './ticket.ts';

/** Written before there were policies, when sorting set the one due time there was. */
const former = { firstResponseDueAt: Instant.optional() };

/** `cause` is the key of the chat event that led to it, where a person acted. */
const base = { at: Instant, by: Actor, cause: z.string().optional() };

function event<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), ...base, ...shape });
}

/** Everything that can happen to a ticket. The list of these is the truth; the snapshot is computed from it. */
export const TicketEvent = z.discriminatedUnion('type', [
  event('opened', {
    id: z.string(),
    door: z.enum(doors),
    requester: PersonId,
    subject: z.string(),
    conversation: Conversation,
    messages: z.array(TicketMessage),
  }),
  event('requester_identified', {
    name: z.string(),
    email: z.string().optional(),
    /** IANA name. */
    timezone: z.string().optional(),
    account: Account.optional(),
  }),
  /** Earlier messages of the thread were read in; the first of them is the request. */
  event('backfilled', {
    messages: z.array(TicketMessage),
    requester: PersonId,
    subject: z.string(),
  }),
  event('message_joined', { message: TicketMessage }),
  event('message_edited', { message: MessageId, text: z.string(), files: z.array(ChatFile) }),
  event('message_deleted', { message: MessageId }),

  event('triaged', { triage: Triage.omit({ corrections: true }), ...former }),
  event('corrected', {
    field: z.enum(correctableFields),
    was: z.string(),
    to: z.string(),
    ...former,
  }),
  event('drafted', { draft: Draft.omit({ state: true, rejected: true, ratings: true }) }),
  event('draft_discarded', { draft: z.string() }),
  /** A person of the team thinks well or badly of a draft; thinking otherwise later replaces it. */
  event('draft_rated', { draft: z.string(), rating: z.enum(ratings) }),
  /** Who should look first, and why. */
  event('routed', { to: z.enum(routes), reason: z.string() }),
  event('draft_requested', {}),
  /** The topic has earned it: the draft leaves by itself at that moment unless somebody stops it. */
  event('sending_planned', { draft: z.string(), topic: z.string(), dueAt: Instant }),
  event('sending_stopped', { draft: z.string() }),
  event('engine_failed', { reason: z.string() }),

  event('reply_approved', {
    reply: PublicReply.omit({ by: true, at: true, delivered: true, failed: true, agreed: true }),
  }),
  event('reply_delivered', { reply: z.string(), thread: MessageId, id: MessageId }),
  event('not_delivered', { key: z.string(), reason: z.string() }),
  /** Somebody asked to say again what could not be delivered. */
  event('delivery_retried', {}),

  /** From now on the ticket is promised by this policy. */
  event('policy_applied', { edition: z.int().positive(), facts: PolicyFacts }),
  /** People are told of steps of clocks. */
  event('noticed', { notice: Notice.omit({ at: true }) }),
  /** They were told in this message, or it was changed to say what it says now. */
  event('notice_said', { message: NoticeMessage.omit({ at: true }) }),
  event('update_prepared', { update: CustomerUpdate.omit({ at: true, state: true, snoozes: true }) }),
  event('update_snoozed', { update: z.string(), until: Instant }),
  /** The requester says whether a later time is all right. */
  event('extension_agreed', { reply: z.string() }),
  event('extension_declined', { reply: z.string() }),
  /** The requester is asked whether they still need us. */
  event('followed_up', {}),

  /** A war room is wanted for it, and for these others. */
  event('incident_declared', {
    incident: z.string(),
    from: z.enum(['button', 'command', 'triage', 'pattern']),
    visibility: z.enum(visibilities),
    severity: z.enum(['P1', 'P2']),
    tickets: z.array(z.string()),
  }),
  /** It belongs to an incident until its requester knows the end of it. */
  event('incident_joined', { incident: z.string(), room: ChannelId.optional() }),
  event('incident_left', { incident: z.string() }),
  /** Something critical: whoever could lead a war room is asked, once. `known`: an incident about the same is under way. */
  event('war_room_offered', { known: z.string().optional() }),

  event('claimed', {}),
  event('released', {}),
  event('noted', { note: z.string(), internalText: z.string(), message: MessageId.optional() }),
  event('waiting', {}),
  event('held', { reason: z.string(), until: Instant.optional() }),
  event('resumed', {}),
  event('snoozed', { until: Instant }),
  event('woken', {}),
  event('escalated', { reason: z.string() }),

  event('solved', { resolution: z.string().optional() }),
  event('confirmed', {}),
  event('disputed', {}),
  event('reopened', { reason: z.string() }),
  event('closed', { reason: z.enum(['quiet', 'solved', 'not_a_request']) }),

  event('merged', { into: z.string() }),
  event('unmerged', { from: z.string() }),
  event('absorbed', {
    ticket: z.string(),
    conversation: Conversation,
    messages: z.array(TicketMessage),
    /** Since when somebody waited for an answer there. */
    waitingSince: Instant.optional(),
    /** How grave it was and who had it, while it was worked there; said with the merge alone. */
    severity: z.enum(severities).optional(),
    assignee: PersonId.optional(),
  }),
  event('released_merged', { ticket: z.string() }),
  event('split', { into: z.string(), messages: z.array(TicketMessage) }),
  /** It says the very same as an older ticket that is worked; without `of` it does no longer. */
  event('copy_recognised', { of: z.string().optional(), earlier: z.number().int().nonnegative() }),
  /** Another ticket says the very same as this one. */
  event('copy_seen', { ticket: z.string() }),
  event('linked', { ticket: z.string(), kind: z.enum(linkKinds) }),

  event('card_posted', { channel: ChannelId, id: MessageId, link: z.string().optional() }),
  /** Somebody deleted the card; the next one is posted anew. */
  event('card_lost', { id: MessageId }),
  event('notice_posted', { channel: ChannelId, id: MessageId }),
  /** The question whether it works stands in a thread. `ask` is its row: the moment, and which thread. */
  event('ask_posted', { ask: z.string(), id: MessageId }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;
export type TicketEventType = TicketEvent['type'];
export type TicketEventOf<T extends TicketEventType> = Extract<TicketEvent, { type: T }>;
