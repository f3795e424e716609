import type { Desk } from '../desk.ts';
import { wasEverAnswered } from '../domain/sla/answered.ts';
import { nothing } from '../domain/ticket/decision.ts';
import { isLive, type Ticket } from '../domain/ticket/ticket.ts';
import { hour } from '../domain/time.ts';
import type { DuplicateCandidate } from '../domain/triage.ts';
import { changeTicket, loadTicket } from './change-ticket.ts';

/** Key of the timer that has a ticket judged again because others report the same. It brings no new draft. */
export const judgeAgainKey = 'reported_elsewhere';

/** As likely the same as for the severity rule “others report the same”. */
const alike = 0.65;
/** An outage is reported by several within this; later it is another one. */
const togetherMs = 2 * hour;
/** Enough to know that several report it, whatever a flood from one sender adds. */
const mostLookedAt = 12;

/** Open tickets of other customers that report the same at about the same time: copies and strong duplicates. */
export async function reportedElsewhere(
  desk: Desk,
  ticket: Ticket,
  duplicates: readonly DuplicateCandidate[],
): Promise<readonly Ticket[]> {
  const candidates = duplicates.filter(({ score }) => score >= alike).map((each) => each.ticket);
  const firstId = ticket.copyOf?.ticket;
  const first = firstId === undefined ? undefined : await loadTicket(desk, firstId);
  const copies = [...(ticket.copies ?? []), ...(first?.copies ?? [])].slice(-mostLookedAt);
  const ids = [...new Set([...(first ? [first.id] : []), ...candidates, ...copies])]
    .filter((id) => id !== ticket.id)
    .slice(0, mostLookedAt);
  const found = await Promise.all(ids.map((id) => loadTicket(desk, id)));
  return found.filter(
    (other): other is Ticket =>
      other !== undefined &&
      isLive(other) &&
      customerOf(other) !== customerOf(ticket) &&
      Math.abs(Date.parse(other.openedAt) - Date.parse(ticket.openedAt)) <= togetherMs,
  );
}

/** How many customers report it, the ticket's own included. */
export function customersAmong(ticket: Ticket, others: readonly Ticket[]): number {
  return new Set([ticket, ...others].map(customerOf)).size;
}

/** Whoever reported it first, and milder, is judged again with what became known since. */
export async function judgeThemAgain(desk: Desk, others: readonly Ticket[]): Promise<void> {
  const dueAt = desk.clock.now();
  const milder = others.filter(
    (other) => other.triage !== undefined && other.triage.severity !== 'P1' && !wasEverAnswered(other),
  );
  for (const { id } of milder) {
    const timers = [{ set: judgeAgainKey, kind: 'work' as const, dueAt }];
    await changeTicket(desk, id, () => nothing, { timers });
  }
}

/** A company, or a person nobody knows a company of. */
function customerOf({ account, requester }: Ticket): string {
  return account === undefined ? `person ${requester}` : `account ${account.id}`;
}
