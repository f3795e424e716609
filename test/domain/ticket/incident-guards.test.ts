import { expect, test } from 'vitest';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { closeTicket, confirmSolution, solveTicket } from '../../../src/domain/ticket/ending.ts';
import {
  declareFor,
  joinIncident,
  leaveIncident,
  mayHaveWarRoom,
} from '../../../src/domain/ticket/incident.ts';
import { mergeInto } from '../../../src/domain/ticket/relation.ts';
import { replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, ana, asksAs, aTriage, eventsOf, outcomeOf, ten } from '../../support/builders.ts';

const incident = { incident: 'INC-7', by: ana, at: ten, joined: true as const };
const inOne = (given: Partial<Ticket> = {}) => aWorkedTicket({ incident, ...given });
const agent = asksAs.agent(after(5));

test.each([
  ['solved', (ticket: Ticket) => solveTicket(ticket, 'done', agent)],
  ['closed as no request', (ticket: Ticket) => closeTicket(ticket, 'not_a_request', agent)],
  ['merged away', (ticket: Ticket) => mergeInto(ticket, aWorkedTicket({ id: 'T-9' }), agent)],
  [
    'merged into one of another incident',
    (ticket: Ticket) =>
      mergeInto(ticket, aWorkedTicket({ id: 'T-9', incident: { ...incident, incident: 'INC-8' } }), agent),
  ],
  [
    'in a second incident',
    (ticket: Ticket) => joinIncident(ticket, { incident: 'INC-8' }, asksAs.desk(after(5))),
  ],
  [
    'declared again',
    (ticket: Ticket) =>
      declareFor(
        ticket,
        { incident: 'INC-8', from: 'button', visibility: 'open', severity: 'P1', tickets: [] },
        agent,
      ),
  ],
])('a ticket of an incident is not %s', (_what, decide) => {
  expect(outcomeOf(decide(inOne()))).toBe('refused: in_incident');
});

test('it is not closed for silence either', () => {
  expect(outcomeOf(closeTicket(inOne({ status: 'pending' }), 'quiet', asksAs.desk(after(5))))).toBe(
    'refused: in_incident',
  );
});

test('an agent may still answer, the requester may say that it works, and it may join its like', () => {
  const reply = { publicText: 'We are on it.', next: 'wait' as const };
  expect(outcomeOf(replyPublicly(inOne(), reply, agent))).toContain('reply_approved');
  expect(outcomeOf(confirmSolution(inOne(), asksAs.requester(after(5))))).toBe('confirmed');
  expect(outcomeOf(mergeInto(inOne(), inOne({ id: 'T-9' }), agent))).toBe('merged');
});

test('after the incident everything is as before, and the desk begins none by itself again', () => {
  const left = applyEvents(inOne(), eventsOf(leaveIncident(inOne(), 'INC-7', asksAs.desk(after(5)))));
  expect(left.incident).toBeUndefined();
  expect(left.pastIncidents).toEqual(['INC-7']);
  expect(outcomeOf(solveTicket(left, 'done', agent))).toBe('solved');
  const critical = { ...left, triage: { ...aTriage({ severity: 'P1' }), corrections: [] } };
  expect(mayHaveWarRoom(critical)).toBe(false);
  expect(mayHaveWarRoom({ ...critical, pastIncidents: [] })).toBe(true);
});

test('whoever only asks cannot declare, and what is closed needs no war room', () => {
  const wanted = {
    incident: 'INC-8',
    from: 'command',
    visibility: 'open',
    severity: 'P1',
    tickets: [],
  } as const;
  expect(outcomeOf(declareFor(aTicket(), wanted, asksAs.requester(after(5))))).toBe('refused: not_allowed');
  expect(outcomeOf(declareFor(aTicket({ status: 'closed' }), wanted, agent))).toBe('refused: closed');
});
