import { type DeskSettings, queueNames } from '../../domain/desk-settings.ts';
import {
  type CorrectableField,
  isBlocked,
  isLive,
  proposedDraft,
  type Ticket,
} from '../../domain/ticket/ticket.ts';
import { categories, sentiments, severities } from '../../domain/words.ts';
import type { Block, Button, Menu, Option } from '../card.ts';
import { severityWords } from '../wording.ts';

/** What a person can do with the ticket as it stands now. */
export function ticketActions(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  if (ticket.merged) return [row([button(ticket, 'unmerge', 'Take the merge back')])];
  const again = ticket.undelivered.length > 0 ? [row([button(ticket, 'retry_delivery', 'Send again')])] : [];
  if (!isLive(ticket)) {
    return [
      ...again,
      row([
        button(ticket, 'reopen', 'Reopen'),
        button(ticket, 'note', 'Note'),
        button(ticket, 'show_all', 'Show everything'),
      ]),
    ];
  }
  return [
    ...again,
    ...draftRow(ticket),
    row([
      ticket.assignee ? button(ticket, 'release', 'Give back') : button(ticket, 'claim', 'Claim'),
      button(ticket, 'reply', 'Reply'),
      button(ticket, 'note', 'Note'),
      button(ticket, 'solve', 'Solve'),
      moreMenu(ticket),
    ]),
    ...(ticket.triage ? [row(corrections(ticket, settings))] : []),
  ];
}

function row(items: readonly (Button | Menu)[]): Block {
  return { type: 'actions', items };
}

function button(ticket: Ticket, action: string, label: string, value?: string): Button {
  return { action, subject: ticket.id, label, ...(value === undefined ? {} : { value }) };
}

function draftRow(ticket: Ticket): readonly Block[] {
  const draft = proposedDraft(ticket);
  if (!draft) return ticket.drafts.length > 0 ? [row([button(ticket, 'regenerate', 'New draft')])] : [];
  if (draft.outcome === 'unknown') {
    const ask = draft.text === '' ? [] : [button(ticket, 'edit_draft', 'Ask for this', draft.draft)];
    return [row([...ask, button(ticket, 'regenerate', 'Try again')])];
  }
  const edit = button(ticket, 'edit_draft', 'Edit', draft.draft);
  const rest = [button(ticket, 'discard', 'Discard', draft.draft), button(ticket, 'regenerate', 'Another')];
  const judging = row([
    button(ticket, 'rate_up', '👍', draft.draft),
    button(ticket, 'rate_down', '👎', draft.draft),
    button(ticket, 'why_confidence', 'Why this confidence', draft.draft),
  ]);
  if (isBlocked(draft)) return [row([{ ...edit, style: 'primary' }, ...rest]), judging];
  const approve: Button = {
    ...button(ticket, 'approve', 'Approve & send', draft.draft),
    style: 'primary',
  };
  return [row([approve, edit, ...rest]), judging];
}

function moreMenu(ticket: Ticket): Menu {
  const options: Option[] = [
    { value: 'show_all', label: 'Show everything' },
    ticket.status === 'on_hold' || ticket.status === 'pending'
      ? { value: 'resume', label: 'Resume work' }
      : { value: 'wait', label: 'Wait for requester' },
    ...(ticket.status === 'on_hold' ? [] : [{ value: 'hold', label: 'Put on hold…' }]),
    ticket.snooze ? { value: 'wake', label: 'Wake now' } : { value: 'snooze', label: 'Snooze…' },
    { value: 'prepare_update', label: 'Prepare update' },
    { value: 'escalate', label: 'Escalate…' },
    ...(ticket.incident
      ? []
      : [
          { value: 'war_room', label: 'War room…' },
          { value: 'add_to_war_room', label: 'Add to a war room…' },
        ]),
    { value: 'merge_with', label: 'Merge or link…' },
    ...(ticket.messages.filter((message) => message.from === 'requester').length > 1
      ? [{ value: 'split', label: 'Split off messages…' }]
      : []),
    { value: 'not_a_request', label: 'Not a request' },
  ];
  return { action: 'more', subject: ticket.id, label: 'More…', options };
}

function corrections(ticket: Ticket, settings: DeskSettings): readonly Menu[] {
  const { triage } = ticket;
  if (!triage) return [];
  const menu = (field: CorrectableField, title: string, options: readonly Option[]): Menu => ({
    action: `correct_${field}`,
    subject: ticket.id,
    label: `Change ${field}`,
    options: options.map((option) => ({ ...option, label: `${title}: ${option.label}` })),
    ...(options.some((option) => option.value === triage[field]) ? { selected: triage[field] } : {}),
  });
  return [
    menu(
      'category',
      'Category',
      categories.map((value) => ({ value, label: value.replace('_', ' ') })),
    ),
    menu(
      'severity',
      'Severity',
      severities.map((value) => ({ value, label: severityWords[value] })),
    ),
    menu(
      'queue',
      'Queue',
      queueNames(settings).map((name) => ({ value: name, label: name })),
    ),
    menu(
      'sentiment',
      'Sentiment',
      sentiments.map((value) => ({ value, label: value })),
    ),
  ];
}
