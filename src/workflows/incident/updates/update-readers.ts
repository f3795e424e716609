import type { IncidentReader } from '../../../cards/requester/incident-update-text.ts';
import type { Desk } from '../../../desk.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import type { Ticket } from '../../../domain/ticket/ticket.ts';
import type { Instant } from '../../../domain/time.ts';
import { tongueOf } from '../../../domain/update/tongue.ts';

import { personOf } from '../../identify-requester.ts';
import { readersZone } from '../../prepare-update.ts';
import { readableTicket } from '../../readable-ticket.ts';

/** Longer chains of merged tickets are not followed. */
const mostMerges = 20;

/** The ticket in whose threads its requester is answered: itself, or the one it was merged into. */
export async function ticketToTell(desk: Desk, id: string): Promise<Ticket | undefined> {
  let ticket = await readableTicket(desk, id);
  for (let step = 0; ticket?.merged && step < mostMerges; step += 1)
    ticket = await readableTicket(desk, ticket.merged.into);
  return ticket?.merged ? undefined : ticket;
}

/** Whoever reads what is said on a ticket; of a ticket that only a drill has made up, somebody like anybody. */
export async function readerOf(
  desk: Desk,
  ticket: { readonly id: string; readonly known: Ticket | undefined },
  now: Instant,
): Promise<IncidentReader> {
  const { known } = ticket;
  return {
    ticket: known?.id ?? ticket.id,
    tongue: tongueOf(known?.triage?.language),
    zone: known ? await readersZone(desk, known) : desk.settings.timezone,
    now,
    contact: desk.settings.name,
  };
}

/** Whom customers can turn to: the liaison by name, else the desk. */
export async function contactOf(desk: Desk, incident: Incident): Promise<string> {
  const liaison = holderOf(incident, 'liaison') ?? holderOf(incident, 'backup_liaison');
  const person = liaison === undefined ? undefined : await personOf(desk, liaison);
  return person?.name || desk.settings.name;
}
