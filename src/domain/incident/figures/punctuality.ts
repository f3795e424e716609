import { type Instant, laterBy, millisecondsBetween } from '../../time.ts';
import { lateAfterMs } from '../cadence/rungs.ts';
import type { IncidentEvent } from '../event.ts';
import type { OwedReason } from '../words.ts';
import type { IncidentFigures } from './figures.ts';
import { type TellingState, tellingAfter, toldNow } from './telling.ts';

/**
 * An update that was owed by a moment. What changes makes one due at once; it takes people a moment to write it, so that
 * one is owed five minutes later, which is when the ladder calls it late. Without `toldAt` nobody was told before something else was owed, or it ended. */
export type OwedUpdate = {
  readonly dueAt: Instant;
  readonly because: OwedReason;
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
export type Owed = {
  readonly owed: readonly OwedUpdate[];
  readonly named: readonly NamedTime[];
  /** How long customers waited past what was owed; a wait goes on while what is owed instead is owed at once. */
  readonly waits: readonly { readonly from: Instant; readonly to: Instant }[];
};

/** `askedFor`: when the desk asks for it, which for what changes is before it is owed. */
type Due = Pick<OwedUpdate, 'dueAt' | 'because' | 'line'> & { readonly askedFor: Instant };

/**
 * What was owed to customers and what became of it. An update counts as told when every ticket was dealt with and somebody
 * heard it. A due time counts once it has passed or was met; one that was moved before it came does not. Only the final
 * update meets the time by which that is owed.
 */
export function owedUpdates(events: readonly IncidentEvent[]): Owed {
  const owed: OwedUpdate[] = [];
  const named: NamedTime[] = [];
  const waits: { from: Instant; to: Instant }[] = [];
  let waitFrom: Instant | undefined;
  let telling: TellingState = new Map();
  let due: Due | undefined;
  let promise: NamedTime | undefined;
  let now: Instant = '';
  let setAt: Instant = '';
  // What was owed before it was known to be is waited for from then on.
  const waitsFrom = () => waitFrom ?? (due && (due.dueAt > setAt ? due.dueAt : setAt));
  const endWait = () => {
    const from = waitsFrom();
    if (from !== undefined && from < now) waits.push({ from, to: now });
    waitFrom = undefined;
  };
  const drop = () => {
    if (due && due.dueAt < now) owed.push({ ...shown(due), lateUntil: now });
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
        owed.push({ ...shown(due), update: told.update, toldAt: now, toldLine: line, ...late });
        endWait();
        due = undefined;
      }
    }
    const next = dueSetBy(event, due);
    if (next === undefined) continue;
    const from = waitsFrom();
    const goesOn = from !== undefined && from < now && next !== 'none' && next.askedFor <= now;
    if (goesOn) waitFrom = from;
    else endWait();
    drop();
    setAt = now;
    due = next === 'none' ? undefined : { ...next, line };
  }
  endWait();
  drop();
  if (promise && promise.at < now) named.push(promise);
  return { owed, named, waits };
}

function shown({ dueAt, because, line }: Due): Pick<OwedUpdate, 'dueAt' | 'because' | 'line'> {
  return { dueAt, because, line };
}

/** What an event makes due; `none`: nothing is owed any more. */
function dueSetBy(event: IncidentEvent, due: Due | undefined): Omit<Due, 'line'> | 'none' | undefined {
  switch (event.type) {
    case 'declared':
      return { dueAt: event.firstUpdateDueAt, because: 'first', askedFor: event.firstUpdateDueAt };
    case 'cadence_set': {
      const { dueAt, because, at } = event;
      const isChange = because === 'change' && dueAt <= at;
      return { dueAt: isChange ? laterBy(dueAt, lateAfterMs) : dueAt, because, askedFor: dueAt };
    }
    case 'absorbed':
      return due && event.dueAt !== undefined && event.dueAt < due.askedFor
        ? { dueAt: event.dueAt, because: due.because, askedFor: event.dueAt }
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
  const { owed, named, waits } = owedUpdates(events);
  const waited = waits.map(({ from, to }) => millisecondsBetween(from, to));
  return {
    updatesDue: owed.length,
    updatesInTime: owed.filter(({ dueAt, toldAt }) => toldAt !== undefined && toldAt <= dueAt).length,
    lateMs: waited.reduce((sum, wait) => sum + wait, 0),
    worstLateMs: Math.max(0, ...waited),
    promises: named.length,
    promisesKept: named.filter(({ at, toldAt }) => toldAt !== undefined && toldAt <= at).length,
  };
}
