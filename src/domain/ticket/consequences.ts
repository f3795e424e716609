import { channelOfQueue, type DeskSettings } from '../desk-settings.ts';
import { peopleToTell } from '../notice/news.ts';
import { wasEverAnswered } from '../sla/answered.ts';
import { firstAnswerDueAt } from '../sla/first-answer.ts';
import type { Instant } from '../time.ts';
import { isHeldBack } from './copies.ts';
import type { TicketEvent } from './event.ts';
import { isOpenProposal } from './extension.ts';
import { isFollowUp, settledFollowUp } from './follow-up-cards.ts';
import { nudgesOf, putOffNudge } from './nudges.ts';
import { settledNotices } from './settled-notices.ts';
import { publicConversations, type Ticket, type TicketMessage } from './ticket.ts';
import type { TimerStep } from './timer-step.ts';
import { timersOf } from './timers-of.ts';

/** What will be due, and what is to be said, because of some events. Keys are unique within the ticket. */
export type Consequences = {
  readonly timers: readonly TimerStep[];
  readonly outbox: readonly Saying[];
};
export type Saying = {
  readonly add: string;
  readonly kind: TicketSaying;
  readonly channel: string;
  readonly ref?: string;
  readonly priority: number;
};

export type TicketSaying =
  | 'reply'
  | 'notice'
  | 'joined'
  | 'card'
  | 'card_moved'
  | 'relay'
  | 'escalation'
  | 'clock_notice'
  | 'change_notice'
  | 'needed_sooner'
  | 'ask'
  | 'follow_up'
  | 'nudge'
  | 'war_room_offer'
  | 'closing';

/** Lower is said first when several things wait for the same channel. */
const priority: Record<TicketSaying, number> = {
  reply: 1,
  ask: 1,
  notice: 2,
  follow_up: 2,
  escalation: 3,
  clock_notice: 3,
  change_notice: 4,
  needed_sooner: 3,
  nudge: 3,
  // Under the card, which goes first.
  war_room_offer: 6,
  closing: 4,
  joined: 4,
  relay: 4,
  card: 5,
  card_moved: 6,
};

/** The one place that says what follows from which event, so that no path forgets the card, a clock or a reply. */
export function consequencesOf(
  before: Ticket | undefined,
  after: Ticket,
  events: readonly TicketEvent[],
  settings: DeskSettings,
): Consequences {
  const timers = timersOf(before, after, events, settings);
  const sayings = events.flatMap((event) => sayingsAfter(event, before, after, settings));
  sayings.push(...peopleToTell(before, events).map((person) => say('change_notice', person, person)));
  const settled = [
    ...settledFollowUp(before, after).flatMap((key) => sayAgain(key, after)),
    ...settledProposals(before, after),
    ...settledNotices(before, after),
  ];
  return { timers, outbox: [...sayings, ...settled, ...cardAndNotice(before, after, events, settings)] };
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
      return [
        ...(before?.cards.length && !after.merged ? [say('relay', team, event.message.id)] : []),
        ...(standsAlone(event.message, after)
          ? [say('joined', after.conversation.channel, event.message.id)]
          : []),
      ];
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
    case 'followed_up':
      return inEveryThread('follow_up', after, event.at);
    case 'war_room_offered':
      // The question stands in the card's thread, so the card does not wait for its draft.
      return [
        ...(isPresentable(after, settings) ? [] : showNow(after, settings)),
        say('war_room_offer', team),
      ];
    case 'woken':
    case 'resumed':
      return nudgesOf(event, before, after).map((ref) => say('nudge', team, ref));
    case 'extension_declined':
      return [say('needed_sooner', team, event.reply)];
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

/** Written at the top of a channel, where nothing shows that it became part of the ticket. */
function standsAlone(message: TicketMessage, ticket: Ticket): boolean {
  const isTop = message.thread === message.id && message.from === 'requester';
  return isTop && ticket.conversation.kind !== 'direct' && !ticket.merged;
}

/** One row for each thread the reply goes to; said again, it changes the delivered message in place. */
function sayReply(ticket: Ticket, reply: string | undefined): Saying[] {
  if (reply === undefined) return [];
  return publicConversations(ticket).map((conversation, index) =>
    say('reply', conversation.channel, `${reply}:${index}`),
  );
}

/** Whether a later time is fine was answered, or does not matter any more: its buttons go, or come back. */
function settledProposals(before: Ticket | undefined, after: Ticket): Saying[] {
  return (before?.replies ?? []).flatMap((was) => {
    const is = after.replies.find(({ reply }) => reply === was.reply);
    const isSame = !before || !is || isOpenProposal(before, was) === isOpenProposal(after, is);
    return isSame ? [] : sayReply(after, was.reply);
  });
}

/** Said to everybody who asked; after the `#` stands which of the ticket's threads, the first without it. */
function inEveryThread(kind: 'ask' | 'closing' | 'follow_up', ticket: Ticket, at: Instant): Saying[] {
  return publicConversations(ticket).map((conversation, index) =>
    say(kind, conversation.channel, index === 0 ? at : `${at}#${index}`),
  );
}

/** The latest question, in every thread where it stands: said again, it loses its buttons. */
function settleAsks(ticket: Ticket): Saying[] {
  const latest = ticket.asks?.at(-1)?.ask.split('#')[0];
  const standing = (ticket.asks ?? []).filter(({ ask }) => ask.split('#')[0] === latest);
  return standing.flatMap(({ ask }) => sayAgain(isFollowUp(ask) ? ask : `ask:${ask}`, ticket));
}

const toRequester = ['reply', 'notice', 'ask', 'closing', 'follow_up'] as const;

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
    (ticket.triage !== undefined && isHeldBack(ticket)) ||
    (ticket.triage !== undefined && !settings.automation.draft)
  );
}

const invisible: ReadonlySet<TicketEvent['type']> = new Set([
  'card_posted',
  'notice_posted',
  'ask_posted',
  'noticed',
  'notice_said',
]);

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
      : first || (after.notice && (judged || saysOther(before, after, settings)))
        ? [say('notice', after.conversation.channel)]
        : []),
  ];
}

/** What stands in the quiet line is no longer so. */
function saysOther(before: Ticket, after: Ticket, { policies }: DeskSettings): boolean {
  if (before.subject !== after.subject) return true;
  // After the first answer the quiet line stays as it was.
  if (wasEverAnswered(after)) return false;
  const due = (ticket: Ticket) => firstAnswerDueAt(ticket, policies, after.changedAt);
  return due(before) !== due(after);
}

/** The card and the quiet line, now, whatever is still missing. */
export function showNow(ticket: Ticket, settings: DeskSettings): readonly Saying[] {
  return [
    say('card', channelOfQueue(settings, ticket.triage?.queue)),
    ...(ticket.notice ? [] : [say('notice', ticket.conversation.channel)]),
  ];
}

/** What calls back whoever put the proposed update off; nothing when it does not stand any more. */
export function updateReminderOf(ticket: Ticket, settings: DeskSettings): readonly Saying[] {
  const ref = putOffNudge(ticket);
  return ref === undefined ? [] : [say('nudge', channelOfQueue(settings, ticket.triage?.queue), ref)];
}
