import type { Incident } from '../../../domain/incident/incident.ts';
import type { Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { bold } from '../../text.ts';
import { updateName } from '../incident-words.ts';
import { capital } from '../roles/role-items.ts';
import { ticketNamed } from '../tickets/ticket-named.ts';
import { said } from '../timeline/quoted.ts';
import { deliveryWords } from './delivery-words.ts';

const mostFailed = 3;

/** That an update has reached whom it could, and who still waits for it and why. */
export function deliveryLines(
  id: string,
  incident: Incident,
  { timezone }: { readonly timezone: string },
): readonly Line[] {
  const update = incident.updates.find((known) => known.update === id);
  if (!update) return [];
  const failed = incident.tickets.flatMap((ticket) => {
    const delivery = update.deliveries[ticket.ticket];
    return delivery && 'failedAt' in delivery ? [{ ticket, reason: delivery.reason }] : [];
  });
  const rest = failed.length - mostFailed;
  return [
    [
      bold(`${failed.length > 0 ? '⚠️' : '📣'} ${capital(updateName(id))} `),
      { text: `${deliveryWords(update)}` },
      ...(update.promises === undefined
        ? []
        : [{ text: ', promises the next by ' }, moment(update.promises, timezone, 'time')]),
    ],
    ...failed
      .slice(0, mostFailed)
      .map(({ ticket, reason }): Line => [...ticketNamed(ticket), { text: `: ${said(reason, 160)}` }]),
    ...(rest > 0 ? [[{ text: `and ${rest} more` }]] : []),
  ];
}
