import type { TicketEventOf } from './event.ts';
import type { Ticket } from './ticket.ts';

/** `woken`: a snooze is over. `needed`: the requester was asked whether they still need us, and does. */
export type NudgeKind = 'woken' | 'needed';
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

function refOf({ kind, at, person }: Nudge): string {
  return [kind, at, person ?? ''].join('@');
}

/** What a row says; undefined for one that nobody made. */
export function nudgeOf(ref: string | undefined): Nudge | undefined {
  const [kind, at = '', ...rest] = (ref ?? '').split('@');
  if (kind !== 'woken' && kind !== 'needed') return undefined;
  const person = rest.join('@');
  return { kind, at, ...(person === '' ? {} : { person }) };
}
