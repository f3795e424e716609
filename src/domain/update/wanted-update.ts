import type { Clock } from '../sla/clock.ts';
import { liveClocks } from '../sla/clocks-of.ts';
import { isResolution } from '../sla/policy.ts';
import type { PolicyBook } from '../sla/policy-book.ts';
import { isOpenProposal } from '../ticket/extension.ts';
import type { CustomerUpdate, LaterTime } from '../ticket/promises.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import { isSamePromise, laterTime } from './update-story.ts';

/** Which update is to be written: for which clock (its id), and which later time it asks for. */
export type WantedUpdate = {
  readonly kind: CustomerUpdate['kind'];
  readonly clock: string;
  readonly proposes?: LaterTime | undefined;
};

type At = { readonly book: PolicyBook; readonly now: Instant };

/** What a clock that comes near its end asks for; undefined where that was asked, and no update is near. */
export function wantedFor(
  ticket: Ticket,
  { clock, kind }: { readonly clock: Clock; readonly kind: CustomerUpdate['kind'] },
  at: At,
): WantedUpdate | undefined {
  if (kind === 'progress') return { kind, clock: clock.id };
  const live = liveClocks(ticket, at.book, at.now);
  const proposes = isAsked(ticket, clock, live, at.now) ? undefined : laterTime(clock, ticket, at);
  if (proposes) return { kind, clock: clock.id, proposes };
  const isNear = live.some(({ steps }) =>
    steps.some(({ step, at: from }) => step === 'prepare' && from <= at.now),
  );
  return isNear ? { kind: 'progress', clock: clock.id } : undefined;
}

/** Nothing else is needed while this one stands: it is for the same, or for what is due sooner and says more. */
export function doesAsMuch(
  standing: CustomerUpdate | undefined,
  wanted: WantedUpdate,
  { ticket, book, now }: At & { readonly ticket: Ticket },
): boolean {
  if (!standing) return false;
  if (standing.clock === wanted.clock) return standing.kind === wanted.kind;
  if (wanted.kind === 'delay') return false;
  if (standing.kind === 'progress') return true;
  const live = liveClocks(ticket, book, now);
  const dueAt = (id: string) => live.find((clock) => clock.id === id)?.dueAt;
  const [itsOwn, other] = [dueAt(standing.clock), dueAt(wanted.clock)];
  return itsOwn !== undefined && other !== undefined && now < itsOwn && itsOwn <= other;
}

/** What a person who wants one now gets; undefined where nothing runs that it could be for. */
export function wantedNow(ticket: Ticket, at: At): WantedUpdate | undefined {
  const live = [...liveClocks(ticket, at.book, at.now)].sort((one, other) =>
    one.dueAt < other.dueAt ? -1 : 1,
  );
  const standing = ticket.updates?.at(-1);
  for (const clock of live) {
    if (clock.target === 'next_update' || !isNearItsEnd(clock, at.now)) continue;
    const wanted = wantedFor(ticket, { clock, kind: 'delay' }, at);
    const stands = standing?.state === 'proposed' && standing.kind === 'delay' && standing.clock === clock.id;
    if (wanted?.kind === 'delay' && !stands) return wanted;
  }
  const clock = live.find(({ target }) => target === 'next_update') ?? live[0];
  return clock && { kind: 'progress', clock: clock.id };
}

/** Its last warning is over. */
function isNearItsEnd({ state, steps, dueAt }: Clock, now: Instant): boolean {
  const last = steps.findLast(({ step }) => step.startsWith('warn_'));
  return state === 'running' && (last?.at ?? dueAt) <= now;
}

/**
 * A later time was asked for, was not answered, and is still ahead; or both solutions are due at once, and the first
 * speaks for both.
 */
function isAsked(ticket: Ticket, clock: Clock, live: readonly Clock[], now: Instant): boolean {
  const isOpen = ticket.replies.some(
    (reply) =>
      reply.proposes &&
      isSamePromise(reply.proposes.target, clock.target) &&
      reply.proposes.dueAt > now &&
      isOpenProposal(ticket, reply),
  );
  if (isOpen || !isResolution(clock.target)) return isOpen;
  return (
    clock.target === 'total_resolution' &&
    live.some(({ target, dueAt }) => target === 'first_resolution' && dueAt === clock.dueAt)
  );
}
