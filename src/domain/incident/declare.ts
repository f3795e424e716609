import { type Instant, laterBy } from '../time.ts';
import type { Severity } from '../words.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from './decision.ts';
import type { DrillStep } from './drill/drill-step.ts';
import type { IncidentEvent, IncidentEventOf } from './event.ts';
import type { Incident } from './incident.ts';
import { mayDo } from './permission.ts';
import { roomName } from './room/room-name.ts';
import { isUnderWay, type Mode, type Visibility } from './words.ts';

/** What is known when somebody declares an incident. */
export type Declaration = {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly mode: Mode;
  readonly visibility: Visibility;
  readonly from: IncidentEventOf<'declared'>['from'];
  readonly tickets: IncidentEventOf<'declared'>['tickets'];
  /** Within how many ms of now customers must have heard. */
  readonly firstUpdateWithinMs: number;
  readonly drill?: readonly DrillStep[];
};

/** The first events of an incident. Anybody of the team may; whether one stands already is asked before. */
export function declareIncident(declaration: Declaration, asked: IncidentAsked): IncidentDecision {
  if (asked.role === 'requester') return { refused: 'not_allowed' };
  const { firstUpdateWithinMs, drill, ...known } = declaration;
  const title = known.title.trim();
  if (title === '') return { refused: 'empty' };
  const account = known.tickets.find((ticket) => ticket.accountName !== undefined)?.accountName;
  const declared: IncidentEvent = {
    type: 'declared',
    ...known,
    title,
    tickets: [...known.tickets],
    roomName: roomName({ ...known, title, account }),
    firstUpdateDueAt: laterBy(asked.at, firstUpdateWithinMs),
    ...(drill ? { drill: [...drill] } : {}),
    ...stampOf(asked),
  };
  return { events: [declared] };
}

/** One more customer is told what becomes of it. */
export function attachTicket(
  incident: Incident,
  ticket: IncidentEventOf<'ticket_attached'>['ticket'],
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  if (incident.tickets.some((known) => known.ticket === ticket.ticket)) return nothingFollows;
  return { events: [{ type: 'ticket_attached', ticket, ...stampOf(asked) }] };
}

/** The ticket has nothing to do with it after all. Who was told something already is told the end of it too. */
export function detachTicket(incident: Incident, ticket: string, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'steer', asked)) return { refused: 'not_allowed' };
  const known = incident.tickets.find((each) => each.ticket === ticket);
  if (!known) return nothingFollows;
  if (known.told) return { refused: 'customers_were_told' };
  return { events: [{ type: 'ticket_detached', ticket, ...stampOf(asked) }] };
}

/** What is broken for whom, in words that customers may read. */
export function stateImpact(
  incident: Incident,
  impact: { readonly what: string; readonly since?: Instant; readonly notAffected?: string },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'steer', asked)) return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  if (impact.what.trim() === '') return { refused: 'empty' };
  const { what, since, notAffected } = impact;
  const known = incident.impact;
  if (known?.what === what && known.since === since && known.notAffected === notAffected)
    return nothingFollows;
  return { events: [{ type: 'impact_stated', ...impact, ...stampOf(asked) }] };
}
