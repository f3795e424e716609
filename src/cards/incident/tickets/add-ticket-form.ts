import type { IncidentSummary } from '../../../domain/incident/summary.ts';
import type { Form } from '../../card.ts';
import { plain, shortened } from '../../text.ts';

/** Which of the incidents under way a ticket belongs to. */
export function addTicketForm(ticket: string, live: readonly IncidentSummary[], context: string): Form {
  return {
    form: 'incident_add_ticket',
    title: `Add ${ticket} to one`,
    submit: 'Add',
    context,
    blocks: [
      { type: 'context', line: plain('Its requester then hears what the others of that incident hear.') },
    ],
    fields: [
      {
        name: 'incident',
        label: 'Incident',
        kind: 'choice',
        options: live
          .slice(0, 50)
          .map(({ id, title }) => ({ value: id, label: shortened(`${id} ${title}`, 70) })),
      },
    ],
  };
}
