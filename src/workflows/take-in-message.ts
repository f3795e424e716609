import { type Desk, isTeam } from '../desk.ts';
import type { ChatEventOf, ChatMessage } from '../domain/chat-event.ts';
import { judgeIntake } from '../domain/intake.ts';
import { isAnswered } from '../domain/sla/answered.ts';
import { isTooOldToReopen, joinMessage, ticketMessage } from '../domain/ticket/conversation.ts';
import { linkTicket } from '../domain/ticket/relation.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { addNote } from '../domain/ticket/work.ts';
import { hour, type Instant, laterBy, second } from '../domain/time.ts';
import type { InboxOutcome, TimerChange } from '../store-port.ts';
import { askedBy, askedByDesk, changeTicket, loadTicket } from './change-ticket.ts';
import { takeInRoomTalk } from './incident/room/take-in-talk.ts';
import { openFromMessage } from './open-ticket.ts';

/** A message was written somewhere the desk can read: a note, part of a ticket, a new request, or nothing for us. */
export async function takeInMessage(desk: Desk, event: ChatEventOf<'message'>): Promise<InboxOutcome> {
  const { message } = event;
  const ticket = await ticketOfThread(desk, message);
  if (ticket) {
    return ticket.cards.some((card) => card.id === message.thread)
      ? takeInNote(desk, ticket, message)
      : takeInReply(desk, ticket, message);
  }
  const talk = await takeInRoomTalk(desk, event);
  if (talk) return talk;
  if (message.byApp) return { outcome: 'ignored', reason: 'Written by an app' };
  return event.mentionsDesk || message.place.kind === 'direct'
    ? takeInAddressed(desk, event)
    : takeInTopLevel(desk, message);
}

/** The ticket a thread belongs to: a live one before an ended one, and the older of two live ones. */
async function ticketOfThread(desk: Desk, message: ChatMessage): Promise<Ticket | undefined> {
  const found = await desk.store.tickets({ thread: message.thread, order: 'oldest' });
  const live = found.find((summary) => summary.status !== 'closed' && summary.status !== 'solved');
  const chosen = live ?? found.at(-1);
  return chosen && loadTicket(desk, chosen.id);
}

/** What is typed in the team's thread under a card is an internal note, whoever types it. */
async function takeInNote(desk: Desk, ticket: Ticket, message: ChatMessage): Promise<InboxOutcome> {
  if (message.byApp) return { outcome: 'ignored', reason: 'Written by an app' };
  const asked = { ...askedBy(desk, message.author, message.at), role: 'agent' as const };
  await changeTicket(desk, ticket.id, (current) =>
    addNote(current, { internalText: message.text || fileNames(message), message: message.id }, asked),
  );
  return { outcome: 'joined', ticket: ticket.id };
}

function fileNames(message: ChatMessage): string {
  return message.files.map((file) => file.name).join(', ');
}

async function takeInReply(desk: Desk, ticket: Ticket, message: ChatMessage): Promise<InboxOutcome> {
  if (message.byApp) return { outcome: 'ignored', reason: 'Written by an app' };
  const from =
    isTeam(desk.people, message.author) && message.author !== ticket.requester ? 'desk' : 'requester';
  const { reopenWithinMs } = desk.settings.automation;
  if (from === 'requester' && isTooOldToReopen(ticket, message.at, reopenWithinMs)) {
    const intake = judgeIntake(message);
    if (intake.decision === 'ignore') return { outcome: 'ignored', reason: intake.reason };
    return openFollowUp(desk, ticket, message);
  }
  const asked = askedBy(desk, message.author, message.at);
  await changeTicket(desk, ticket.id, (current) => joinMessage(current, ticketMessage(message, from), asked));
  return { outcome: 'joined', ticket: ticket.id };
}

/** The story ended long ago: a new ticket, linked both ways. */
async function openFollowUp(desk: Desk, earlier: Ticket, message: ChatMessage): Promise<InboxOutcome> {
  const asked = askedBy(desk, message.author, message.at);
  const ticket = await openFromMessage(desk, message, { door: 'follow_up', asked });
  await changeTicket(desk, ticket.id, (current) =>
    linkTicket(current, { ticket: earlier.id, kind: 'follow_up' }, askedByDesk(desk)),
  );
  return { outcome: 'opened', ticket: ticket.id };
}

/** A mention or a direct message: always for us, small talk apart. */
async function takeInAddressed(desk: Desk, event: ChatEventOf<'message'>): Promise<InboxOutcome> {
  const { message } = event;
  const inThread = message.thread !== message.id;
  const intake = judgeIntake(message);
  if (intake.decision === 'ignore' && !inThread) return { outcome: 'ignored', reason: intake.reason };
  const burst = inThread ? undefined : await recentTicketOf(desk, message);
  if (burst) return takeInReply(desk, burst, message);
  const door = message.place.kind === 'direct' ? 'direct' : 'mention';
  const asked = askedBy(desk, message.author, message.at);
  const timers = inThread || isLate(desk, message) ? [backfill(message)] : [];
  const ticket = await openFromMessage(desk, message, { door, asked, timers });
  return { outcome: 'opened', ticket: ticket.id };
}

async function takeInTopLevel(desk: Desk, message: ChatMessage): Promise<InboxOutcome> {
  const { settings } = desk;
  if (!settings.channels.intake.includes(message.place.channel)) {
    return { outcome: 'ignored', reason: 'Not an intake channel, and the desk was not mentioned' };
  }
  if (message.thread !== message.id) {
    return { outcome: 'ignored', reason: 'In a thread that is not a ticket' };
  }
  if (isTeam(desk.people, message.author) && !settings.automation.agentMessagesOpenTickets) {
    return { outcome: 'ignored', reason: 'Written by an agent' };
  }
  const intake = judgeIntake(message);
  if (intake.decision === 'ignore') return { outcome: 'ignored', reason: intake.reason };
  const burst = await recentTicketOf(desk, message);
  if (burst) return takeInReply(desk, burst, message);
  const asked = askedBy(desk, message.author, message.at);
  const timers = isLate(desk, message) ? [backfill(message)] : [];
  const ticket = await openFromMessage(desk, message, { door: 'channel', asked, timers });
  return { outcome: 'opened', ticket: ticket.id };
}

/** Due before the judging, so that the ticket is judged once and by its whole story. */
function backfill(message: ChatMessage): TimerChange {
  return { set: 'backfill', kind: 'backfill', dueAt: before(message.at, 1) };
}

const lateMs = 10 * second;

/** Delivered late, when answers in its thread may have come before it and were put aside. */
function isLate(desk: Desk, message: ChatMessage): boolean {
  return laterBy(message.at, lateMs) < desk.clock.now();
}

/** In a direct conversation people rarely use threads: an hour of talk is one request. */
const directTalkMs = hour;

/** The same person, the same place, moments ago: several lines are one ticket. */
async function recentTicketOf(desk: Desk, message: ChatMessage): Promise<Ticket | undefined> {
  const window = message.place.kind === 'direct' ? directTalkMs : desk.settings.automation.burstMs;
  const recent = await desk.store.tickets({
    requester: message.author,
    status: ['new', 'open', 'pending'],
    openedSince: before(message.at, window),
  });
  for (const summary of recent) {
    const ticket = await loadTicket(desk, summary.id);
    if (ticket?.conversation.channel === message.place.channel && !isAnswered(ticket)) return ticket;
  }
  return undefined;
}

function before(at: Instant, milliseconds: number): Instant {
  return laterBy(at, -milliseconds);
}
