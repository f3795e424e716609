import type { Desk } from '../../../desk.ts';
import type { WarRoomOpened } from '../../../domain/incident/tickets/war-room-opened.ts';
import type { Asked } from '../../../domain/ticket/decision.ts';
import { declareFor, type TicketDeclaration } from '../../../domain/ticket/incident.ts';
import type { Ticket } from '../../../domain/ticket/ticket.ts';
import { changeAsAsked, loadTicket } from '../../change-ticket.ts';
import { loadIncident } from '../change-incident.ts';

/** What somebody wants a war room for. */
export type WarRoomWanted = Omit<TicketDeclaration, 'incident'> & { readonly ticket: string };

/** Writes on the ticket that a war room is wanted; the incident follows from that, also after a crash. */
export async function openWarRoom(desk: Desk, wanted: WarRoomWanted, asked: Asked): Promise<WarRoomOpened> {
  const first = await standingTicket(desk, wanted.ticket);
  if (!first) return { outcome: 'unknown_ticket' };
  if (first.incident && !isOwn(first, asked))
    return { outcome: 'under_way', incident: first.incident.incident, ticket: first.id };
  const others = await Promise.all(
    wanted.tickets.filter((id) => id !== first.id).map((id) => loadTicket(desk, id)),
  );
  const known = others.filter((ticket) => ticket !== undefined);
  const free = known.filter((ticket) => !ticket.incident && !ticket.merged);
  const incident = first.incident?.incident ?? (await desk.store.nextIncidentId());
  const { from, severity } = wanted;
  const isQuiet = wanted.visibility === 'restricted' || (await wasRestricted(desk, first));
  const visibility = isQuiet ? 'restricted' : 'open';
  const tickets = free.map(({ id }) => id);
  const changed = await changeAsAsked(desk, first.id, asked, (ticket) =>
    declareFor(ticket, { incident, from, visibility, severity, tickets }, asked),
  );
  if (changed.outcome === 'unknown_ticket') return changed;
  const standing = changed.ticket.incident;
  if (changed.outcome === 'refused') {
    return standing && !isOwn(changed.ticket, asked)
      ? { outcome: 'under_way', incident: standing.incident, ticket: first.id }
      : { outcome: 'refused', refusal: changed.refusal };
  }
  return {
    outcome: 'declared',
    incident: standing?.incident ?? incident,
    ticket: first.id,
    leftOut: wanted.tickets
      .filter((id) => id !== first.id && !tickets.includes(id))
      .map((id) => ({ ticket: id, ...incidentOf(known.find((ticket) => ticket.id === id)) })),
  };
}

/** What was once for few stays so: a later incident about the same ticket would tell everybody its subject. */
async function wasRestricted(desk: Desk, { pastIncidents = [] }: Ticket): Promise<boolean> {
  const past = await Promise.all(pastIncidents.map((id) => loadIncident(desk, id)));
  return past.some((incident) => incident?.visibility === 'restricted');
}

/** The ticket it is worked in, when it was merged into another one. */
async function standingTicket(desk: Desk, id: string): Promise<Ticket | undefined> {
  const ticket = await loadTicket(desk, id);
  return ticket?.merged ? loadTicket(desk, ticket.merged.into) : ticket;
}

/** Declared by this very act, which is handled again. */
function isOwn(ticket: Ticket, { cause }: Asked): boolean {
  return cause !== undefined && ticket.incident?.declared !== undefined && ticket.handled.includes(cause);
}

function incidentOf(ticket: Ticket | undefined): { readonly incident?: string } {
  return ticket?.incident ? { incident: ticket.incident.incident } : {};
}
