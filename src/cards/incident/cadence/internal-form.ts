import type { Incident } from '../../../domain/incident/incident.ts';
import type { Form } from '../../card.ts';
import { plain } from '../../text.ts';

/** Conditions, actions, needs: three short fields, for the team alone. */
export function internalForm({ id, visibility }: Incident, context: string): Form {
  const readers =
    visibility === 'restricted'
      ? 'Only those in the room read this. Customers do not.'
      : 'The team reads this, in the room and under the announcement. Customers do not.';
  return {
    form: 'incident_internal',
    title: `Where ${id} stands`,
    submit: 'Tell the team',
    context,
    blocks: [{ type: 'context', line: plain(readers) }],
    fields: [
      {
        name: 'conditions',
        label: 'How it is now',
        kind: 'paragraph',
        placeholder: 'Half of all checkouts fail; no data is lost',
      },
      {
        name: 'actions',
        label: 'What is being done, by whom',
        kind: 'paragraph',
        optional: true,
        placeholder: 'Omar rolls release 3.2 back',
      },
      {
        name: 'needs',
        label: 'What is needed',
        kind: 'paragraph',
        optional: true,
        placeholder: 'Somebody who knows the payment gateway',
      },
    ],
  };
}
