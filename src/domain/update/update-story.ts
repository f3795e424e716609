import { addBusiness } from '../calendar/working-time.ts';
import { liveClocks } from '../sla/clocks-of.ts';
import { isResolution, isResponse, type SlaTarget } from '../sla/policy.ts';
import type { PolicyBook } from '../sla/policy-book.ts';
import { ifCountable } from '../sla/uncounted.ts';
import { isRequesterOf } from '../ticket/is-requester-of.ts';
import type { LaterTime } from '../ticket/promises.ts';
import { type PublicReply, requesterMessages, type Ticket } from '../ticket/ticket.ts';
import { hour, type Instant, instant, millisecondsBetween, minute } from '../time.ts';
import { requestWords } from './request-words.ts';
import { type Tongue, tongueOf } from './tongue.ts';

/** Where the request stands, as the requester may know it. */
export const standings = ['in_line', 'open', 'taken', 'passed_on', 'others', 'yours'] as const;
export type Standing = (typeof standings)[number];

/** What happened since we last wrote. */
export const newsKinds = ['passed_on', 'waiting', 'heard_you', 'not_settled', 'taken', 'unchanged'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** All that an update may say: facts that are public or harmless, and no words of the team. */
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
  /** The requester's own words for it. */
  readonly request?: string;
  /** So urgent that they are told when there is no way round. */
  readonly isUrgent: boolean;
  /** Our message that named a workaround. */
  readonly workaroundAt?: Instant;
  readonly nextAt: Instant;
  readonly contact: string;
  /** For a promise that will not be kept; `told` is the time the requester was told before, if any. */
  readonly late?: { readonly told?: Instant; readonly proposes: LaterTime };
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
  const request = requestWords(ticket);
  return {
    ticket: ticket.id,
    tongue: tongueOf(ticket.triage?.language),
    zone,
    now,
    standing,
    since,
    ...(said === undefined ? {} : { news: newsSince(ticket, said) }),
    ...(request === undefined ? {} : { request }),
    isUrgent: ticket.triage?.severity === 'P1' || ticket.triage?.severity === 'P2',
    ...(workaroundAt === undefined ? {} : { workaroundAt }),
    nextAt,
    contact,
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
  if (ticket.escalation) return { standing: 'passed_on', since: ticket.escalation.at };
  if (ticket.assignee) return { standing: 'taken', since: ticket.assignee.at };
  const standing = lastSaid(ticket) === undefined ? 'in_line' : 'open';
  return { standing, since: ticket.openedAt };
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

/** The time the requester was told last for this promise; to them both solutions are one. */
export function toldLaterTime(ticket: Ticket, target: SlaTarget): Instant | undefined {
  return ticket.replies.findLast(
    ({ proposes, delivered }) => proposes && delivered.length > 0 && isSamePromise(proposes.target, target),
  )?.proposes?.dueAt;
}

/** To the requester a solution is one promise, and so is an answer. */
export function isSamePromise(one: SlaTarget, other: SlaTarget): boolean {
  return one === other || (isResolution(one) && isResolution(other));
}

/**
 * A later time to ask for: half of the promised time again and at least an hour, on the target's calendar, to a quarter
 * hour. An answer is never asked for later than the solution is due; undefined where that leaves no later time.
 */
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
  const rounded = instant(Math.ceil(Date.parse(at) / quarter) * quarter);
  const dueAt = isResponse(promise.target) ? notAfter(rounded, solutionDueAt(ticket, book, now)) : rounded;
  return dueAt > from ? { target: promise.target, dueAt } : undefined;
}

function notAfter(at: Instant, latest: Instant | undefined): Instant {
  return latest !== undefined && latest < at ? latest : at;
}

function solutionDueAt(ticket: Ticket, book: PolicyBook, now: Instant): Instant | undefined {
  return liveClocks(ticket, book, now)
    .filter(({ target }) => isResolution(target))
    .map(({ dueAt }) => dueAt)
    .sort()[0];
}
