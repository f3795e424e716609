import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import { isLive, type Ticket } from './ticket.ts';

/** More are counted no further: by then nobody reads their numbers. */
const mostCopies = 500;

/** A copy that nobody works by itself: it is shown in a line and no draft is written for it. */
export function isHeldBack(ticket: Ticket): boolean {
  return (
    ticket.copyOf !== undefined &&
    ticket.copyOf.alone === undefined &&
    isLive(ticket) &&
    ticket.drafts.length === 0 &&
    ticket.firstRespondedAt === undefined
  );
}

/** Notes that an older ticket says the very same, or that none does any more. */
export function recogniseCopy(
  ticket: Ticket,
  found: { readonly of: string; readonly earlier: number } | undefined,
  asked: Asked,
): Decision {
  if (ticket.copyOf?.ticket === found?.of) return nothing;
  // Somebody put it together with another, or works on it: what it is called no longer matters.
  if (!isLive(ticket) || ticket.drafts.length > 0) return nothing;
  return { events: [{ type: 'copy_recognised', earlier: 0, ...found, ...stamp(asked) }] };
}

/** Notes on the older ticket that another one says the same. */
export function seeCopy(ticket: Ticket, copy: string, asked: Asked): Decision {
  const known = ticket.copies ?? [];
  if (copy === ticket.id || known.includes(copy) || known.length >= mostCopies) return nothing;
  return { events: [{ type: 'copy_seen', ticket: copy, ...stamp(asked) }] };
}

/** Copies that nobody has linked or merged with this ticket yet. */
export function looseCopies(ticket: Ticket): readonly string[] {
  return (ticket.copies ?? []).filter(
    (copy) =>
      !ticket.links.some((link) => link.ticket === copy) &&
      !ticket.absorbed.some((entry) => entry.ticket === copy),
  );
}
