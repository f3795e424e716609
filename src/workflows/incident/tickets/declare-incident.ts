import { maskedSecrets } from '../../../cards/masked-secrets.ts';
import type { Desk } from '../../../desk.ts';
import { Conflict } from '../../../domain/errors.ts';
import type { Declaration } from '../../../domain/incident/declare.ts';
import { declareIncident } from '../../../domain/incident/declare.ts';
import { nothing } from '../../../domain/ticket/decision.ts';
import type { Ticket } from '../../../domain/ticket/ticket.ts';
import type { Claims } from '../../../store-port.ts';
import { changeTicket, loadTicket } from '../../change-ticket.ts';
import { createIncident } from '../change-incident.ts';

/**
 * A ticket remembers that a war room is wanted: the incident is made from that, once. Everything else (room, roles, the
 * marks on other tickets) follows from the incident.
 */
export async function declareFromTicket(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const ticket = await loadTicket(desk, id);
  const wanted = ticket?.incident;
  if (ticket && wanted?.declared && !wanted.joined) {
    const others = await Promise.all(wanted.declared.tickets.map((other) => loadTicket(desk, other)));
    const tickets = [ticket, ...others.filter((other) => other !== undefined).filter(isFree)];
    const decision = declareIncident(declarationOf(desk, ticket, tickets.map(attachable)), {
      by: wanted.by,
      role: 'desk',
      at: wanted.at,
      source: sources[wanted.declared.from],
    });
    if (!('refused' in decision)) {
      await createIncident(desk, wanted.incident, decision.events).catch((error: unknown) => {
        // It was made before, and the process ended before the timer did.
        if (!(error instanceof Conflict)) throw error;
      });
    }
  }
  await changeTicket(desk, id, () => nothing, { fired: timer });
}

const sources = { command: 'command', button: 'button', triage: 'desk', pattern: 'desk' } as const;

function isFree(ticket: Ticket): boolean {
  return ticket.incident === undefined && !ticket.merged;
}

/** What an incident knows of a ticket. */
export function attachable(ticket: Ticket): Declaration['tickets'][number] {
  return {
    ticket: ticket.id,
    ...(ticket.account ? { account: ticket.account.id, accountName: ticket.account.name } : {}),
  };
}

function declarationOf(desk: Desk, ticket: Ticket, tickets: Declaration['tickets']): Declaration {
  const { incident, declared } = ticket.incident ?? {};
  return {
    id: incident ?? '',
    title: maskedSecrets(ticket.subject).text,
    severity: declared?.severity ?? 'P1',
    mode: 'live',
    visibility: declared?.visibility ?? 'open',
    from: declared?.from ?? 'button',
    tickets,
    firstUpdateWithinMs: desk.settings.incidents.cadence.firstMs,
  };
}
