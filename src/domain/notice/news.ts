import { isChatter } from '../intake.ts';
import { applyEvent } from '../ticket/apply.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isLive, type Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';

/** Something that somebody else did to a ticket and that whoever has it should know. */
export type News =
  | { readonly what: 'taken_over' | 'given_back' | 'disputed'; readonly by: string }
  | { readonly what: 'severity'; readonly by: string; readonly was: string; readonly to: string }
  | { readonly what: 'reopened' | 'escalated'; readonly by: string; readonly reason: string }
  | { readonly what: 'merged_away'; readonly by: string; readonly into: string }
  /** Who merged it is written down in the other ticket. `raisedTo`: it is so grave now. */
  | { readonly what: 'merged_in'; readonly ticket: string; readonly raisedTo?: string }
  | { readonly what: 'wrote_again'; readonly by: string; readonly text: string; readonly was: string };

/** What an event means for whoever had the ticket; nothing for what they did themselves, nothing for the desk's routine. */
export function newsOf(
  before: Ticket,
  event: TicketEvent,
): { readonly to: string; readonly news: News } | undefined {
  const to = before.assignee?.person;
  if (to === undefined || event.by === to) return undefined;
  const news = newsIn(before, event, to);
  return news && { to, news };
}

function newsIn(before: Ticket, event: TicketEvent, to: string): News | undefined {
  const { by } = event;
  switch (event.type) {
    case 'message_joined':
      return wroteAgain(before, event.message, to);
    case 'absorbed': {
      const isKnown = before.absorbed.some(({ ticket }) => ticket === event.ticket);
      if (isKnown) return undefined;
      const { ticket, severity } = event;
      const isGraver = severity !== undefined && before.triage && severity < before.triage.severity;
      return { what: 'merged_in', ticket, ...(isGraver ? { raisedTo: severity } : {}) };
    }
    case 'disputed':
      return { what: 'disputed', by };
    default:
      return by === 'desk' ? undefined : doneByAPerson(event);
  }
}

function doneByAPerson(event: TicketEvent): News | undefined {
  const { by } = event;
  switch (event.type) {
    case 'claimed':
      return { what: 'taken_over', by };
    case 'released':
      return { what: 'given_back', by };
    case 'corrected':
      return event.field === 'severity' ? { what: 'severity', by, was: event.was, to: event.to } : undefined;
    case 'reopened':
    case 'escalated':
      return { what: event.type, by, reason: event.reason };
    case 'merged':
      return { what: 'merged_away', by, into: event.into };
    default:
      return undefined;
  }
}

/** Words that come while nobody expected any. Who snoozed the ticket is called when it wakes. */
function wroteAgain(before: Ticket, message: Ticket['messages'][number], to: string): News | undefined {
  const { from, author: by, text, files } = message;
  if (from !== 'requester' || before.merged || isChatter(text, files.length)) return undefined;
  const isAsleep = before.snooze !== undefined && before.snooze.by !== to;
  if (before.status !== 'pending' && isLive(before) && !isAsleep) return undefined;
  return { what: 'wrote_again', by, text, was: isAsleep ? 'snoozed' : before.status };
}

/** Who has to hear of these events, each person once. */
export function peopleToTell(before: Ticket | undefined, events: readonly TicketEvent[]): readonly string[] {
  if (!before) return [];
  return [...new Set(events.flatMap((event) => newsOf(before, event)?.to ?? []))];
}

/** What one person has to hear of since a moment, with the ticket as it was before the first of it. */
export function newsSince(
  events: readonly TicketEvent[],
  { to, since }: { readonly to: string; readonly since: Instant },
): { readonly news: readonly News[]; readonly before: Ticket | undefined } {
  const news: News[] = [];
  let before: Ticket | undefined;
  let ticket: Ticket | undefined;
  /** As consequences see it: the ticket before the commit, whose events share one moment. */
  let standing: Ticket | undefined;
  for (const event of events) {
    if (event.at !== ticket?.changedAt) standing = ticket;
    const found = standing && event.at >= since ? newsOf(standing, event) : undefined;
    if (found?.to === to) {
      news.push(found.news);
      before ??= standing;
    }
    ticket = applyEvent(ticket, event);
  }
  return { news, before };
}
