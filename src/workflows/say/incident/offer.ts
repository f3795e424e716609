import { roleMessageCard } from '../../../cards/incident/roles/offer-card.ts';
import type { PersonId } from '../../../domain/chat-event.ts';
import { nothingFollows } from '../../../domain/incident/decision.ts';
import { faultUntil } from '../../../domain/incident/drill/drill.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { roleMessageOf } from '../../../domain/incident/roles/role-message.ts';
import { leaveRole, passOver } from '../../../domain/incident/roles/roles.ts';
import type { LeadRole } from '../../../domain/incident/words.ts';
import type { Instant } from '../../../domain/time.ts';
import { incidentAskedByDesk } from '../../incident/change-incident.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** Slack's words for somebody who is not there any more, rather than only out of reach. */
const noLongerThere = new Set(['user_disabled', 'account_inactive', 'user_not_found']);

/** A part in it is offered to somebody, in their own conversation; settled in place. */
export const roleOffer: IncidentSayer = incidentSayer({
  stands: 'in_place',
  compose(desk, { incident, log, claim }) {
    const message = roleMessageOf(claim.row.key);
    // In a drill the first one asked to speak for customers never hears of it.
    if (message?.what === 'offer' && isSilenced(incident, message, desk.clock.now())) return undefined;
    const timezone = desk.settings.timezone;
    const card = message && roleMessageCard(incident, { log, message, timezone });
    return message && card && { card, place: { channel: message.person } };
  },
  refused(desk, incident, { claim, error }) {
    const message = roleMessageOf(claim.row.key);
    if (message === undefined || message.what === 'called') return { decision: nothingFollows };
    const { role, person } = message;
    const asked = incidentAskedByDesk(desk);
    if (holderOf(incident, role) === person && noLongerThere.has(error.code))
      return { decision: leaveRole(incident, { role, why: 'cannot be reached any more' }, asked) };
    // Nobody waits for an answer to a question that cannot be put.
    return { decision: passOver(incident, { role, person, why: 'cannot be written to' }, asked) };
  },
});

function isSilenced(
  incident: Incident,
  { role, person }: { readonly role: LeadRole; readonly person: PersonId },
  now: Instant,
): boolean {
  const isFirst = incident.roles.liaison.passed.every((other) => other === person);
  return role === 'liaison' && isFirst && faultUntil(incident, 'liaison_silent', now) !== undefined;
}
