import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { type Asked, type Decision, isRefused } from '../../../src/domain/ticket/decision.ts';
import {
  declareFor,
  joinIncident,
  leaveIncident,
  offerWarRoom,
} from '../../../src/domain/ticket/incident.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { asksAs, aTriage } from '../../support/builders.ts';

type Given = { ticket: Ticket; asked: Asked; move: { readonly pick: number } };

/** What incidents do to a ticket in a random story. */
export const incidentCommands: readonly ((given: Given) => Decision)[] = [
  ({ ticket, asked, move }) =>
    declareFor(
      ticket,
      { incident: `INC-${move.pick}`, from: 'button', visibility: 'open', severity: 'P1', tickets: [] },
      asked,
    ),
  ({ ticket, asked, move }) => {
    const incident = ticket.incident?.incident ?? `INC-${move.pick}`;
    const room = move.pick > 0 ? { room: 'memory:room' } : {};
    return joinIncident(ticket, { incident, ...room }, asksAs.desk(asked.at));
  },
  ({ ticket, asked }) => leaveIncident(ticket, ticket.incident?.incident ?? '', asksAs.desk(asked.at)),
  ({ ticket, asked, move }) => {
    const known = move.pick > 0 ? 'INC-7' : undefined;
    const isSorted = ticket.triage?.severity === 'P1' || ticket.merged !== undefined;
    if (isSorted) return offerWarRoom(ticket, known, asksAs.desk(asked.at));
    const triaged: Decision = {
      events: [
        { type: 'triaged', triage: aTriage({ severity: 'P1', at: asked.at }), by: 'desk', at: asked.at },
      ],
    };
    const offered = offerWarRoom(applyEvents(ticket, triaged.events), known, asksAs.desk(asked.at));
    return isRefused(offered) ? offered : { events: [...triaged.events, ...offered.events] };
  },
];
