import type { Visibility } from '../incident/words.ts';
import type { Instant } from '../time.ts';
import { isHeldBack } from './copies.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import type { TicketEventOf } from './event.ts';
import { may } from './permission.ts';
import { isLive, type PublicReply, type Ticket } from './ticket.ts';

/** What is said of an incident when somebody declares it on a ticket. */
export type TicketDeclaration = {
  /** A fresh number, e.g. `INC-7`. */
  readonly incident: string;
  readonly from: TicketEventOf<'incident_declared'>['from'];
  readonly visibility: Visibility;
  readonly severity: 'P1' | 'P2';
  /** Others that are about the same. */
  readonly tickets: readonly string[];
};

/**
 * A war room is wanted. The ticket remembers it first, so that there is one incident for it however many ask at once, and
 * the incident is made from what it remembers.
 */
export function declareFor(ticket: Ticket, declaration: TicketDeclaration, asked: Asked): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  if (ticket.incident) return { refused: 'in_incident' };
  if (ticket.status === 'closed') return { refused: 'closed' };
  return {
    events: [
      { type: 'incident_declared', ...declaration, tickets: [...declaration.tickets], ...stamp(asked) },
    ],
  };
}

/** The ticket carries the mark of an incident, until its requester knows the end of it. */
export function joinIncident(
  ticket: Ticket,
  { incident, room }: { readonly incident: string; readonly room?: string | undefined },
  asked: Asked,
): Decision {
  const known = ticket.incident;
  if (known && known.incident !== incident) return { refused: 'in_incident' };
  if (known?.joined && (room === undefined || known.room === room)) return nothing;
  return {
    events: [{ type: 'incident_joined', incident, ...(room === undefined ? {} : { room }), ...stamp(asked) }],
  };
}

export function leaveIncident(ticket: Ticket, incident: string, asked: Asked): Decision {
  if (ticket.incident?.incident !== incident) return nothing;
  return { events: [{ type: 'incident_left', incident, ...stamp(asked) }] };
}

/** Whoever could lead a war room is asked whether there should be one; asked once for a ticket. */
export function offerWarRoom(ticket: Ticket, known: string | undefined, asked: Asked): Decision {
  if (!mayHaveWarRoom(ticket) || ticket.warRoomOffered) return nothing;
  return {
    events: [{ type: 'war_room_offered', ...(known === undefined ? {} : { known }), ...stamp(asked) }],
  };
}

/** Critical, worked on, and never in an incident: what a person has cancelled is not begun again by the desk. */
export function mayHaveWarRoom(ticket: Ticket): boolean {
  const isFree = !ticket.incident && !ticket.pastIncidents?.length && !ticket.merged;
  return isFree && isLive(ticket) && !isHeldBack(ticket) && ticket.triage?.severity === 'P1';
}

/** An update of the incident for this requester, in their own language and zone. */
export type IncidentWords = {
  readonly incident: string;
  readonly update: string;
  readonly publicText: string;
  readonly next: Extract<PublicReply['next'], 'keep' | 'ask'>;
  readonly nextUpdateAt?: Instant | undefined;
};

/** What was approved for all affected customers is said to this one, once. */
export function sayOfIncident(ticket: Ticket, words: IncidentWords, asked: Asked): Decision {
  const { incident, update, publicText, next, nextUpdateAt } = words;
  if (ticket.merged) return { refused: 'merged' };
  if (incidentReply(ticket, { incident, update })) return nothing;
  return {
    events: [
      {
        type: 'reply_approved',
        reply: {
          reply: `r${ticket.replies.length + 1}`,
          publicText,
          edited: true,
          next,
          incident: { incident, update },
          ...(nextUpdateAt === undefined ? {} : { nextUpdateAt }),
        },
        ...stamp(asked),
      },
    ],
  };
}

/** The reply that carries an update of an incident. */
export function incidentReply(
  ticket: Ticket,
  { incident, update }: { readonly incident: string; readonly update: string },
): PublicReply | undefined {
  return ticket.replies.find(
    (reply) => reply.incident?.incident === incident && reply.incident.update === update,
  );
}
