import fc from 'fast-check';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentAsked, IncidentDecision } from '../../../src/domain/incident/decision.ts';
import { declareIncident, stateImpact } from '../../../src/domain/incident/declare.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import { holderOf, type Incident } from '../../../src/domain/incident/incident.ts';
import {
  cancelIncident,
  changeSeverity,
  changeStatus,
  reopenIncident,
  resolveIncident,
} from '../../../src/domain/incident/lifecycle.ts';
import { type LogEntry, sealed } from '../../../src/domain/incident/log/log.ts';
import {
  acceptRole,
  actAsCommander,
  declineRole,
  handOver,
  leaveRole,
  noteSilence,
  offerRole,
} from '../../../src/domain/incident/roles/roles.ts';
import { approveUpdate, draftUpdate, retryUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { type Instant, laterBy, minute, second } from '../../../src/domain/time.ts';
import { ana, ben, mia, ten } from '../../support/builders.ts';
import { cadence } from './an-incident.ts';
import { recordUpdateDelivery, recordUpdateFailure } from './receipts.ts';

const people = [ana, ben, mia];
const kinds = ['update', 'nothing_new', 'correction', 'final'] as const;
const statuses = ['investigating', 'identified', 'monitoring'] as const;

type Step = { readonly what: number; readonly pick: number; readonly afterS: number };
type Story = { readonly incident: Incident; readonly events: readonly IncidentEvent[] };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat({ max: 999 }),
  pick: fc.nat({ max: 999 }),
  afterS: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 91, max: 3000 })),
});

/** A live incident with anything happening to it in any order, as the desk's own decisions let it happen. */
export const anyIncident: fc.Arbitrary<{
  readonly incident: Incident;
  readonly events: readonly IncidentEvent[];
  readonly log: readonly LogEntry[];
}> = fc.array(step, { minLength: 3, maxLength: 60 }).map((steps) => {
  let at: Instant = ten;
  const declared = declareIncident(
    {
      id: 'INC-1',
      title: 'Checkout fails',
      severity: 'P2',
      mode: 'live',
      visibility: 'open',
      from: 'button',
      tickets: [{ ticket: 'T-1' }, { ticket: 'T-2' }, { ticket: 'T-3' }],
      firstUpdateWithinMs: cadence.firstMs,
    },
    { by: ana, role: 'agent', at, source: 'button' },
  );
  const first = 'refused' in declared ? [] : declared.events;
  let story: Story = { incident: applyIncident(undefined, first), events: first };
  for (const each of steps) {
    at = laterBy(at, each.afterS * second);
    story = more(story, happening(story.incident, each, at));
  }
  return { ...story, log: sealed(story.events, { seal: '', recordedAt: at }) };
});

function more({ incident, events }: Story, decision: IncidentDecision): Story {
  if ('refused' in decision || decision.events.length === 0) return { incident, events };
  return { incident: applyIncident(incident, decision.events), events: [...events, ...decision.events] };
}

function happening(incident: Incident, { what, pick, afterS }: Step, at: Instant): IncidentDecision {
  const person = people[pick % people.length] ?? ana;
  const role = pick % 2 === 0 ? ('commander' as const) : ('liaison' as const);
  const desk: IncidentAsked = { by: 'desk', role: 'desk', at, source: 'desk' };
  const manager: IncidentAsked = { by: mia, role: 'manager', at, source: 'button' };
  const asked: IncidentAsked = { by: person, role: 'agent', at, source: 'button' };
  const latest = incident.updates.at(-1);
  const waiting = incident.updates.flatMap(({ update, deliveries }) =>
    Object.entries(deliveries).flatMap(([ticket, each]) => ('waiting' in each ? [{ update, ticket }] : [])),
  );
  const awaited = waiting[pick % Math.max(1, waiting.length)];
  const failed = incident.updates.flatMap(({ update, deliveries }) =>
    Object.entries(deliveries).flatMap(([ticket, each]) => ('failedAt' in each ? [{ update, ticket }] : [])),
  )[0];
  const nothing: IncidentDecision = { events: [] };
  const stamp = { by: 'desk' as const, at, source: 'desk' as const };
  switch (what % 22) {
    case 0:
    case 1:
      return offerRole(incident, { role, candidates: [person, ...people] }, desk);
    case 2:
    case 3:
      return acceptRole(incident, role, asked);
    case 4:
      return declineRole(incident, role, asked);
    case 5:
      return noteSilence(incident, role, desk);
    case 6:
      return leaveRole(incident, { role, why: 'away' }, desk);
    case 7:
      return actAsCommander(incident, person, desk);
    case 8:
      return handOver(incident, { role, to: person }, manager);
    case 9:
    case 10: {
      const promises = pick % 3 === 0 ? {} : { promises: laterBy(at, (5 + (pick % 60)) * minute) };
      const fields = { status: 's', next: 'n', blockers: '', workaround: '', expect: '', contact: '' };
      return draftUpdate(incident, { kind: kinds[pick % 4] ?? 'update', fields, ...promises }, manager);
    }
    case 11:
    case 12:
      // Only a commander lets it go; where nobody leads, somebody begins to.
      if (!latest) return nothing;
      return holderOf(incident, 'commander') === undefined
        ? actAsCommander(incident, person, desk)
        : approveUpdate(incident, latest.update, {
            ...asked,
            by: holderOf(incident, 'commander') ?? person,
          });
    case 13:
    case 14:
    case 15:
      return awaited
        ? recordUpdateDelivery(incident, { ...awaited, message: 'm:1' }, { cadence, asked: desk })
        : nothing;
    case 16:
      return awaited
        ? recordUpdateFailure(incident, { ...awaited, reason: 'gone' }, { cadence, asked: desk })
        : nothing;
    case 17:
      return failed && pick % 2 === 0
        ? retryUpdate(incident, failed.update, manager)
        : { events: failed ? [{ type: 'customer_called', ...failed, ...stamp }] : [] };
    case 18:
      return changeStatus(incident, { to: statuses[pick % 3] ?? 'identified', text: 'so' }, manager);
    case 19: {
      const to = pick % 2 === 0 ? ('P1' as const) : ('P3' as const);
      return changeSeverity(incident, { to, reason: 'so', cadence }, manager);
    }
    case 20:
      if (pick % 9 === 0) return cancelIncident(incident, 'a false alarm', manager);
      return incident.lifecycle === 'resolved'
        ? reopenIncident(incident, { reason: 'back', cadence }, manager)
        : resolveIncident(incident, { text: 'over', dataLoss: 'no', reviewOwner: person, cadence }, manager);
    default: {
      const kind = pick % 4;
      if (kind === 0) return { events: [{ type: 'noted', text: 'hm', ...stamp }] };
      if (kind === 1)
        return stateImpact(incident, { what: `w${pick}`, since: laterBy(ten, -afterS * second) }, manager);
      if (kind === 2) return { events: [{ type: 'room_step_done', step: 'create', ...stamp }] };
      const other = { ticket: `T-${pick}`, by: 'desk', at };
      const dueAt = laterBy(at, (pick % 40) * minute);
      return { events: [{ type: 'absorbed', incident: 'INC-2', tickets: [other], dueAt, ...stamp }] };
    }
  }
}
