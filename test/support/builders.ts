import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import { policyBook } from '../../src/domain/sla/policy-book.ts';
import type { Asked, Decision } from '../../src/domain/ticket/decision.ts';
import type { TicketEvent, TicketEventOf } from '../../src/domain/ticket/event.ts';
import type { Draft, TicketMessage, Triage } from '../../src/domain/ticket/ticket.ts';
import { day, type Instant, laterBy, minute, second } from '../../src/domain/time.ts';
import { anEdition } from './an-edition.ts';

export const ten: Instant = '2026-11-20T10:00:00.000Z';
export const after = (minutes: number): Instant => laterBy(ten, minutes * minute);

/** The people of the tests: who asks, who answers, who leads. */
export const dana = 'slack:U1DANA';
export const eve = 'slack:U2EVE';
export const ana = 'slack:U3ANA';
export const ben = 'slack:U4BEN';
export const mia = 'slack:U5MIA';

export const support = 'slack:C1SUPPORT';
export const triageChannel = 'slack:C2TRIAGE';
export const billingChannel = 'slack:C3BILLING';
export const incidentsChannel = 'slack:C4INCIDENTS';

export const asksAs = {
  requester: (at: Instant = after(60), by = dana): Asked => ({ by, role: 'requester', at }),
  agent: (at: Instant = after(60), by = ana): Asked => ({ by, role: 'agent', at }),
  manager: (at: Instant = after(60), by = mia): Asked => ({ by, role: 'manager', at }),
  desk: (at: Instant = after(60)): Asked => ({ by: 'desk', role: 'desk', at }),
};

export function aMessage(given: Partial<TicketMessage> = {}): TicketMessage {
  const id = given.id ?? `${support}:m1`;
  return {
    id,
    thread: given.thread ?? `${support}:m1`,
    author: dana,
    text: 'Checkout fails with error 502 for all our users',
    files: [],
    at: ten,
    from: 'requester',
    edits: [],
    ...given,
  };
}

/** A triage as its event holds it. */
export function aTriage(
  given: Partial<Omit<Triage, 'corrections'>> = {},
): TicketEventOf<'triaged'>['triage'] {
  return {
    category: 'technical',
    severity: 'P2',
    severityReasons: ['all users are affected', 'plan enterprise'],
    queue: 'technical',
    tier: 2,
    sentiment: 'negative',
    frustration: 0.4,
    productArea: 'checkout',
    language: 'en',
    duplicates: [],
    stakeholders: ['account owner'],
    confidence: 0.8,
    reasons: { category: 'error 502', queue: 'category technical' },
    at: after(1),
    engine: 'offline',
    model: 'rules-1',
    persona: { id: 'triage-controller', hash: 'abcdef012345' },
    ...given,
  };
}

/** A draft as its event holds it. */
export function aDraft(given: Partial<Draft> = {}): Omit<Draft, 'state'> {
  const { state: _state, ...rest } = given;
  return {
    draft: 'd1',
    outcome: 'answer',
    text: 'Hello Dana,\nplease clear the gateway cache.',
    tone: 'plain',
    sources: [
      { id: 'error-502#1', quote: 'clear the gateway cache', title: 'Error 502', url: 'https://kb.test/502' },
    ],
    confidence: 0.8,
    askFor: [],
    findings: [],
    engine: 'offline',
    model: 'rules-1',
    persona: { id: 'resolution-drafter', hash: '012345abcdef' },
    at: after(2),
    ...rest,
  };
}

export const settings: DeskSettings = {
  name: 'Acme Support',
  timezone: 'Europe/Berlin',
  channels: { intake: [support], triage: triageChannel },
  queues: [
    { name: 'billing', when: { category: 'billing' }, channel: billingChannel },
    { name: 'technical', when: { category: 'technical' } },
    { name: 'general' },
  ],
  policies: policyBook([anEdition()]),
  notices: { quietHours: { from: '20:00', to: '08:00' } },
  incidents: {
    declare: 'offer',
    rooms: 'public',
    channel: incidentsChannel,
    cadence: { firstMs: 15 * minute, activeMs: 30 * minute, monitoringMs: 60 * minute, finalMs: 30 * minute },
    internalMs: 30 * minute,
    archiveAfterMs: 7 * day,
    recurrenceAfterMs: 90 * day,
    commanders: [mia, ana],
    liaisons: [ben],
    agents: [ana, ben],
    managers: [mia],
    specialists: { technical: [ben] },
  },
  routine: { staleEscalationMs: 86_400_000, holdReminderMs: 172_800_000 },
  automation: {
    draft: true,
    confidence: 0.75,
    autoSend: 'never',
    autoSendAfter: 20,
    autoSendDelayMs: 120_000,
    agentMessagesOpenTickets: false,
    quietCloseMs: 3 * day,
    reopenWithinMs: 7 * day,
    burstMs: minute,
    showAfterMs: 1.5 * second,
  },
};

/** The events of a decision; a refusal fails the test and says why. */
export function eventsOf(decision: Decision): readonly TicketEvent[] {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused}`);
  return decision.events;
}

/** `refused: closed`, or the types of the events, for tables. */
export function outcomeOf(decision: Decision): string {
  if ('refused' in decision) return `refused: ${decision.refused}`;
  return decision.events.map((event) => event.type).join(' ') || 'nothing';
}
