import type { Instant } from '../../time.ts';
import type { IncidentEvent } from '../event.ts';
import type { UpdateKind } from '../words.ts';

/** An update on its way: who waits for it, who heard it, and whether it counts as told. */
type Telling = {
  readonly update: string;
  readonly kind: UpdateKind;
  readonly promises?: Instant;
  readonly waiting: ReadonlySet<string>;
  readonly heard: number;
  readonly told: boolean;
};

export type TellingState = ReadonlyMap<string, Telling>;

/** The updates after one more event. */
export function tellingAfter(state: TellingState, event: IncidentEvent): TellingState {
  const next = after(state, event);
  return next === undefined ? state : new Map(state).set(next.update, next);
}

/** The update that this event completes: nobody waits for it any more, somebody heard it, and this for the first time. */
export function toldNow(state: TellingState, event: IncidentEvent): Telling | undefined {
  const next = after(state, event);
  return next?.told && !state.get(next.update)?.told ? next : undefined;
}

function after(state: TellingState, event: IncidentEvent): Telling | undefined {
  switch (event.type) {
    case 'update_drafted': {
      const { update, kind, promises } = event.update;
      const named = promises === undefined ? {} : { promises };
      return { update, kind, ...named, waiting: new Set(), heard: 0, told: false };
    }
    case 'update_approved':
    case 'update_retried': {
      const known = state.get(event.update);
      return known && { ...known, waiting: new Set([...known.waiting, ...event.tickets]) };
    }
    case 'update_delivered':
    case 'customer_called':
      return settled(state.get(event.update), event.ticket, 1);
    case 'update_failed':
      return settled(state.get(event.update), event.ticket, 0);
    default:
      return undefined;
  }
}

function settled(known: Telling | undefined, ticket: string, heard: 0 | 1): Telling | undefined {
  if (!known) return undefined;
  const waiting = new Set([...known.waiting].filter((each) => each !== ticket));
  const all = known.heard + heard;
  return { ...known, waiting, heard: all, told: known.told || (waiting.size === 0 && all > 0) };
}
