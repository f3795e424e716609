import type { TicketEventOf } from './event.ts';
import type { Ticket } from './ticket.ts';
import { proposedUpdate } from './updating.ts';

/**
 * `woken`: a snooze is over. `put_off`: the time for which an update was put off is over. `needed`: the requester was asked
 * whether they still need us, and does.
 */
export type NudgeKind = (typeof kinds)[number];
const kinds = ['woken', 'put_off', 'needed'] as const;
export type Nudge = { readonly kind: NudgeKind; readonly at: string; readonly person?: string };

/** Rows of what somebody of the team is told because the ticket is theirs to go on with; never because of themselves. */
export function nudgesOf(
  event: TicketEventOf<'woken' | 'resumed'>,
  before: Ticket | undefined,
  after: Ticket,
): readonly string[] {
  if (event.type === 'woken') {
    const person = before?.snooze?.by;
    return person === undefined || person === 'desk' || person === event.by
      ? []
      : [refOf({ kind: 'woken', at: event.at, person })];
  }
  const isTheirs = after.messages.some(({ author, from }) => from === 'requester' && author === event.by);
  const person = after.assignee?.person;
  return isTheirs
    ? [refOf({ kind: 'needed', at: event.at, ...(person === undefined ? {} : { person }) })]
    : [];
}

/** The row that calls back whoever put the proposed update off; nothing when it does not stand any more. */
export function putOffNudge(ticket: Ticket): string | undefined {
  const snooze = proposedUpdate(ticket)?.snoozes.at(-1);
  return snooze && refOf({ kind: 'put_off', at: snooze.until, person: snooze.by });
}

function refOf({ kind, at, person }: Nudge): string {
  return [kind, at, person ?? ''].join('@');
}

/** What a row says; undefined for one that nobody made. */
export function nudgeOf(ref: string | undefined): Nudge | undefined {
  const [name, at = '', ...rest] = (ref ?? '').split('@');
  const kind = kinds.find((known) => known === name);
  if (kind === undefined) return undefined;
  const person = rest.join('@');
  return { kind, at, ...(person === '' ? {} : { person }) };
}
