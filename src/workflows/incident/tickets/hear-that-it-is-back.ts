import type { Desk } from '../../../desk.ts';
import { type IncidentDecision, nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { nothing } from '../../../domain/ticket/decision.ts';
import type { Ticket } from '../../../domain/ticket/ticket.ts';
import type { Claims } from '../../../store-port.ts';
import { changeTicket, loadTicket } from '../../change-ticket.ts';
import { changeIncident } from '../change-incident.ts';

/** Told that it is over, a customer says that it is not: it stands in the log, and whoever leads may reopen it. */
export async function hearThatItIsBack(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const ticket = await loadTicket(desk, id);
  const [, incident = ''] = timer.key.split(':');
  if (ticket) {
    const cause = `back:${id}:${timer.dueAt}`;
    await changeIncident(desk, incident, (current) => saidBack(desk, { current, ticket, cause }), { cause });
  }
  await changeTicket(desk, id, () => nothing, { fired: timer });
}

function saidBack(
  desk: Desk,
  said: { readonly current: Incident; readonly ticket: Ticket; readonly cause: string },
): IncidentDecision {
  const { current, ticket, cause } = said;
  if (current.lifecycle === 'merged' || current.lifecycle === 'cancelled') return nothingFollows;
  const lead = holderOf(current, 'commander');
  const at = desk.clock.now();
  const stamp = stampOf({ by: 'desk', role: 'desk', at, source: 'desk', cause });
  return {
    events: [
      { type: 'noted', text: `The requester of ${ticket.id} says that it is still broken.`, ...stamp },
      {
        type: 'nudged',
        about: `back:${ticket.id}`,
        to: lead === undefined ? [...desk.settings.incidents.managers] : [lead],
        ...stamp,
      },
    ],
  };
}
