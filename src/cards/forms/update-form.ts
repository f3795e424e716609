import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { CustomerUpdate } from '../../domain/ticket/promises.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Form } from '../card.ts';
import { moment } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';
import { plain } from '../text.ts';
import { type FormContext, writeContext } from './form-context.ts';

/** Changing the words of a prepared update before it goes out. */
export function updateForm(
  ticket: Ticket,
  open: { readonly update: CustomerUpdate; readonly context: FormContext },
  settings: DeskSettings,
): Form {
  const { proposes, text } = open.update;
  return {
    form: 'update',
    title: `Update on ${ticket.id}`,
    submit: 'Send',
    context: writeContext(open.context),
    blocks: [
      { type: 'context', line: [{ text: 'The requester reads this: ' }, { person: ticket.requester }] },
      ...(proposes
        ? [
            {
              type: 'context' as const,
              line: [
                {
                  text: `Two buttons under it ask whether ${promiseWords(proposes.target, ticket, settings.policies)} by `,
                },
                moment(proposes.dueAt, settings.timezone),
                { text: ' is fine. Keep that time in the words.' },
              ],
            },
          ]
        : []),
      {
        type: 'context',
        line: plain(
          'Say where it stands, what comes next, what holds it up, and when the next update comes.',
        ),
      },
    ],
    fields: [{ name: 'text', label: 'Update', kind: 'paragraph', initial: text }],
  };
}
