import type { Desk } from '../desk.ts';
import { queueFor } from '../domain/queue-for.ts';
import { type Asked, type Decision, isRefused, stamp } from '../domain/ticket/decision.ts';
import type { TicketEvent } from '../domain/ticket/event.ts';
import { correctTriage } from '../domain/ticket/judgement.ts';
import type { CorrectableField, Ticket } from '../domain/ticket/ticket.ts';
import { categories, severities } from '../domain/words.ts';

/** A person says what it really is. The queue follows category and severity unless a person has chosen it. */
export function correctSorting(
  { settings }: Pick<Desk, 'settings'>,
  ticket: Ticket,
  { field, to, asked }: { readonly field: CorrectableField; readonly to: string; readonly asked: Asked },
): Decision {
  const severity = field === 'severity' ? severities.find((known) => known === to) : undefined;
  const decision = correctTriage(ticket, { field, to }, asked);
  if (isRefused(decision) || decision.events.length === 0 || !ticket.triage) return decision;
  const { category, severity: was } = ticket.triage;
  if (field !== 'category' && field !== 'severity') return decision;
  const sorted = {
    category: (field === 'category' && categories.find((known) => known === to)) || category,
    severity: severity ?? was,
  };
  return { events: [...decision.events, ...movedTo(ticket, queueFor(settings.queues, sorted), asked)] };
}

/** The queue follows a severity that something else than a correction has changed, where queues go by severity. */
export function queueFollowing(
  { queues }: Pick<Desk['settings'], 'queues'>,
  { before, after }: { readonly before: Ticket; readonly after: Ticket },
  asked: Asked,
): readonly TicketEvent[] {
  if (!before.triage || !after.triage || before.triage.severity === after.triage.severity) return [];
  const next = queueFor(queues, after.triage);
  return next === queueFor(queues, before.triage) ? [] : movedTo(after, next, asked);
}

/** Nowhere when it is there already, or when a person has chosen its queue. */
function movedTo({ triage }: Ticket, to: string, asked: Asked): readonly TicketEvent[] {
  if (!triage || triage.queue === to) return [];
  if (triage.corrections.some(({ field, by }) => field === 'queue' && by !== 'desk')) return [];
  return [{ type: 'corrected', field: 'queue', was: triage.queue, to, ...stamp(asked), by: 'desk' }];
}
