import type { Desk } from '../desk.ts';
import { queueFor } from '../domain/queue-for.ts';
import { type Asked, type Decision, isRefused, stamp } from '../domain/ticket/decision.ts';
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
  const { category, severity: was, queue, corrections } = ticket.triage;
  const isChosen = corrections.some((each) => each.field === 'queue' && each.by !== 'desk');
  if (isChosen || (field !== 'category' && field !== 'severity')) return decision;
  const sorted = {
    category: (field === 'category' && categories.find((known) => known === to)) || category,
    severity: severity ?? was,
  };
  const next = queueFor(settings.queues, sorted);
  if (next === queue) return decision;
  const moved = { type: 'corrected' as const, field: 'queue' as const, was: queue, to: next };
  return { events: [...decision.events, { ...moved, ...stamp(asked), by: 'desk' }] };
}
