import type { DeskSettings } from '../../domain/desk-settings.ts';
import { requesterMessages, type Ticket } from '../../domain/ticket/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import type { Block, Form } from '../card.ts';
import { moment } from '../moment.ts';
import { actor } from '../team/actor.ts';
import { bold, plain, plainLines, shortened } from '../text.ts';
import { type FormContext, writeContext } from './form-context.ts';

/** Writing a public reply, with the last words of the requester above. */
export function replyForm(
  ticket: Ticket,
  open: {
    /** `next`: what is offered first after sending it. */
    readonly draft?: { readonly id: string; readonly text: string; readonly next: 'ask' | 'wait' };
    readonly answered?: { readonly by: string; readonly at: Instant };
    readonly context: FormContext;
  },
  settings: DeskSettings,
): Form {
  const last = requesterMessages(ticket).slice(-3);
  const blocks: Block[] = [
    { type: 'context', line: [{ text: 'The requester reads this: ' }, { person: ticket.requester }] },
    ...last.map((message): Block => ({ type: 'quote', lines: plainLines(shortened(message.text, 600)) })),
    ...(open.answered
      ? [
          {
            type: 'text' as const,
            lines: [
              [
                bold('⚠️ '),
                actor(open.answered.by),
                { text: ' answered ' },
                moment(open.answered.at, settings.timezone, 'time'),
                { text: '. Look at the thread before you send.' },
              ],
            ],
          },
        ]
      : []),
  ];
  return {
    form: 'reply',
    title: `Reply to ${ticket.id}`,
    submit: 'Send',
    context: writeContext(open.context),
    blocks,
    fields: [
      {
        name: 'text',
        label: 'Public reply',
        kind: 'paragraph',
        ...(open.draft ? { initial: open.draft.text } : {}),
      },
      {
        name: 'then',
        label: 'After sending',
        kind: 'choice',
        initial: open.draft?.next ?? 'wait',
        options: [
          { value: 'ask', label: 'Ask whether it works' },
          { value: 'wait', label: 'Wait for the requester' },
          { value: 'open', label: 'Keep working on it' },
        ],
      },
    ],
  };
}

export function noteForm(ticket: Ticket): Form {
  return {
    form: 'note',
    title: `Note on ${ticket.id}`,
    submit: 'Save note',
    context: writeContext({ ticket: ticket.id }),
    blocks: [{ type: 'context', line: plain('Only the team sees this.') }],
    fields: [{ name: 'text', label: 'Internal note', kind: 'paragraph' }],
  };
}

export function solveForm(ticket: Ticket): Form {
  return {
    form: 'solve',
    title: `Solve ${ticket.id}`,
    submit: 'Mark as solved',
    context: writeContext({ ticket: ticket.id }),
    blocks: [{ type: 'context', line: plain('The requester is asked whether it works for them.') }],
    fields: [
      {
        name: 'resolution',
        label: 'What solved it',
        kind: 'paragraph',
        optional: true,
        hint: 'For the team and for the next ticket like this. The requester does not see it.',
      },
    ],
  };
}

export function holdForm(ticket: Ticket): Form {
  return {
    form: 'hold',
    title: `Hold ${ticket.id}`,
    submit: 'Put on hold',
    context: writeContext({ ticket: ticket.id }),
    blocks: [],
    fields: [
      { name: 'reason', label: 'What are we waiting for?', kind: 'line' },
      { name: 'until', label: 'Until', kind: 'moment', optional: true, hint: 'Work resumes then by itself.' },
    ],
  };
}

export function snoozeForm(ticket: Ticket): Form {
  return {
    form: 'snooze',
    title: `Snooze ${ticket.id}`,
    submit: 'Snooze',
    context: writeContext({ ticket: ticket.id }),
    blocks: [{ type: 'context', line: plain('It comes back earlier when the requester writes.') }],
    fields: [
      {
        name: 'for',
        label: 'For how long',
        kind: 'choice',
        initial: '1h',
        options: [
          { value: '1h', label: '1 hour' },
          { value: '4h', label: '4 hours' },
          { value: '1d', label: '1 day' },
          { value: '3d', label: '3 days' },
          { value: '1w', label: '1 week' },
        ],
      },
    ],
  };
}

export function escalateForm(ticket: Ticket): Form {
  return {
    form: 'escalate',
    title: `Escalate ${ticket.id}`,
    submit: 'Escalate',
    context: writeContext({ ticket: ticket.id }),
    blocks: [{ type: 'context', line: plain('The managers are called in the thread under the card.') }],
    fields: [{ name: 'reason', label: 'What do you need, from whom?', kind: 'paragraph' }],
  };
}

export function mergeForm(ticket: Ticket): Form {
  return {
    form: 'merge',
    title: `Merge or link ${ticket.id}`,
    submit: 'Continue',
    context: writeContext({ ticket: ticket.id }),
    blocks: [],
    fields: [
      { name: 'other', label: 'Other ticket', kind: 'line', placeholder: 'T-12' },
      {
        name: 'how',
        label: 'How',
        kind: 'choice',
        initial: 'merge',
        options: [
          { value: 'merge', label: `Merge ${ticket.id} into it` },
          { value: 'link', label: 'Only link them' },
        ],
      },
    ],
  };
}

export function splitForm(ticket: Ticket): Form {
  const messages = requesterMessages(ticket).slice(1, 100);
  return {
    form: 'split',
    title: `Split ${ticket.id}`,
    submit: 'Split off',
    context: writeContext({ ticket: ticket.id }),
    blocks: [
      {
        type: 'context',
        line: plain('This message and the requester’s later ones become a ticket of their own.'),
      },
    ],
    fields: [
      {
        name: 'from',
        label: 'Starting with',
        kind: 'choice',
        options: messages.map((message) => ({
          value: message.id,
          label: shortened(message.text, 70) || 'A file',
        })),
      },
    ],
  };
}

/** A new ticket in the requester's own words. */
export function newTicketForm(open: { readonly text?: string } = {}): Form {
  return {
    form: 'new_ticket',
    title: 'New ticket',
    submit: 'Send',
    context: '{}',
    blocks: [],
    fields: [
      { name: 'subject', label: 'In one line', kind: 'line', placeholder: 'What is it about?' },
      {
        name: 'text',
        label: 'What happened, and what did you expect?',
        kind: 'paragraph',
        ...(open.text ? { initial: open.text } : {}),
      },
    ],
  };
}
