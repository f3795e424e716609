import type { Desk } from '../../../desk.ts';
import { stampOf } from '../../../domain/incident/decision.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { day, laterBy } from '../../../domain/time.ts';
import type { SearchableTicket } from '../../../ports.ts';
import type { Claims } from '../../../store-port.ts';
import { loadTicket } from '../../change-ticket.ts';
import { searchable } from '../../searchable.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';
import { endTimer } from '../end-timer.ts';

/** Did the same come back? Tickets since then that are alike, or of the same account and kind. */
export async function checkRecurrence(desk: Desk, claim: Claims['timers']): Promise<void> {
  const incident = await loadIncident(desk, claim.id);
  if (!incident?.resolved) return endTimer(desk, claim);
  const found = await sinceThen(desk, incident, incident.resolved.at);
  await changeIncident(
    desk,
    claim.id,
    () => ({ events: [{ type: 'recurrence_checked', found, ...stampOf(incidentAskedByDesk(desk)) }] }),
    { fired: claim.timer },
  );
}

/** So many are enough to know that it came back. */
const mostFound = 20;

async function sinceThen(desk: Desk, incident: Incident, since: string): Promise<string[]> {
  const own = new Set(incident.tickets.map(({ ticket }) => ticket));
  const later = (await desk.store.tickets({ openedSince: since, order: 'oldest' })).filter(
    ({ id, openedAt }) => !own.has(id) && openedAt > since,
  );
  const found = new Set<string>();
  for (const id of own) {
    const ticket = await loadTicket(desk, id);
    if (!ticket) continue;
    const like = alikeSince(desk, searchable(ticket), since);
    const category = ticket.triage?.category;
    for (const each of later) {
      const isSameKind =
        category !== undefined &&
        each.category === category &&
        each.account !== undefined &&
        each.account === ticket.account?.id;
      if (like.has(each.id) || isSameKind) found.add(each.id);
    }
  }
  return later
    .filter(({ id }) => found.has(id))
    .slice(0, mostFound)
    .map(({ id }) => id);
}

/** Search compares a ticket with those opened at about its time: asked once for every two weeks since then. */
function alikeSince({ search, clock }: Desk, ticket: SearchableTicket, since: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (
    let openedAt = since;
    openedAt < laterBy(clock.now(), 14 * day);
    openedAt = laterBy(openedAt, 14 * day)
  ) {
    for (const each of search.duplicates({ ...ticket, openedAt }, 50)) found.add(each.ticket);
  }
  return found;
}
