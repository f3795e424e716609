import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentAsked, IncidentDecision } from '../../../src/domain/incident/decision.ts';
import { declareIncident } from '../../../src/domain/incident/declare.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { IncidentCadence } from '../../../src/domain/incident/lifecycle.ts';
import { acceptRole, offerRole } from '../../../src/domain/incident/roles/roles.ts';
import { draftUpdate } from '../../../src/domain/incident/updates/updating.ts';
import type { LeadRole, UpdateKind } from '../../../src/domain/incident/words.ts';
import { type Instant, minute } from '../../../src/domain/time.ts';
import { after, ana, asksAs, ben, mia, ten } from '../../support/builders.ts';

export const cadence: IncidentCadence = {
  firstMs: 15 * minute,
  activeMs: 30 * minute,
  monitoringMs: 60 * minute,
  finalMs: 30 * minute,
};

export const asks = {
  agent: (at: Instant = after(1), by = ana): IncidentAsked => ({ ...asksAs.agent(at, by), source: 'button' }),
  manager: (at: Instant = after(1), by = mia): IncidentAsked => ({
    ...asksAs.manager(at, by),
    source: 'button',
  }),
  requester: (at: Instant = after(1)): IncidentAsked => ({ ...asksAs.requester(at), source: 'button' }),
  desk: (at: Instant = after(1)): IncidentAsked => ({ ...asksAs.desk(at), source: 'desk' }),
};

/** The incident after what was decided; a refusal fails the test. */
export function afterwards(
  incident: Incident,
  ...decide: readonly ((incident: Incident) => IncidentDecision)[]
): Incident {
  return decide.reduce((current, step) => {
    const decision = step(current);
    if ('refused' in decision) throw new Error(`refused: ${decision.refused}`);
    return applyIncident(current, decision.events);
  }, incident);
}

/** `refused: ended`, or the types of the events. */
export function outcomeOf(decision: IncidentDecision): string {
  if ('refused' in decision) return `refused: ${decision.refused}`;
  return decision.events.map(({ type }) => type).join(' ') || 'nothing';
}

/** Declared by Ana at ten for two tickets; nobody leads yet. */
export function anIncident(given: Partial<Parameters<typeof declareIncident>[0]> = {}): Incident {
  const decision = declareIncident(
    {
      id: 'INC-7',
      title: 'Checkout fails with error 502',
      severity: 'P1',
      mode: 'live',
      visibility: 'open',
      from: 'button',
      tickets: [
        { ticket: 'T-1', account: 'acme', accountName: 'Acme' },
        { ticket: 'T-2', account: 'beta', accountName: 'Beta' },
      ],
      firstUpdateWithinMs: cadence.firstMs,
      ...given,
    },
    asks.agent(ten),
  );
  if ('refused' in decision) throw new Error(`refused: ${decision.refused}`);
  return applyIncident(undefined, decision.events);
}

export const leads =
  (role: LeadRole, person: string, at: Instant = after(1)) =>
  (incident: Incident) =>
    afterwards(
      incident,
      (now) => offerRole(now, { role, candidates: [person] }, asks.desk(at)),
      (now) => acceptRole(now, role, asks.agent(at, person)),
    );

/** Led by Ana, with Ben as liaison. */
export function aLedIncident(): Incident {
  return leads('liaison', ben)(leads('commander', ana)(anIncident()));
}

/** An update drafted by Ben. */
export const drafted =
  (at: Instant, kind: UpdateKind = 'update', promises?: Instant) =>
  (incident: Incident) =>
    draftUpdate(
      incident,
      {
        kind,
        fields: {
          status: 'Investigating.',
          next: 'We look.',
          blockers: '',
          workaround: '',
          expect: '',
          contact: '',
        },
        ...(promises === undefined ? {} : { promises }),
      },
      asks.agent(at, ben),
    );
