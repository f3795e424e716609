import { channelOfQueue, type DeskSettings } from '../desk-settings.ts';
import { isChatter } from '../intake.ts';
import { type Instant, laterBy, second } from '../time.ts';
import type { TicketEvent } from './event.ts';
import { publicConversations, type Ticket, type TicketMessage } from './ticket.ts';

/** What will be due, and what is to be said, because of some events. Keys are unique within the ticket. */
export type Consequences = {
  readonly timers: readonly ({ set: string; kind: TicketTimer; dueAt: Instant } | { cancel: string })[];
  readonly outbox: readonly Saying[];
};
export type Saying = {
  readonly add: string;
  readonly kind: TicketSaying;
  readonly channel: string;
  readonly ref?: string;
  readonly priority: number;
};

export type TicketTimer =
  | 'work'
  | 'show'
  | 'backfill'
  | 'quiet'
  | 'wake'
  | 'hold_ends'
  | 'finish_merge'
  | 'finish_unmerge'
  | 'finish_split'
  | 'finish_link';
export type TicketSaying =
  | 'reply'
  | 'notice'
  | 'card'
  | 'card_moved'
  | 'relay'
  | 'escalation'
  | 'ask'
  | 'closing';

/** Lower is said first when several things wait for the same channel. */
const priority: Record<TicketSaying, number> = {
  reply: 1,
  ask: 1,
  notice: 2,
  escalation: 3,
  closing: 4,
  relay: 4,
  card: 5,
  card_moved: 6,
};

/** Time for a burst of messages to end before the ticket is judged again. */
const settleMs = 2 * second;

/** The one place that says what follows from which event, so that no path forgets the card, a clock or a reply. */
export function consequencesOf(
  before: Ticket | undefined,
  after: Ticket,
  events: readonly TicketEvent[],
  settings: DeskSettings,
): Consequences {
  const timers = [
    ...events.flatMap((event) => timersAfter(event, after, settings)),
    ...quietTimer(before, after, events, settings),
    ...untilTimers(before, after),
  ];
  const sayings = events.flatMap((event) => sayingsAfter(event, before, after, settings));
  return { timers, outbox: [...sayings, ...cardAndNotice(before, after, events, settings)] };
}

type TimerList = Consequences['timers'][number][];

function timersAfter(event: TicketEvent, after: Ticket, settings: DeskSettings): TimerList {
  switch (event.type) {
    case 'opened':
      return [
        { set: 'work', kind: 'work', dueAt: event.at },
        { set: 'show', kind: 'show', dueAt: laterBy(event.at, settings.automation.showAfterMs) },
      ];
    case 'message_joined':
      return after.merged
        ? [finish('finish_merge', after.merged.into, event.at)]
        : judgeAgain([event.message], event.at, after);
    case 'absorbed':
      return judgeAgain(event.messages, event.at, after);
    case 'message_edited':
      return after.firstRespondedAt
        ? []
        : [{ set: 'work', kind: 'work', dueAt: laterBy(event.at, settleMs) }];
    case 'backfilled':
    case 'draft_requested':
      return [{ set: 'work', kind: 'work', dueAt: event.at }];
    case 'drafted':
      return [{ cancel: 'show' }];
    case 'merged':
      return [finish('finish_merge', event.into, event.at), { cancel: 'work' }, { cancel: 'show' }];
    case 'unmerged':
      return [
        finish('finish_unmerge', event.from, event.at),
        { set: 'work', kind: 'work', dueAt: event.at },
        ...(after.hold?.until
          ? [{ set: 'hold_ends', kind: 'hold_ends' as const, dueAt: after.hold.until }]
          : []),
        ...(after.snooze ? [{ set: 'wake', kind: 'wake' as const, dueAt: after.snooze.until }] : []),
      ];
    case 'split':
      return [finish('finish_split', event.into, event.at), { set: 'work', kind: 'work', dueAt: event.at }];
    case 'linked':
      return [finish('finish_link', event.ticket, event.at)];
    default:
      return [];
  }
}

/** The second step of something that spans two tickets. The other ticket's id is part of the key. */
function finish(kind: TicketTimer, other: string, dueAt: Instant): TimerList[number] {
  return { set: `${kind}:${other}`, kind, dueAt };
}

function judgeAgain(messages: readonly TicketMessage[], at: Instant, after: Ticket): TimerList {
  const asks = messages.some(
    (message) => message.from === 'requester' && !isChatter(message.text, message.files.length),
  );
  return asks && after.status !== 'closed'
    ? [{ set: 'work', kind: 'work', dueAt: laterBy(at, settleMs) }]
    : [];
}

function quietTimer(
  before: Ticket | undefined,
  after: Ticket,
  events: readonly TicketEvent[],
  settings: DeskSettings,
): TimerList {
  const waits = after.status === 'pending' || after.status === 'solved';
  const anew = after.status !== before?.status || events.some((event) => event.type === 'reply_approved');
  if (waits && anew) {
    return [
      { set: 'quiet', kind: 'quiet', dueAt: laterBy(after.changedAt, settings.automation.quietCloseMs) },
    ];
  }
  const waited = before?.status === 'pending' || before?.status === 'solved';
  return waited && !waits ? [{ cancel: 'quiet' }] : [];
}

function untilTimers(before: Ticket | undefined, after: Ticket): TimerList {
  const timers: TimerList = [];
  if (after.snooze?.until !== before?.snooze?.until) {
    timers.push(after.snooze ? { set: 'wake', kind: 'wake', dueAt: after.snooze.until } : { cancel: 'wake' });
  }
  if (after.hold?.until !== before?.hold?.until) {
    const until = after.hold?.until;
    timers.push(until ? { set: 'hold_ends', kind: 'hold_ends', dueAt: until } : { cancel: 'hold_ends' });
  }
  return timers;
}

function say(kind: TicketSaying, channel: string, ref?: string): Saying {
  return {
    add: ref === undefined ? kind : `${kind}:${ref}`,
    kind,
    channel,
    priority: priority[kind],
    ...(ref === undefined ? {} : { ref }),
  };
}

function sayingsAfter(
  event: TicketEvent,
  before: Ticket | undefined,
  after: Ticket,
  settings: DeskSettings,
): Saying[] {
  const team = channelOfQueue(settings, after.triage?.queue);
  switch (event.type) {
    case 'reply_approved':
      return sayReply(after, event.reply.reply);
    case 'confirmed':
      return [...sayReply(after, lastAsking(after)?.reply), ...settleAsks(after)];
    case 'disputed':
      return sayReply(after, lastAsking(after)?.reply);
    case 'reopened':
      return settleAsks(after);
    case 'delivery_retried':
      return (before?.undelivered ?? []).flatMap(({ key }) => sayAgain(key, after));
    case 'solved':
      return inEveryThread('ask', after, event.at);
    case 'closed':
      return event.reason === 'quiet' ? inEveryThread('closing', after, event.at) : [];
    case 'message_joined':
      return before?.cards.length && !after.merged ? [say('relay', team, event.message.id)] : [];
    case 'absorbed':
      // What came with the merge stands on the card; what is written later is news.
      return before?.cards.length && before.absorbed.some((entry) => entry.ticket === event.ticket)
        ? event.messages.map((message) => say('relay', team, message.id))
        : [];
    case 'message_edited':
    case 'message_deleted':
      return before?.cards.length ? [say('relay', team, `${event.message}@${event.at}`)] : [];
    case 'escalated':
      return [say('escalation', team, `${event.at}`)];
    case 'triaged':
    case 'corrected':
      return movedCards(before, after, settings);
    case 'card_posted':
      // Posted while the ticket went to another queue: nobody looks for it here any more.
      return event.channel === team ? [] : [say('card_moved', event.channel, event.id)];
    default:
      return [];
  }
}

/** One row for each thread the reply goes to; said again, it changes the delivered message in place. */
function sayReply(ticket: Ticket, reply: string | undefined): Saying[] {
  if (reply === undefined) return [];
  return publicConversations(ticket).map((conversation, index) =>
    say('reply', conversation.channel, `${reply}:${index}`),
  );
}

/** Said to everybody who asked; after the `#` stands which of the ticket's threads, the first without it. */
function inEveryThread(kind: 'ask' | 'closing', ticket: Ticket, at: Instant): Saying[] {
  return publicConversations(ticket).map((conversation, index) =>
    say(kind, conversation.channel, index === 0 ? at : `${at}#${index}`),
  );
}

/** The latest question, in every thread where it stands: said again, it loses its buttons. */
function settleAsks(ticket: Ticket): Saying[] {
  const latest = ticket.asks?.at(-1)?.ask.split('#')[0];
  const standing = (ticket.asks ?? []).filter(({ ask }) => ask.split('#')[0] === latest);
  return standing.flatMap(({ ask }) => sayAgain(`ask:${ask}`, ticket));
}

const toRequester = ['reply', 'notice', 'ask', 'closing'] as const;

/** The row of a key, as it was made the first time. */
function sayAgain(key: string, ticket: Ticket): Saying[] {
  const kind = toRequester.find((known) => key === known || key.startsWith(`${known}:`));
  if (kind === undefined) return [];
  const ref = key === kind ? undefined : key.slice(kind.length + 1);
  const index = Number((kind === 'reply' ? ref?.split(':') : ref?.split('#'))?.[1] ?? 0);
  const conversation = publicConversations(ticket)[index] ?? ticket.conversation;
  return [say(kind, conversation.channel, ref)];
}

function lastAsking(ticket: Ticket) {
  return ticket.replies.filter((reply) => reply.next === 'ask').at(-1);
}

/** Every card that now stands in a channel where the ticket is no longer worked. */
function movedCards(before: Ticket | undefined, after: Ticket, settings: DeskSettings): Saying[] {
  const team = channelOfQueue(settings, after.triage?.queue);
  if (channelOfQueue(settings, before?.triage?.queue) === team) return [];
  return after.cards
    .filter((card) => card.channel !== team)
    .map((card) => say('card_moved', card.channel, card.id));
}

/** There is enough to show: judged and drafted, or the engines failed, or a card stands already. */
function isPresentable(ticket: Ticket, settings: DeskSettings): boolean {
  return (
    ticket.cards.length > 0 ||
    ticket.drafts.length > 0 ||
    ticket.engineTrouble !== undefined ||
    (ticket.triage !== undefined && !settings.automation.draft)
  );
}

const invisible: ReadonlySet<TicketEvent['type']> = new Set(['card_posted', 'notice_posted', 'ask_posted']);

function cardAndNotice(
  before: Ticket | undefined,
  after: Ticket,
  events: readonly TicketEvent[],
  settings: DeskSettings,
): Saying[] {
  if (!isPresentable(after, settings)) return [];
  const changed = events.some((event) => !invisible.has(event.type));
  const judged = events.some((event) => event.type === 'triaged');
  const first = !before || !isPresentable(before, settings);
  return [
    ...(changed ? [say('card', channelOfQueue(settings, after.triage?.queue))] : []),
    ...(after.merged
      ? []
      : first || (after.notice && (judged || before.subject !== after.subject))
        ? [say('notice', after.conversation.channel)]
        : []),
  ];
}

/** The card and the quiet line, now, whatever is still missing. */
export function showNow(ticket: Ticket, settings: DeskSettings): readonly Saying[] {
  return [
    say('card', channelOfQueue(settings, ticket.triage?.queue)),
    ...(ticket.notice ? [] : [say('notice', ticket.conversation.channel)]),
  ];
}
