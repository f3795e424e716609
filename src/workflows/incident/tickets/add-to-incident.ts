import type { Desk } from '../../../desk.ts';
import type { IncidentAsked } from '../../../domain/incident/decision.ts';
import { attachTicket } from '../../../domain/incident/declare.ts';
import { loadTicket } from '../../change-ticket.ts';
import { changeIncidentAsAsked, type IncidentChanged } from '../change-incident.ts';
import { attachable } from './declare-incident.ts';

export type Added =
  | IncidentChanged
  | { readonly outcome: 'unknown_ticket'; readonly ticket: string }
  /** It is part of this incident, or of another one that may be nobody's business: only who looks may be told which. */
  | { readonly outcome: 'elsewhere'; readonly ticket: string; readonly incident: string }
  | { readonly outcome: 'closed'; readonly ticket: string };

/** One more ticket for an incident. A merged one stands for the ticket it is worked in. */
export async function addToIncident(
  desk: Desk,
  which: { readonly ticket: string; readonly incident: string },
  asked: IncidentAsked,
): Promise<Added> {
  const named = await loadTicket(desk, which.ticket);
  const ticket = named?.merged ? await loadTicket(desk, named.merged.into) : named;
  if (!ticket) return { outcome: 'unknown_ticket', ticket: which.ticket };
  const marked = ticket.incident?.incident;
  if (marked !== undefined && marked !== which.incident)
    return { outcome: 'elsewhere', ticket: ticket.id, incident: marked };
  if (ticket.status === 'closed') return { outcome: 'closed', ticket: ticket.id };
  return changeIncidentAsAsked(desk, which.incident, asked, (incident) =>
    attachTicket(incident, attachable(ticket), asked),
  );
}
