import { isLate } from '../../domain/sla/clock.ts';
import { lastPublicAnswer } from '../../domain/ticket/conversation.ts';
import type { Notice, NoticeMessage } from '../../domain/ticket/promises.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { hour, type Instant, millisecondsBetween } from '../../domain/time.ts';

/** What was written longer ago is not before anybody's eyes any more. */
const longestMs = 12 * hour;

/**
 * The message to a person that a notice goes into, instead of one more: theirs of the same spell, in which nothing was
 * said to the requester and the ticket did not change hands. What is due, late or to be prepared is a message of its own.
 */
export function standingNotice(
  ticket: Ticket,
  { to, at }: { readonly to: string; readonly at: Instant },
): NoticeMessage | undefined {
  const told = noticesTo(ticket, { to, from: at, until: at });
  if (told.some(({ steps }) => steps.some(({ step }) => step === 'prepare' || isLate(step))))
    return undefined;
  if (ticket.updates?.at(-1)?.at === at) return undefined;
  const message = ticket.noticeMessages?.findLast((known) => known.to === to && known.notice < at);
  if (!message || millisecondsBetween(message.at, at) > longestMs) return undefined;
  const turns = [
    lastPublicAnswer(ticket)?.at,
    ticket.assignee?.at,
    ticket.reopened.at(-1)?.at,
    ticket.replies.at(-1)?.at,
  ];
  return turns.some((turn) => turn !== undefined && turn > message.at) ? undefined : message;
}

/** What somebody was told in a time, both ends included. */
export function noticesTo(
  ticket: Ticket,
  { to, from, until }: { readonly to: string; readonly from: Instant; readonly until: Instant },
): readonly Notice[] {
  return (ticket.notices ?? []).filter((each) => each.at >= from && each.at <= until && each.to.includes(to));
}
