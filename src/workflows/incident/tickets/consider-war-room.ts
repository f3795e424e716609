import type { Desk } from '../../../desk.ts';
import { isUnderWay } from '../../../domain/incident/words.ts';
import { nothing } from '../../../domain/ticket/decision.ts';
import { mayHaveWarRoom, offerWarRoom } from '../../../domain/ticket/incident.ts';
import type { Ticket } from '../../../domain/ticket/ticket.ts';
import type { Claims } from '../../../store-port.ts';
import { askedByDesk, changeTicket, loadTicket } from '../../change-ticket.ts';
import { incidentAskedByDesk, loadIncident } from '../change-incident.ts';
import { addToIncident } from './add-to-incident.ts';
import { openWarRoom } from './open-war-room.ts';

/**
 * A ticket is critical: it joins the incident of its copies, gets a war room of its own, or somebody is asked whether it
 * should, whichever the desk is set to.
 */
export async function considerWarRoom(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const ticket = await loadTicket(desk, id);
  const asked = askedByDesk(desk);
  const isOffer = desk.settings.incidents.declare === 'offer';
  if (!ticket || !mayHaveWarRoom(ticket)) {
    await changeTicket(desk, id, () => nothing, { fired: timer });
    return;
  }
  const known = await incidentOfCopies(desk, ticket);
  if (isOffer) {
    await changeTicket(desk, id, (current) => offerWarRoom(current, known, asked), { fired: timer });
    return;
  }
  if (known !== undefined)
    await addToIncident(desk, { ticket: id, incident: known }, incidentAskedByDesk(desk));
  else {
    const wanted = { from: 'triage', visibility: 'open', severity: 'P1', tickets: [] } as const;
    await openWarRoom(desk, { ticket: id, ...wanted }, asked);
  }
  await changeTicket(desk, id, () => nothing, { fired: timer });
}

/** The open incident of a ticket that says the same, while it is under way. Never a restricted one: it stays unnamed. */
async function incidentOfCopies(desk: Desk, ticket: Ticket): Promise<string | undefined> {
  const same = [
    ...(ticket.copyOf ? [ticket.copyOf.ticket] : []),
    ...(ticket.copies ?? []),
    ...ticket.links.filter(({ kind }) => kind === 'duplicate').map((link) => link.ticket),
  ];
  for (const id of new Set(same)) {
    const marked = (await loadTicket(desk, id))?.incident?.incident;
    const incident = marked === undefined ? undefined : await loadIncident(desk, marked);
    if (incident?.visibility === 'open' && incident.mode === 'live' && isUnderWay(incident.lifecycle))
      return incident.id;
  }
  return undefined;
}
