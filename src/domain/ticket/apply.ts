import type { Status } from '../words.ts';
import { conversationChanges } from './apply-conversation.ts';
import { draftFateChanges } from './apply-draft-fate.ts';
import { incidentChanges } from './apply-incident.ts';
import { judgementChanges } from './apply-judgement.ts';
import { promiseChanges, settledUpdates, withStatusLog } from './apply-promise.ts';
import { relationChanges } from './apply-relation.ts';
import { byAt, type ChangesOf, outdateDrafts, without } from './change.ts';
import type { TicketEvent, TicketEventOf, TicketEventType } from './event.ts';
import { withoutStalePlan } from './sending-alone.ts';
import { type PublicReply, Ticket } from './ticket.ts';

/** The snapshot after one more event. Pure: the same events give the same ticket, byte for byte. */
export function applyEvent(ticket: Ticket | undefined, event: TicketEvent): Ticket {
  if (event.type === 'opened') return opened(event);
  if (!ticket) throw new Error(`A ticket's first event is "opened", not "${event.type}"`);
  // The table pairs each event type with its own change, which the compiler cannot follow through the look-up.
  const change = changes[event.type] as (ticket: Ticket, event: TicketEvent) => Ticket;
  const changed = withStatusLog(ticket, withoutStalePlan(change(ticket, event)), event);
  return { ...changed, changedAt: event.at, handled: handledWith(ticket.handled, event.cause) };
}

/** The ticket after more events, with its fields in the schema's order, so that equal tickets are equal text. */
export function applyEvents(ticket: Ticket | undefined, events: readonly TicketEvent[]): Ticket {
  return Ticket.parse(events.reduce<Ticket | undefined>(applyEvent, ticket));
}

function opened(event: TicketEventOf<'opened'>): Ticket {
  return {
    id: event.id,
    status: 'new',
    subject: event.subject,
    door: event.door,
    openedAt: event.at,
    changedAt: event.at,
    requester: event.requester,
    conversation: event.conversation,
    messages: event.messages,
    notes: [],
    replies: [],
    drafts: [],
    reopened: [],
    absorbed: [],
    links: [],
    cards: [],
    undelivered: [],
    statusLog: [{ status: 'new', at: event.at }],
    handled: event.cause === undefined ? [] : [event.cause],
  };
}

/** More than any burst of redeliveries needs. */
const mostHandled = 200;

function handledWith(handled: string[], cause: string | undefined): string[] {
  return cause === undefined || handled.includes(cause) ? handled : [...handled, cause].slice(-mostHandled);
}

const statusAfter: Partial<Record<PublicReply['next'], Status>> = {
  ask: 'pending',
  wait: 'pending',
  open: 'open',
};

const changes: ChangesOf<Exclude<TicketEventType, 'opened'>> = {
  ...promiseChanges,
  ...incidentChanges,
  ...conversationChanges,
  ...judgementChanges,
  ...relationChanges,

  drafted: (ticket, { draft }) => ({
    ...without(ticket, 'engineTrouble'),
    drafts: [...outdateDrafts(ticket), { ...draft, state: 'proposed' }],
  }),
  ...draftFateChanges,
  sending_planned: (ticket, { draft, topic, dueAt }) => ({ ...ticket, planned: { draft, topic, dueAt } }),
  sending_stopped: (ticket) => without(ticket, 'planned'),
  engine_failed: (ticket, { reason, at }) => ({ ...ticket, engineTrouble: { reason, at } }),

  reply_approved: (ticket, event) => ({
    ...(event.reply.next === 'keep' ? ticket : without(ticket, 'snooze', 'hold')),
    status: statusAfter[event.reply.next] ?? ticket.status,
    replies: [...ticket.replies, { ...event.reply, ...byAt(event), delivered: [] }],
    ...settledUpdates(ticket, event.reply.update),
    drafts: ticket.drafts.map((known) => {
      if (known.draft === event.reply.draft) return { ...known, state: 'sent' };
      // An update answers nothing, so an answer that was proposed stays so.
      const isStale = known.state === 'proposed' && event.reply.update === undefined;
      return isStale ? { ...known, state: 'outdated' } : known;
    }),
  }),
  reply_delivered: (ticket, { reply, thread, id, at }) => ({
    ...ticket,
    firstRespondedAt: ticket.firstRespondedAt ?? at,
    undelivered: ticket.undelivered.filter((known) => !known.key.startsWith(`reply:${reply}:`)),
    replies: ticket.replies.map((known) => {
      if (known.reply !== reply) return known;
      const { failed: _failed, ...kept } = known;
      return { ...kept, delivered: [...known.delivered, { thread, id, at }] };
    }),
  }),
  not_delivered: (ticket, { key, reason, at }) => ({
    ...ticket,
    undelivered: [...ticket.undelivered.filter((known) => known.key !== key), { key, reason, at }],
    replies: ticket.replies.map((known) =>
      key.startsWith(`reply:${known.reply}:`) ? { ...known, failed: { reason, at } } : known,
    ),
  }),

  delivery_retried: (ticket) => ({
    ...ticket,
    undelivered: [],
    replies: ticket.replies.map(({ failed: _failed, ...kept }) => kept),
  }),

  claimed: (ticket, { by, at }) => ({
    ...ticket,
    assignee: { person: by, at },
    status: ticket.status === 'new' ? 'open' : ticket.status,
  }),
  released: (ticket) => without(ticket, 'assignee'),
  noted: (ticket, event) => ({
    ...ticket,
    notes: [
      ...ticket.notes,
      {
        note: event.note,
        internalText: event.internalText,
        ...(event.message === undefined ? {} : { message: event.message }),
        ...byAt(event),
      },
    ],
  }),
  waiting: (ticket) => ({ ...without(ticket, 'hold'), status: 'pending' }),
  held: (ticket, event) => ({
    ...ticket,
    status: 'on_hold',
    hold: {
      reason: event.reason,
      ...byAt(event),
      ...(event.until === undefined ? {} : { until: event.until }),
    },
  }),
  resumed: (ticket) => ({ ...without(ticket, 'hold'), status: 'open' }),
  snoozed: (ticket, event) => ({ ...ticket, snooze: { until: event.until, ...byAt(event) } }),
  woken: (ticket) => without(ticket, 'snooze'),
  escalated: (ticket, event) => ({
    ...without(ticket, 'snooze'),
    status: ticket.status === 'on_hold' ? 'on_hold' : 'open',
    escalation: { reason: event.reason, ...byAt(event) },
  }),

  solved: (ticket, event) => ({
    ...without(ticket, 'hold', 'snooze'),
    status: 'solved',
    drafts: outdateDrafts(ticket),
    solution: {
      ...byAt(event),
      confirmed: false,
      ...(event.resolution === undefined ? {} : { resolution: event.resolution }),
    },
  }),
  confirmed: (ticket, event) => ({
    ...without(ticket, 'hold', 'snooze'),
    status: 'solved',
    drafts: outdateDrafts(ticket),
    solution: { ...byAt(event), ...ticket.solution, confirmed: true },
  }),
  disputed: (ticket, event) => ({
    ...without(ticket, 'solution'),
    status: 'open',
    disputes: [...(ticket.disputes ?? []), byAt(event)],
  }),
  reopened: (ticket, event) => ({
    ...without(ticket, 'solution', 'closed', 'hold', 'snooze'),
    status: 'open',
    reopened: [...ticket.reopened, { reason: event.reason, ...byAt(event) }],
  }),
  closed: (ticket, event) => ({
    ...without(ticket, 'hold', 'snooze'),
    status: 'closed',
    drafts: outdateDrafts(ticket),
    closed: { reason: event.reason, ...byAt(event) },
  }),

  card_posted: (ticket, { channel, id, link }) => ({
    ...ticket,
    cards: [
      ...ticket.cards.filter((card) => card.id !== id),
      { channel, id, ...(link === undefined ? {} : { link }) },
    ],
  }),
  card_lost: (ticket, { id }) => ({ ...ticket, cards: ticket.cards.filter((card) => card.id !== id) }),
  ask_posted: (ticket, { ask, at, id }) => ({ ...ticket, asks: [...(ticket.asks ?? []), { ask, at, id }] }),
  notice_posted: (ticket, { channel, id }) => ({
    ...ticket,
    undelivered: ticket.undelivered.filter((known) => known.key !== 'notice'),
    notice: id,
    conversation: ticket.conversation.thread
      ? ticket.conversation
      : { ...ticket.conversation, channel, thread: id },
  }),
};
