import { setImmediate } from 'node:timers/promises';
import type { Desk } from '../desk.ts';
import { applyCurrentPolicy } from '../domain/sla/apply-policy.ts';
import { type DueMove, dueMoves, type ReapplyPreview } from '../domain/sla/due-moves.ts';
import {
  type PoliciesEvent,
  type PromisesView,
  type Reapply,
  type ReapplyRefusal,
  runningReapply,
  startReapply,
} from '../domain/sla/policies.ts';
import type { Asked } from '../domain/ticket/decision.ts';
import { byTime } from '../domain/time.ts';
import { liveStatuses } from '../domain/words.ts';
import type { Claims, OutboxAdd, TicketSummary } from '../store-port.ts';
import { changeTicket } from './change-ticket.ts';
import { changePolicies, loadPolicies } from './policies.ts';
import { readableTicket } from './readable-ticket.ts';

/** Open tickets that run on an older edition than the current one, or on none although they are sorted; next due first. */
export async function onOlderEditions(
  desk: Pick<Desk, 'store' | 'settings'>,
): Promise<readonly TicketSummary[]> {
  const { edition } = desk.settings.policies.current;
  const open = await desk.store.tickets({ status: liveStatuses, order: 'due' });
  return open.filter(
    (ticket) => ticket.edition !== edition && (ticket.edition !== undefined || ticket.severity !== undefined),
  );
}

/** What a manager sees of the promises. */
export async function viewOfPromises(desk: Pick<Desk, 'store' | 'settings'>): Promise<PromisesView> {
  const [older, { reapply }] = await Promise.all([onOlderEditions(desk), loadPolicies(desk)]);
  return { older: older.length, reapply };
}

/** More tickets would take longer to read than a form may take to open. */
const mostRead = 1000;
/** So many are read before others have their turn. */
const atOneGo = 25;

/** Looks at what would happen without changing anything. */
export async function previewReapply(desk: Desk, asked: Asked): Promise<ReapplyPreview> {
  const book = desk.settings.policies;
  const older = await onOlderEditions(desk);
  const read = older.slice(0, mostRead);
  const moves: DueMove[] = [];
  let unmoved = 0;
  for (const [index, { id }] of read.entries()) {
    if (index % atOneGo === atOneGo - 1) await setImmediate();
    const ticket = await readableTicket(desk, id);
    const moved = ticket ? dueMoves(ticket, book, asked) : [];
    if (moved.every(({ stays }) => stays)) unmoved += 1;
    moves.push(...moved);
  }
  return {
    edition: book.current.edition,
    tickets: older.length,
    moves: moves.sort((one, other) => byTime(one.due, other.due)),
    unmoved,
    unread: older.length - read.length,
  };
}

const timerKey = 'reapply';

/** A manager puts all open tickets on the current edition; `edition` is the one they have looked at. */
export async function askReapply(
  desk: Desk,
  edition: number,
  asked: Parameters<typeof startReapply>[2],
): Promise<ReapplyRefusal | undefined> {
  const tickets = (await onOlderEditions(desk)).map(({ id }) => id);
  return changePolicies(
    desk,
    (policies) => startReapply(policies, { edition, tickets }, asked),
    (_after, events) =>
      events.length === 0
        ? {}
        : { timers: [{ set: timerKey, kind: 'reapply_policies', dueAt: desk.clock.now() }] },
  );
}

/** Few enough that progress is seen and a lease lasts. */
const atOnce = 10;

/**
 * The next tickets are put on the edition, then what was done is written down and the rest is planned. Whatever the
 * process dies of, it goes on with those not written down; a ticket that is on the edition already is left alone.
 */
export async function reapplyPolicies(desk: Desk, { timer }: Claims['timers']): Promise<void> {
  const reapply = runningReapply(await loadPolicies(desk));
  const book = desk.settings.policies;
  const isOvertaken = reapply !== undefined && reapply.edition !== book.current.edition;
  const turn = reapply && !isOvertaken ? reapply.waiting.slice(0, atOnce) : [];
  for (const id of turn) {
    const asked: Asked = { by: reapply?.by ?? 'desk', role: 'manager', at: desk.clock.now() };
    if (!(await readableTicket(desk, id))) continue;
    await changeTicket(desk, id, (ticket) => applyCurrentPolicy(ticket, book, asked));
  }
  const at = desk.clock.now();
  await changePolicies(
    desk,
    (policies) => {
      const running = runningReapply(policies);
      if (!running || running.at !== reapply?.at) return { events: [] };
      const done: PoliciesEvent[] = turn.length > 0 ? [{ type: 'reapplied', at, tickets: [...turn] }] : [];
      const isOver = isOvertaken || running.waiting.length <= turn.length;
      const how = isOvertaken ? ('overtaken' as const) : ('done' as const);
      return { events: isOver ? [...done, { type: 'reapply_ended', at, how }] : done };
    },
    (after, events) => {
      const ended = events.some(({ type }) => type === 'reapply_ended');
      return {
        timers: runningReapply(after)
          ? [{ set: timer.key, kind: timer.kind, dueAt: at }]
          : [{ cancel: timer.key }],
        outbox: ended && after.reapply ? [newsOf(after.reapply, desk)] : [],
      };
    },
  );
}

/** Said where the team works, because every one of them sees other due times from now on. */
function newsOf({ at }: Reapply, desk: Pick<Desk, 'settings'>): OutboxAdd {
  return {
    add: `policies:${at}`,
    kind: 'policies',
    channel: desk.settings.channels.triage,
    ref: at,
    priority: 6,
  };
}

/** What was said to the team is said. */
export async function endPolicyNews(desk: Desk, { row }: Claims['outbox']): Promise<void> {
  await changePolicies(
    desk,
    () => ({ events: [] }),
    () => ({ outbox: [{ done: row.key, generation: row.generation }] }),
  );
}
