import { holderOf, type Incident } from '../../domain/incident/incident.ts';
import type { Form } from '../card.ts';
import { bold, plain, shortened } from '../text.ts';

/** It is over for customers: what it was, whether data was lost, and who looks into it afterwards. */
export function resolveForm(incident: Incident, text: string, context: string): Form {
  const owner = holderOf(incident, 'commander');
  return {
    form: 'incident_resolve',
    title: `Resolve ${incident.id}`,
    submit: 'Resolve',
    context,
    blocks: [
      { type: 'text', lines: [[bold(`${incident.id} · ${shortened(incident.title, 120)}`)]] },
      {
        type: 'context',
        line: plain('Customers get a final update next; their tickets stay open until they have it.'),
      },
    ],
    fields: [
      {
        name: 'text',
        label: 'What was it, and what solved it?',
        kind: 'paragraph',
        hint: 'It begins the final update. Name no other customer and nothing internal.',
        ...(text === '' ? {} : { initial: text }),
      },
      {
        name: 'dataLoss',
        label: 'Was data lost?',
        kind: 'choice',
        options: [
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
          { value: 'unknown', label: 'Not known yet' },
        ],
      },
      {
        name: 'reviewOwner',
        label: 'Who writes the review?',
        kind: 'person',
        ...(owner === undefined ? {} : { initial: owner }),
      },
    ],
  };
}
