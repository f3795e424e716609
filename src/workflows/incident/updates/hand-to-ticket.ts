import { incidentUpdateText } from '../../../cards/requester/incident-update-text.ts';
import type { Desk } from '../../../desk.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { isUnhanded } from '../../../domain/incident/updates/agenda-delivery.ts';
import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import { whyNotSent } from '../../../domain/incident/updates/update-delivery.ts';
import type { Asked } from '../../../domain/ticket/decision.ts';
import { incidentReply, sayOfIncident } from '../../../domain/ticket/incident.ts';
import { retryDelivery } from '../../../domain/ticket/reply.ts';
import { isLive, type Ticket } from '../../../domain/ticket/ticket.ts';
import { changeTicket } from '../../change-ticket.ts';
import { loadIncident } from '../change-incident.ts';
import { readerOf, ticketToTell } from './update-readers.ts';

/** `handed`: the ticket keeps it and says it. `sunk`: a drill tells nobody. `lapsed`: it may not go out any more. */
export type Handed = 'handed' | 'sunk' | 'lapsed' | 'nothing' | { readonly lost: string };

/**
 * Gives one ticket an update that waits for it, as things are at this moment. Done twice, the ticket has it once; two
 * tickets that were merged have it once, in each of their threads.
 */
export async function handToTicket(
  desk: Desk,
  { id, update, ticket }: { readonly id: string; readonly update: string; readonly ticket: string },
): Promise<Handed> {
  const incident = await loadIncident(desk, id);
  const approved = incident?.updates.find((known) => known.update === update);
  const delivery = approved?.deliveries[ticket];
  if (!incident || !delivery || approved.state !== 'approved' || !isUnhanded(delivery)) return 'nothing';
  const again = 'waiting' in delivery && delivery.again === true;
  const since = 'waiting' in delivery ? delivery.since : undefined;
  const why = whyNotSent(incident, approved, { since, now: desk.clock.now() });
  if (incident.mode === 'drill') return why === undefined ? 'sunk' : 'lapsed';
  const told = await ticketToTell(desk, ticket);
  if (!told) return { lost: 'The ticket is not there any more' };
  const has = incidentReply(told, { incident: id, update });
  if (has && !again) return 'handed';
  if (why !== undefined) return 'lapsed';
  // What was merged is counted with the ticket it went into.
  const isPart = incident.tickets.some((known) => known.ticket === ticket || known.ticket === told.id);
  if (!has && !isPart) return { lost: 'The ticket is not part of the incident any more' };
  // Whoever let it go speaks on every ticket, in whatever part they have.
  const asked: Asked = { by: approved.approved?.by ?? 'desk', role: 'agent', at: desk.clock.now() };
  if (has) {
    await changeTicket(desk, told.id, (current) => retryDelivery(current, asked));
    return 'handed';
  }
  return say(desk, { incident, approved, told, asked });
}

async function say(
  desk: Desk,
  {
    incident,
    approved,
    told,
    asked,
  }: {
    readonly incident: Incident;
    readonly approved: IncidentUpdate;
    readonly told: Ticket;
    readonly asked: Asked;
  },
): Promise<Handed> {
  const reader = await readerOf(desk, { id: told.id, known: told }, asked.at);
  const words = {
    incident: incident.id,
    update: approved.update,
    publicText: incidentUpdateText(incident, approved, reader),
    nextUpdateAt: approved.promises,
  };
  const changed = await changeTicket(desk, told.id, (current) =>
    sayOfIncident(
      current,
      // Whoever closed it already said that it works.
      { ...words, next: approved.kind === 'final' && isLive(current) ? 'ask' : 'keep' },
      asked,
    ),
  );
  if (changed.outcome === 'refused') return { lost: 'The ticket was merged into another one meanwhile' };
  return changed.outcome === 'unknown_ticket' ? { lost: 'The ticket is not there any more' } : 'handed';
}
