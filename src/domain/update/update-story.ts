import { midnightsBetween } from '../calendar/local-time.ts';
import { addBusiness } from '../calendar/working-time.ts';
import type { SlaTarget } from '../sla/policy.ts';
import type { PolicyBook } from '../sla/policy-book.ts';
import { ifCountable } from '../sla/uncounted.ts';
import { isRequesterOf } from '../ticket/is-requester-of.ts';
import type { LaterTime } from '../ticket/promises.ts';
import { type PublicReply, requesterMessages, type Ticket } from '../ticket/ticket.ts';
import { hour, type Instant, instant, millisecondsBetween, minute } from '../time.ts';
import { type Tongue, tongueOf } from './tongue.ts';

/** Where the request stands, as the requester may know it. */
export const standings = ['in_line', 'working', 'specialist', 'others', 'yours'] as const;
export type Standing = (typeof standings)[number];

/** What happened since we last wrote. */
export const newsKinds = ['passed_on', 'waiting', 'heard_you', 'not_settled', 'taken', 'unchanged'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** All that an update may say: facts that are public or harmless, no words of the team, none of the requester's own. */
export type UpdateStory = {
  readonly ticket: string;
  readonly tongue: Tongue;
  /** The reader's IANA zone. */
  readonly zone: string;
  readonly now: Instant;
  readonly standing: Standing;
  readonly since: Instant;
  /** Absent when nothing was said before. */
  readonly news?: { readonly kind: NewsKind; readonly at: Instant };
  /** On which day since it was asked we are, by the reader's calendar; the day itself is the first. */
  readonly days: number;
  /** Our message that named a workaround. */
  readonly workaroundAt?: Instant;
  readonly nextAt: Instant;
  readonly contact: string;
  /** The update before this one. */
  readonly previous?: string;
  /** For a promise that will not be kept. */
  readonly late?: { readonly was: Instant; readonly proposes: LaterTime };
};

/** What of a story the ticket does not know. */
export type Reader = {
  readonly zone: string;
  /** Whom to turn to: the assignee's name, or the desk's. */
  readonly contact: string;
};

/** What a ticket has to tell its requester at a moment. */
export function updateStory(
  ticket: Ticket,
  { zone, contact }: Reader,
  { now, nextAt }: { readonly now: Instant; readonly nextAt: Instant },
): UpdateStory {
  const said = lastSaid(ticket);
  const { standing, since } = standingOf(ticket);
  const workaroundAt = workaround(ticket);
  const previous = lastUpdate(ticket)?.publicText;
  return {
    ticket: ticket.id,
    tongue: tongueOf(ticket.triage?.language),
    zone,
    now,
    standing,
    since,
    ...(said === undefined ? {} : { news: newsSince(ticket, said) }),
    days: 1 + Math.max(0, midnightsBetween(ticket.openedAt, now, zone)),
    ...(workaroundAt === undefined ? {} : { workaroundAt }),
    nextAt,
    contact,
    ...(previous === undefined ? {} : { previous }),
  };
}

/** The latest update that went out. */
export function lastUpdate(ticket: Ticket): PublicReply | undefined {
  return ticket.replies.findLast((reply) => reply.update !== undefined);
}

/** When the requester's side last heard from us. */
function lastSaid(ticket: Ticket): Instant | undefined {
  const typed = ticket.messages.filter(({ from }) => from === 'desk').map(({ at }) => at);
  return [...typed, ...ticket.replies.map(({ at }) => at)].sort().at(-1);
}

function standingOf(ticket: Ticket): { readonly standing: Standing; readonly since: Instant } {
  const since = ticket.statusLog.at(-1)?.at ?? ticket.openedAt;
  if (ticket.status === 'on_hold') return { standing: 'others', since };
  if (ticket.status === 'pending') return { standing: 'yours', since };
  if (ticket.escalation) return { standing: 'specialist', since: ticket.escalation.at };
  const isTouched = ticket.assignee !== undefined || lastSaid(ticket) !== undefined;
  return isTouched ? { standing: 'working', since } : { standing: 'in_line', since: ticket.openedAt };
}

function newsSince(ticket: Ticket, said: Instant): NonNullable<UpdateStory['news']> {
  const { status, escalation, hold, assignee } = ticket;
  const notSettled = [
    ...(ticket.disputes ?? []),
    ...ticket.reopened.filter(({ by }) => isRequesterOf(ticket, by)),
  ].at(-1)?.at;
  const heard = requesterMessages(ticket).at(-1)?.at;
  const candidates: readonly (readonly [NewsKind, Instant | undefined])[] = [
    ['passed_on', escalation?.at],
    ['waiting', status === 'on_hold' ? hold?.at : undefined],
    ['not_settled', notSettled],
    ['heard_you', heard],
    ['taken', assignee?.at],
  ];
  for (const [kind, at] of candidates) if (at !== undefined && at > said) return { kind, at };
  return { kind: 'unchanged', at: said };
}

/** Says that there is another way for now. */
const wayRound =
  /workaround|work-around|in the meantime|meanwhile|until then|for now,|übergangsweise|in der zwischenzeit|bis dahin|umgehung|solución temporal|mientras tanto|de momento puede|provisional|contournement|en attendant|provisoire|entre-temps/iu;

/** The latest answer of ours that named one and was not said to fail. Updates repeat it; they do not count. */
function workaround(ticket: Ticket): Instant | undefined {
  const failed = (ticket.disputes ?? []).at(-1)?.at ?? '';
  const named = ticket.replies.findLast(
    ({ publicText, update, delivered, at }) =>
      update === undefined && delivered.length > 0 && at > failed && wayRound.test(publicText),
  );
  return named?.delivered[0]?.at;
}

/** When the update after this one comes, by the cadence; undefined where none is promised. */
export function nextUpdateBy(ticket: Ticket, book: PolicyBook, now: Instant): Instant | undefined {
  const pin = ticket.policies?.at(-1);
  const terms = pin && book.terms(pin)?.targets.next_update;
  if (!pin || !terms) return undefined;
  return ifCountable(() => addBusiness(now, terms.withinMs, book.calendar(pin.edition, terms.calendar)));
}

/** A time people say: whole five minutes, never later, and never nearer than half of the wait. */
export function roundedDown(now: Instant, at: Instant): Instant {
  const rounded = instant(Math.floor(Date.parse(at) / (5 * minute)) * 5 * minute);
  return millisecondsBetween(now, rounded) * 2 >= millisecondsBetween(now, at) ? rounded : at;
}

/** A later time to ask for: half of the promised time again and at least an hour, on the target's calendar, to a quarter hour. */
export function laterTime(
  promise: { readonly target: SlaTarget; readonly dueAt: Instant },
  ticket: Ticket,
  { book, now }: { readonly book: PolicyBook; readonly now: Instant },
): LaterTime | undefined {
  const pin = ticket.policies?.at(-1);
  const terms = pin && book.terms(pin)?.targets[promise.target];
  if (!pin || !terms) return undefined;
  const from = promise.dueAt > now ? promise.dueAt : now;
  const calendar = book.calendar(pin.edition, terms.calendar);
  const at = ifCountable(() => addBusiness(from, Math.max(hour, terms.withinMs / 2), calendar));
  if (at === undefined) return undefined;
  const quarter = 15 * minute;
  return { target: promise.target, dueAt: instant(Math.ceil(Date.parse(at) / quarter) * quarter) };
}
