import type { Ticket } from '../../../domain/ticket/ticket.ts';
import type { Form } from '../../card.ts';
import { maskedSecrets } from '../../masked-secrets.ts';
import { bold, plain, shortened } from '../../text.ts';
import { severityWords } from '../../wording.ts';

/** What a war room is opened with. Without a ticket, which one it is about is asked too. */
export function declareForm(open: {
  readonly ticket?: Ticket;
  readonly others?: readonly string[];
  readonly restricted?: true;
  readonly context: string;
}): Form {
  const { ticket, others = [], restricted, context } = open;
  const severity = ticket?.triage?.severity;
  const isGrave = severity === 'P1' || severity === 'P2';
  return {
    form: 'incident_declare',
    title: ticket ? `War room for ${ticket.id}` : 'Open a war room',
    submit: 'Open war room',
    context,
    blocks: [
      ...(ticket
        ? [
            {
              type: 'text' as const,
              lines: [[bold(`${ticket.id} · ${shortened(maskedSecrets(ticket.subject).text, 150)}`)]],
            },
          ]
        : []),
      ...(severity !== undefined && !isGrave
        ? [
            {
              type: 'text' as const,
              lines: [
                plain(
                  `This ticket is ${severityWords[severity]}. A war room is for what is critical: people are called at once.`,
                ),
              ],
            },
          ]
        : []),
      {
        type: 'context',
        line: plain(
          'A room is made, somebody is asked to lead, and the customers of these tickets are kept informed.',
        ),
      },
    ],
    fields: [
      ...(ticket ? [] : [{ name: 'ticket', label: 'Ticket', kind: 'line' as const, placeholder: 'T-12' }]),
      {
        name: 'severity',
        label: 'How grave is it?',
        kind: 'choice',
        initial: severity === 'P2' ? 'P2' : 'P1',
        options: [
          { value: 'P1', label: severityWords.P1 },
          { value: 'P2', label: severityWords.P2 },
        ],
      },
      {
        name: 'visibility',
        label: 'Who may see it?',
        kind: 'choice',
        initial: restricted ? 'restricted' : 'open',
        options: [
          { value: 'open', label: 'The team' },
          {
            value: 'restricted',
            label: 'Only those who work on it',
            hint: 'A private room, named by its number',
          },
        ],
      },
      {
        name: 'others',
        label: 'Other tickets about the same',
        kind: 'line',
        optional: true,
        placeholder: 'T-13 T-14',
        ...(others.length > 0 ? { initial: others.join(' ') } : {}),
      },
    ],
  };
}
