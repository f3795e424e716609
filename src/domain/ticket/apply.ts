import type { Status } from '../words.ts';
import type { TicketEvent, TicketEventOf, TicketEventType } from './event.ts';
import { Ticket, type TicketMessage } from './ticket.ts';

type Change<T extends TicketEventType> = (ticket: Ticket, event: TicketEventOf<T>) => Ticket;
type Changes = { readonly [T in Exclude<TicketEventType, 'opened'>]: Change<T> };

/** The snapshot after one more event. Pure: the same events give the same ticket, byte for byte. */
export function applyEvent(ticket: Ticket | undefined, event: TicketEvent): Ticket {
  if (event.type === 'opened') return opened(event);
  if (!ticket) throw new Error(`A ticket's first event is "opened", not "${event.type}"`);
  // The table pairs each event type with its own change, which the compiler cannot follow through the look-up.
  const change = changes[event.type] as (ticket: Ticket, event: TicketEvent) => Ticket;
  return { ...change(ticket, event), changedAt: event.at, handled: handledWith(ticket.handled, event.cause) };
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
    handled: event.cause === undefined ? [] : [event.cause],
  };
}

/** More than any burst of redeliveries needs. */
const mostHandled = 200;

function handledWith(handled: string[], cause: string | undefined): string[] {
  return cause === undefined || handled.includes(cause) ? handled : [...handled, cause].slice(-mostHandled);
}

const byAt = (event: TicketEvent) => ({ by: event.by, at: event.at });

function without<K extends keyof Ticket>(ticket: Ticket, ...keys: K[]): Ticket {
  const left = { ...ticket };
  for (const key of keys) delete left[key];
  return left;
}

function changeMessage(
  ticket: Ticket,
  id: string,
  change: (message: TicketMessage) => TicketMessage,
): Ticket {
  return { ...ticket, messages: ticket.messages.map((known) => (known.id === id ? change(known) : known)) };
}

function inOrder(messages: readonly TicketMessage[]): TicketMessage[] {
  return [...messages].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function outdateDrafts(ticket: Ticket): Ticket['drafts'] {
  return ticket.drafts.map((known) => (known.state === 'proposed' ? { ...known, state: 'outdated' } : known));
}

function working(ticket: Ticket): Status {
  return ticket.assignee || ticket.firstRespondedAt ? 'open' : 'new';
}

const changes: Changes = {
  requester_identified: (ticket, { name, email, account }) => ({
    ...ticket,
    requesterName: name,
    ...(email === undefined ? {} : { requesterEmail: email }),
    ...(account === undefined ? {} : { account }),
  }),
  backfilled: (ticket, { messages, requester, subject }) => {
    const known = new Set(ticket.messages.map((message) => message.id));
    return {
      ...ticket,
      requester,
      subject,
      messages: inOrder([...messages.filter((message) => !known.has(message.id)), ...ticket.messages]),
    };
  },
  message_joined: (ticket, { message }) => ({
    ...ticket,
    messages: inOrder([...ticket.messages, message]),
    ...(message.from === 'desk'
      ? {
          status: ticket.status === 'new' ? ('open' as const) : ticket.status,
          firstRespondedAt: ticket.firstRespondedAt ?? message.at,
        }
      : {}),
  }),
  message_edited: (ticket, { message, text, files, at }) =>
    changeMessage(ticket, message, (known) => ({
      ...known,
      text,
      files,
      edits: [...known.edits, { text: known.text, until: at }],
    })),
  message_deleted: (ticket, { message, at, by }) =>
    changeMessage(ticket, message, (known) => ({
      ...known,
      text: '',
      files: [],
      edits: [],
      deleted: { at, ...(by === 'desk' ? {} : { by }) },
    })),

  triaged: (ticket, { triage, firstResponseDueAt }) => {
    const corrections = ticket.triage?.corrections ?? [];
    const corrected = Object.fromEntries(
      corrections.map(({ field }) => [field, ticket.triage?.[field]]),
    ) as Partial<Pick<typeof triage, 'category' | 'severity' | 'queue'>>;
    return {
      ...without(ticket, 'engineTrouble'),
      triage: { ...triage, ...corrected, corrections },
      ...(firstResponseDueAt === undefined ? {} : { firstResponseDueAt }),
    };
  },
  corrected: (ticket, event) => {
    if (!ticket.triage) return ticket;
    const correction = { field: event.field, was: event.was, ...byAt(event) };
    return {
      ...ticket,
      triage: {
        ...ticket.triage,
        [event.field]: event.to,
        corrections: [...ticket.triage.corrections, correction],
      },
    };
  },
  drafted: (ticket, { draft }) => ({
    ...without(ticket, 'engineTrouble'),
    drafts: [...outdateDrafts(ticket), { ...draft, state: 'proposed' }],
  }),
  draft_discarded: (ticket, { draft }) => ({
    ...ticket,
    drafts: ticket.drafts.map((known) => (known.draft === draft ? { ...known, state: 'discarded' } : known)),
  }),
  draft_requested: (ticket) => ({ ...ticket, drafts: outdateDrafts(ticket) }),
  engine_failed: (ticket, { reason, at }) => ({ ...ticket, engineTrouble: { reason, at } }),

  reply_approved: (ticket, event) => ({
    ...without(ticket, 'snooze', 'hold'),
    status: event.reply.next === 'open' ? 'open' : 'pending',
    replies: [...ticket.replies, { ...event.reply, ...byAt(event), delivered: [] }],
    drafts: ticket.drafts.map((known) => {
      if (known.draft === event.reply.draft) return { ...known, state: 'sent' };
      return known.state === 'proposed' ? { ...known, state: 'outdated' } : known;
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
  disputed: (ticket) => ({ ...without(ticket, 'solution'), status: 'open' }),
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

  merged: (ticket, event) => ({
    ...ticket,
    status: 'closed',
    merged: { into: event.into, was: ticket.status, ...byAt(event) },
  }),
  unmerged: (ticket) => {
    const was = ticket.merged?.was ?? 'new';
    return { ...without(ticket, 'merged'), status: was === 'new' ? working(ticket) : was };
  },
  absorbed: (ticket, { ticket: source, conversation, messages, at }) => ({
    ...ticket,
    messages: inOrder([...ticket.messages, ...messages]),
    absorbed: ticket.absorbed.some((entry) => entry.ticket === source)
      ? ticket.absorbed
      : [...ticket.absorbed, { ticket: source, at, conversation, was: ticket.status }],
  }),
  released_merged: (ticket, { ticket: source }) => ({
    ...ticket,
    messages: ticket.messages.filter((message) => message.origin !== source),
    absorbed: ticket.absorbed.filter((entry) => entry.ticket !== source),
  }),
  split: (ticket, event) => ({
    ...ticket,
    messages: ticket.messages.filter((known) => !event.messages.some((message) => message.id === known.id)),
    drafts: outdateDrafts(ticket),
    links: [...ticket.links, { ticket: event.into, kind: 'split', ...byAt(event) }],
  }),
  linked: (ticket, event) => ({
    ...ticket,
    links: [...ticket.links, { ticket: event.ticket, kind: event.kind, ...byAt(event) }],
  }),

  card_posted: (ticket, { channel, id, link }) => ({
    ...ticket,
    cards: [
      ...ticket.cards.filter((card) => card.id !== id),
      { channel, id, ...(link === undefined ? {} : { link }) },
    ],
  }),
  card_lost: (ticket, { id }) => ({ ...ticket, cards: ticket.cards.filter((card) => card.id !== id) }),
  notice_posted: (ticket, { channel, id }) => ({
    ...ticket,
    undelivered: ticket.undelivered.filter((known) => known.key !== 'notice'),
    notice: id,
    conversation: ticket.conversation.thread
      ? ticket.conversation
      : { ...ticket.conversation, channel, thread: id },
  }),
};
