import { z } from 'zod';
import { PersonId } from '../chat-event.ts';
import { nextDue } from '../sla/clocks-of.ts';
import type { PolicyBook } from '../sla/policy-book.ts';
import { isLive, type Ticket } from '../ticket/ticket.ts';
import { Instant, laterBy } from '../time.ts';
import { localDay } from './daytime.ts';
import { awaitedSince } from './follow-up.ts';
import { lastActivityAt } from './last-activity.ts';

/**
 * Why a ticket is on somebody's list. `overdue`: something promised was not done in time. `due_soon`: a step of a promise
 * came while the person was left in peace. `stale_escalation`: nobody moved it. `hold_past`, `hold_undated`: on hold past its
 * date, or without one. `snooze_ends`: today. `nobody_follows`: it waits for the requester and nobody has it.
 */
export const reminderReasons = [
  'overdue',
  'due_soon',
  'stale_escalation',
  'hold_past',
  'hold_undated',
  'nobody_follows',
  'snooze_ends',
] as const;
export type ReminderReason = (typeof reminderReasons)[number];

/** One ticket on a person's list, with everything that puts it there and since when each has been so. */
export const ListEntry = z.strictObject({
  ticket: z.string(),
  reasons: z.array(z.strictObject({ reason: z.enum(reminderReasons), since: Instant })),
});
export type ListEntry = z.infer<typeof ListEntry>;

/** What one person is told of in the morning, in one message. */
export const MorningList = z.strictObject({ person: PersonId, at: Instant, entries: z.array(ListEntry) });
export type MorningList = z.infer<typeof MorningList>;

/** What decides who is reminded, beside the ticket. */
export type ReminderFacts = {
  readonly now: Instant;
  /** The desk's zone: it says which day is today. */
  readonly timezone: string;
  readonly managers: ReadonlySet<PersonId>;
  readonly policies: PolicyBook;
  readonly isTeam: (person: string) => boolean;
  /** An escalated ticket without activity for so long is stale. */
  readonly staleEscalationMs: number;
  /** A ticket on hold without a date for longer is asked about. */
  readonly holdReminderMs: number;
};

/** Whether a ticket can be on a list at all; most cannot, and need not be kept in mind while lists are made. */
export function mayBeListed(
  ticket: Ticket,
  { policies, now }: Pick<ReminderFacts, 'policies' | 'now'>,
): boolean {
  const { status, escalation, hold, snooze } = ticket;
  return (
    overdueSince(ticket, { policies, now }) !== undefined ||
    status === 'pending' ||
    [escalation, hold, snooze].some((one) => one !== undefined)
  );
}

type Reminder = {
  readonly reason: ReminderReason;
  readonly since: Instant;
  readonly people: readonly PersonId[];
};

/** The lists of everybody whom some of these tickets concern; who has nothing is not in them. */
export function morningLists(tickets: Iterable<Ticket>, facts: ReminderFacts): readonly MorningList[] {
  const entries = new Map<PersonId, ListEntry[]>();
  for (const ticket of tickets) {
    for (const [person, reasons] of reasonsFor(ticket, facts)) {
      entries.set(person, [...(entries.get(person) ?? []), { ticket: ticket.id, reasons }]);
    }
  }
  return [...entries].map(([person, own]) => ({ person, at: facts.now, entries: own.sort(oldestFirst) }));
}

function reasonsFor(ticket: Ticket, facts: ReminderFacts): ReadonlyMap<PersonId, ListEntry['reasons']> {
  const byPerson = new Map<PersonId, ListEntry['reasons']>();
  for (const { reason, since, people } of isLive(ticket) ? remindersOf(ticket, facts) : []) {
    for (const person of new Set(people)) {
      if (facts.isTeam(person)) byPerson.set(person, [...(byPerson.get(person) ?? []), { reason, since }]);
    }
  }
  return byPerson;
}

/** Since when something is late; undefined while nothing is. What stands still is not late while it does. */
function overdueSince(
  ticket: Ticket,
  { policies, now }: Pick<ReminderFacts, 'policies' | 'now'>,
): Instant | undefined {
  const due = nextDue(ticket, policies, now)?.dueAt;
  return due !== undefined && due < now ? due : undefined;
}

/** Who has it; those who lead where nobody has, and of what is grave always. */
function whoIsLate(ticket: Ticket, { managers, isTeam }: ReminderFacts): readonly PersonId[] {
  const worker = ticket.assignee?.person;
  const has = worker !== undefined && isTeam(worker);
  const isGrave = ticket.triage?.severity === 'P1' || ticket.triage?.severity === 'P2';
  return [...(has ? [worker] : []), ...(has && !isGrave ? [] : managers)];
}

function remindersOf(ticket: Ticket, facts: ReminderFacts): readonly Reminder[] {
  const { now, timezone, managers } = facts;
  const { assignee, escalation, hold, snooze } = ticket;
  const reminders: Reminder[] = [];
  const lateSince = overdueSince(ticket, facts);
  if (lateSince !== undefined) {
    reminders.push({ reason: 'overdue', since: lateSince, people: whoIsLate(ticket, facts) });
  }
  const quietSince = lastActivityAt(ticket);
  if (escalation && laterBy(quietSince, facts.staleEscalationMs) <= now) {
    reminders.push({ reason: 'stale_escalation', since: quietSince, people: [...managers, escalation.by] });
  }
  if (ticket.status === 'on_hold' && hold) {
    const people = [assignee?.person ?? hold.by];
    if (hold.until !== undefined && hold.until < now) {
      reminders.push({ reason: 'hold_past', since: hold.until, people });
    }
    if (hold.until === undefined && laterBy(hold.at, facts.holdReminderMs) < now) {
      reminders.push({ reason: 'hold_undated', since: hold.at, people });
    }
  }
  const isFollowed = assignee !== undefined && facts.isTeam(assignee.person);
  if (ticket.status === 'pending' && !isFollowed) {
    reminders.push({ reason: 'nobody_follows', since: awaitedSince(ticket), people: [...managers] });
  }
  if (snooze && localDay(snooze.until, timezone) === localDay(now, timezone) && snooze.until > now) {
    reminders.push({ reason: 'snooze_ends', since: snooze.until, people: [snooze.by] });
  }
  return reminders;
}

/** By why it is there, then by how long it has been so. */
function oldestFirst(one: ListEntry, other: ListEntry): number {
  const rank = ({ reasons }: ListEntry) =>
    Math.min(...reasons.map(({ reason }) => reminderReasons.indexOf(reason)));
  const since = ({ reasons }: ListEntry) => reasons[0]?.since ?? '';
  return rank(one) - rank(other) || since(one).localeCompare(since(other));
}
