import { z } from 'zod';
import { Account } from '../account.ts';
import { ChannelId, ChatMessage, MessageId, PersonId } from '../chat-event.ts';
import { GuardFinding, Source, tones } from '../draft.ts';
import { visibilities } from '../incident/words.ts';
import { Instant } from '../time.ts';
import { TriageAnswer } from '../triage.ts';
import { Usage } from '../usage.ts';
import { doors, severities, statuses, tiers } from '../words.ts';
import {
  Actor,
  AppliedPolicy,
  CustomerUpdate,
  Extension,
  LaterTime,
  Notice,
  NoticeMessage,
  StatusEntry,
} from './promises.ts';

export { Actor };

/** Who, when: how the ticket remembers that something is so. */
const ByAt = { by: Actor, at: Instant };

/** Where the requester is answered. Without a thread the first thing the desk says there becomes the thread. */
export const Conversation = z.strictObject({
  channel: ChannelId,
  kind: z.enum(['channel', 'private', 'direct', 'group']),
  thread: MessageId.optional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** One message of the public conversation. Written by the requester's side or by the desk's side. */
export const TicketMessage = ChatMessage.omit({ place: true, byApp: true }).extend({
  from: z.enum(['requester', 'desk']),
  /** Earlier versions, oldest first. */
  edits: z.array(z.strictObject({ text: z.string(), until: Instant })),
  /** `asked`: since when it had asked for something. */
  deleted: z.strictObject({ at: Instant, by: PersonId.optional(), asked: Instant.optional() }).optional(),
  /** The merged ticket it came from. */
  origin: z.string().optional(),
});
export type TicketMessage = z.infer<typeof TicketMessage>;

/**
 * A public reply: seen by the requester. It has no field in common with a note but its words, and no function takes
 * one for the other.
 */
export const PublicReply = z.strictObject({
  reply: z.string(),
  publicText: z.string(),
  ...ByAt,
  /** The draft it was made from, and whether a person changed it. */
  draft: z.string().optional(),
  edited: z.boolean(),
  /** The topic whose earned rule let it go, where no person did. */
  rule: z.string().optional(),
  /**
   * `ask`: the requester is asked whether it works. `wait`: we wait for an answer. `open`: work goes on. `keep`: it
   * changes nothing about where the ticket stands.
   */
  next: z.enum(['ask', 'wait', 'open', 'keep']),
  /** The customer update it was sent as. */
  update: z.string().optional(),
  /** The update of an incident that it carries. */
  incident: z.strictObject({ incident: z.string(), update: z.string() }).optional(),
  /** When the requester was told in it to hear from us next. */
  nextUpdateAt: Instant.optional(),
  /** A later time the requester is asked to agree to, and what they said. */
  proposes: LaterTime.optional(),
  agreed: z.strictObject({ ...ByAt, yes: z.boolean() }).optional(),
  delivered: z.array(z.strictObject({ thread: MessageId, id: MessageId, at: Instant })),
  failed: z.strictObject({ at: Instant, reason: z.string() }).optional(),
});
export type PublicReply = z.infer<typeof PublicReply>;

/** An internal note: never seen by the requester. */
export const InternalNote = z.strictObject({
  note: z.string(),
  internalText: z.string(),
  ...ByAt,
  /** The message in the team's thread it was typed as. */
  message: MessageId.optional(),
});
export type InternalNote = z.infer<typeof InternalNote>;

/** What of a judgement people may put right. */
export const correctableFields = ['category', 'severity', 'queue', 'sentiment'] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** A triage result as the ticket holds it: the engine's answer with people's corrections applied. */
export const Triage = TriageAnswer.extend({
  at: Instant,
  engine: z.string(),
  model: z.string(),
  persona: z.strictObject({ id: z.string(), hash: z.string() }),
  usage: Usage.optional(),
  /** Why this engine answered and not the one that should have. */
  insteadOf: z.string().optional(),
  /** By field: what the engine had said and who corrected it. */
  corrections: z.array(
    z.strictObject({
      field: z.enum(correctableFields),
      was: z.string(),
      ...ByAt,
      /** The graver ticket that was merged in, where that is why. */
      because: z.string().optional(),
    }),
  ),
});
export type Triage = z.infer<typeof Triage>;

export const ratings = ['up', 'down'] as const;
export type Rating = (typeof ratings)[number];

/** Who looks at a ticket next: an agent as usual, or first the Escalation Manager. */
export const routes = ['agent', 'escalation_manager'] as const;
export type Route = (typeof routes)[number];

/** A proposed public reply with what it rests on. It leaves only when a person approves it. */
export const Draft = z.strictObject({
  draft: z.string(),
  outcome: z.enum(['answer', 'unknown']),
  /** The whole reply as plain text; when unknown, the questions that would help, or empty. */
  text: z.string(),
  tone: z.enum(tones).optional(),
  sources: z.array(Source.extend({ title: z.string(), url: z.string().optional() })),
  /** 0–1: how often drafts like this one were sent as they were and held. Learned from what became of earlier ones. */
  confidence: z.number().min(0).max(1),
  /** 0–1: the engine's own number after the guards. What is learned is learned from this one alone. */
  rawConfidence: z.number().min(0).max(1).optional(),
  /** Outcomes of this engine's drafts that the confidence was learned from when this one was made. */
  outcomesKnown: z.int().min(0).optional(),
  /** For the team: why nothing could be drafted. */
  reason: z.string().optional(),
  askFor: z.array(z.string()),
  findings: z.array(GuardFinding),
  engine: z.string(),
  model: z.string(),
  persona: z.strictObject({ id: z.string(), hash: z.string() }),
  usage: Usage.optional(),
  /** Why this engine answered and not the one that should have. */
  insteadOf: z.string().optional(),
  at: Instant,
  state: z.enum(['proposed', 'sent', 'discarded', 'outdated']),
  /** Somebody threw it away or wanted another one while it was proposed. */
  rejected: z.strictObject({ ...ByAt, how: z.enum(['discarded', 'another']) }).optional(),
  /** What people of the team think of it, one for each person. */
  ratings: z.array(z.strictObject({ ...ByAt, rating: z.enum(ratings) })).optional(),
});
export type Draft = z.infer<typeof Draft>;

export const linkKinds = ['related', 'duplicate', 'follow_up', 'split'] as const;

/** One request and its whole story, as it stands after its events. */
export const Ticket = z.strictObject({
  id: z.string(),
  status: z.enum(statuses),
  subject: z.string(),
  door: z.enum(doors),
  openedAt: Instant,
  changedAt: Instant,
  requester: PersonId,
  requesterName: z.string().optional(),
  requesterEmail: z.string().optional(),
  /** IANA zone in which they read times, as chat said when it was asked last. */
  requesterTimezone: z.string().optional(),
  account: Account.optional(),
  conversation: Conversation,
  messages: z.array(TicketMessage),
  notes: z.array(InternalNote),
  replies: z.array(PublicReply),
  triage: Triage.optional(),
  drafts: z.array(Draft),
  /** The engines could not be reached or answered nonsense; the ticket is worked by people. */
  engineTrouble: z.strictObject({ at: Instant, reason: z.string() }).optional(),
  /** Who should look at it first, by how sure the desk is of its draft. Absent until a draft was tried. */
  route: z.strictObject({ to: z.enum(routes), reason: z.string(), at: Instant }).optional(),
  /** A draft that leaves by itself unless somebody is quicker. */
  planned: z.strictObject({ draft: z.string(), topic: z.string(), dueAt: Instant }).optional(),
  assignee: z.strictObject({ person: PersonId, at: Instant }).optional(),
  hold: z.strictObject({ ...ByAt, reason: z.string(), until: Instant.optional() }).optional(),
  snooze: z.strictObject({ ...ByAt, until: Instant }).optional(),
  escalation: z.strictObject({ ...ByAt, reason: z.string() }).optional(),
  solution: z.strictObject({ ...ByAt, resolution: z.string().optional(), confirmed: z.boolean() }).optional(),
  closed: z.strictObject({ ...ByAt, reason: z.enum(['quiet', 'solved', 'not_a_request']) }).optional(),
  reopened: z.array(z.strictObject({ ...ByAt, reason: z.string() })),
  /** The requester said that it is still broken; absent while nobody did. */
  disputes: z.array(z.strictObject(ByAt)).optional(),
  merged: z.strictObject({ ...ByAt, into: z.string(), was: z.enum(statuses) }).optional(),
  /** Tickets merged into this one, the threads their requesters are answered in, and our status before that. */
  absorbed: z.array(
    z.strictObject({
      ticket: z.string(),
      at: Instant,
      conversation: Conversation,
      was: z.enum(statuses),
      /** Since when somebody waited for an answer there. */
      waitingSince: Instant.optional(),
      /** How grave it was and who had it, while it was worked there. */
      severity: z.enum(severities).optional(),
      assignee: PersonId.optional(),
    }),
  ),
  /** How grave it was before a merge made it graver; absent once a person has said how grave it is. */
  beforeMerges: z.strictObject({ severity: z.enum(severities), tier: z.literal(tiers) }).optional(),
  links: z.array(z.strictObject({ ticket: z.string(), kind: z.enum(linkKinds), ...ByAt })),
  /** An older ticket says the very same, and `earlier` more do. `alone`: it is worked by itself all the same. */
  copyOf: z
    .strictObject({ ticket: z.string(), earlier: z.number().int(), alone: z.literal(true).optional() })
    .optional(),
  /** Tickets that say the very same as this one, in the order of their coming; absent while there are none. */
  copies: z.array(z.string()).optional(),
  /** Where the ticket stood when, oldest first. */
  statusLog: z.array(StatusEntry).default([]),
  /** The policies it was promised by, the one that holds last; absent until it is sorted. */
  policies: z.array(AppliedPolicy).optional(),
  /** A merge was taken back then. */
  unmergedAt: Instant.optional(),
  /** Merges that were taken back, oldest first: in that time it lay in another ticket or held one. */
  unmerges: z.array(z.strictObject({ from: Instant, to: Instant })).optional(),
  /** Who was told of which clock, oldest first; the latest ones. */
  notices: z.array(Notice).optional(),
  /** Where notices stand that may be changed yet, oldest first. */
  noticeMessages: z.array(NoticeMessage).optional(),
  /** Messages the desk prepared for the requester, oldest first. */
  updates: z.array(CustomerUpdate).optional(),
  extensions: z.array(Extension).optional(),
  /** When the requester was asked whether they still need us; absent while nobody did in this wait. */
  followedUpAt: Instant.optional(),
  /** The incident it is part of. `joined` once the incident itself says so; until then it is being declared. */
  incident: z
    .strictObject({
      incident: z.string(),
      ...ByAt,
      joined: z.literal(true).optional(),
      /** Its room, once there is one; never that of a restricted incident. */
      room: ChannelId.optional(),
      /** What it was declared with on this ticket. */
      declared: z
        .strictObject({
          from: z.enum(['button', 'command', 'triage', 'pattern']),
          visibility: z.enum(visibilities),
          severity: z.enum(['P1', 'P2']),
          tickets: z.array(z.string()),
        })
        .optional(),
    })
    .optional(),
  /** Incidents it was part of, oldest first. */
  pastIncidents: z.array(z.string()).optional(),
  /** When the team was asked whether it wants a war room; `known`: an incident about the same was under way. */
  warRoomOffered: z.strictObject({ at: Instant, known: z.string().optional() }).optional(),
  /** Written before there were policies; still read, and nothing follows from it. */
  firstResponseDueAt: Instant.optional(),
  /** When the first public reply had arrived. */
  firstRespondedAt: Instant.optional(),
  /** The team's cards, the current one last. */
  cards: z.array(z.strictObject({ channel: ChannelId, id: MessageId, link: z.string().optional() })),
  /** The quiet line to the requester. */
  notice: MessageId.optional(),
  /** Where the requester was asked whether it works, oldest first; absent while nobody was. */
  asks: z.array(z.strictObject({ ask: z.string(), at: Instant, id: MessageId })).optional(),
  /** A message that could not be delivered and why, for the card. */
  undelivered: z.array(z.strictObject({ key: z.string(), at: Instant, reason: z.string() })),
  /** Keys of the latest chat events that led to something here, so that handling one again changes nothing. */
  handled: z.array(z.string()),
});
export type Ticket = z.infer<typeof Ticket>;

/** Still somebody's work: neither solved nor closed. */
export function isLive(ticket: Pick<Ticket, 'status'>): boolean {
  return ticket.status !== 'solved' && ticket.status !== 'closed';
}

/** The draft a person may approve now, if there is one. */
export function proposedDraft(ticket: Ticket): Draft | undefined {
  const latest = ticket.drafts.at(-1);
  return latest?.state === 'proposed' ? latest : undefined;
}

export function isBlocked(draft: Draft): boolean {
  return draft.findings.some((finding) => finding.effect === 'blocks');
}

/** Every thread in which this ticket's requesters are answered. */
export function publicConversations(ticket: Ticket): readonly Conversation[] {
  return [ticket.conversation, ...ticket.absorbed.map((entry) => entry.conversation)];
}

/** The requester's words that still stand, oldest first. */
export function requesterMessages(ticket: Ticket): readonly TicketMessage[] {
  return ticket.messages.filter((message) => message.from === 'requester' && !message.deleted);
}
