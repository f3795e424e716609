import { type Instant, millisecondsBetween } from '../time.ts';
import type { IncidentEvent } from './event.ts';
import type { IncidentFigures } from './figures.ts';
import { type TellingState, tellingAfter, toldNow } from './telling.ts';

/** An update that was owed by a moment. Without `toldAt` nobody was told before something else was owed, or it ended. */
export type OwedUpdate = {
  readonly dueAt: Instant;
  readonly because: 'first' | 'cadence' | 'change' | 'final';
  /** The line of the log that made it due, from 1; and the one by which the last customer was told. */
  readonly line: number;
  readonly update?: string;
  readonly toldAt?: Instant;
  readonly toldLine?: number;
  /** Until when customers waited past it; absent when they did not. */
  readonly lateUntil?: Instant;
};

/** A time that customers were told, and when they then heard. */
export type NamedTime = {
  readonly update: string;
  readonly at: Instant;
  readonly line: number;
  readonly toldAt?: Instant;
  readonly toldLine?: number;
};

/** Every update that was owed and every time that was named, in order, as far as the log goes. */
export type Owed = { readonly owed: readonly OwedUpdate[]; readonly named: readonly NamedTime[] };

type Due = Pick<OwedUpdate, 'dueAt' | 'because' | 'line'>;

/**
 * What was owed to customers and what became of it. An update counts as told when every ticket was dealt with and somebody
 * heard it. A due time counts once it has passed or was met; one that was moved before it came does not. Only the final
 * update meets the time by which that is owed.
 */
export function owedUpdates(events: readonly IncidentEvent[]): Owed {
  const owed: OwedUpdate[] = [];
  const named: NamedTime[] = [];
  let telling: TellingState = new Map();
  let due: Due | undefined;
  let promise: NamedTime | undefined;
  let now: Instant = '';
  const drop = () => {
    if (due && due.dueAt < now) owed.push({ ...due, lateUntil: now });
    due = undefined;
  };
  for (const [index, event] of events.entries()) {
    const line = index + 1;
    now = event.at > now ? event.at : now;
    const told = toldNow(telling, event);
    telling = tellingAfter(telling, event);
    if (told) {
      if (promise) named.push({ ...promise, toldAt: now, toldLine: line });
      promise = told.promises === undefined ? undefined : { update: told.update, at: told.promises, line };
      if (due && (due.because !== 'final' || told.kind === 'final')) {
        const late = due.dueAt < now ? { lateUntil: now } : {};
        owed.push({ ...due, update: told.update, toldAt: now, toldLine: line, ...late });
        due = undefined;
      }
    }
    const next = dueSetBy(event, due);
    if (next === undefined) continue;
    drop();
    due = next === 'none' ? undefined : { ...next, line };
  }
  drop();
  if (promise && promise.at < now) named.push(promise);
  return { owed, named };
}

/** What an event makes due; `none`: nothing is owed any more. */
function dueSetBy(event: IncidentEvent, due: Due | undefined): Omit<Due, 'line'> | 'none' | undefined {
  switch (event.type) {
    case 'declared':
      return { dueAt: event.firstUpdateDueAt, because: 'first' };
    case 'cadence_set':
      return { dueAt: event.dueAt, because: event.because };
    case 'absorbed':
      return due && event.dueAt !== undefined && event.dueAt < due.dueAt
        ? { dueAt: event.dueAt, because: due.because }
        : undefined;
    case 'cancelled':
    case 'merged':
    case 'closed':
      return 'none';
    default:
      return undefined;
  }
}

/** How punctual customers were told. A wait that goes on through several due times is one wait. */
export function punctuality(
  events: readonly IncidentEvent[],
): Pick<
  IncidentFigures,
  'updatesDue' | 'updatesInTime' | 'lateMs' | 'worstLateMs' | 'promises' | 'promisesKept'
> {
  const { owed, named } = owedUpdates(events);
  const waits = waitsOf(owed);
  return {
    updatesDue: owed.length,
    updatesInTime: owed.filter(({ dueAt, toldAt }) => toldAt !== undefined && toldAt <= dueAt).length,
    lateMs: waits.reduce((sum, wait) => sum + wait, 0),
    worstLateMs: Math.max(0, ...waits),
    promises: named.length,
    promisesKept: named.filter(({ at, toldAt }) => toldAt !== undefined && toldAt <= at).length,
  };
}

/** How long customers waited past what was owed, in ms; what follows without a break is one wait. */
function waitsOf(owed: readonly OwedUpdate[]): readonly number[] {
  const waits: { from: Instant; to: Instant; over: boolean }[] = [];
  for (const { dueAt, lateUntil, toldAt } of owed) {
    if (lateUntil === undefined) continue;
    const last = waits.at(-1);
    if (last && !last.over && dueAt <= last.to) {
      last.to = lateUntil;
      last.over = toldAt !== undefined;
    } else waits.push({ from: dueAt, to: lateUntil, over: toldAt !== undefined });
  }
  return waits.map(({ from, to }) => millisecondsBetween(from, to));
}
