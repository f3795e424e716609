import type { Desk } from '../desk.ts';
import { firstResponseWithin } from '../domain/desk-settings.ts';
import type { Asked, Decision } from '../domain/ticket/decision.ts';
import { correctTriage } from '../domain/ticket/judgement.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { severities } from '../domain/words.ts';

/** A person says how severe it really is; the time of the first answer follows that severity's rule. */
export function correctSeverity(
  desk: Pick<Desk, 'settings'>,
  ticket: Ticket,
  correction: { readonly to: string; readonly asked: Asked },
): Decision {
  const severity = severities.find((known) => known === correction.to);
  const firstResponseWithinMs =
    severity && firstResponseWithin(desk.settings, ticket.account?.plan, severity);
  return correctTriage(
    ticket,
    { field: 'severity', to: correction.to, firstResponseWithinMs },
    correction.asked,
  );
}
