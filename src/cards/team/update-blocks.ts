import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { CustomerUpdate } from '../../domain/ticket/promises.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { proposedUpdate, snoozesAllowed } from '../../domain/ticket/updating.ts';
import type { Block, Button, Line, Menu } from '../card.ts';
import { moment } from '../moment.ts';
import { bold, plainLines } from '../text.ts';
import { targetWords } from '../wording.ts';

/** The update prepared for the requester, with what may be done with it now; nothing while none is proposed. */
export function updateBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const update = proposedUpdate(ticket);
  if (!update) return [];
  return [
    { type: 'divider' },
    { type: 'text', lines: [title(update, settings)] },
    { type: 'quote', lines: plainLines(update.text) },
    { type: 'actions', items: actions(ticket, update, settings) },
  ];
}

function title(update: CustomerUpdate, settings: DeskSettings): Line {
  const snoozed = update.snoozes.at(-1);
  const until: Line = snoozed
    ? [{ text: ' · put off until ' }, moment(snoozed.until, settings.timezone, 'time')]
    : [];
  if (!update.proposes) return [bold('Update for the requester'), { text: ' · not sent yet' }, ...until];
  const { target, dueAt } = update.proposes;
  return [
    bold('Update for the requester'),
    { text: ` · asks for a later ${targetWords[target]}: ` },
    moment(dueAt, settings.timezone),
    ...until,
  ];
}

function actions(ticket: Ticket, update: CustomerUpdate, settings: DeskSettings): readonly (Button | Menu)[] {
  const of = { subject: ticket.id, value: update.update };
  const minutes = snoozesAllowed(ticket, update, { book: settings.policies, now: ticket.changedAt });
  return [
    { ...of, action: 'send_update', label: 'Send update', style: 'primary' },
    { ...of, action: 'edit_update', label: 'Edit update' },
    ...(minutes.length === 0
      ? []
      : [
          {
            action: 'snooze_update',
            subject: ticket.id,
            label: 'Snooze update',
            options: minutes.map((each) => ({ value: `${update.update}:${each}`, label: `${each} minutes` })),
          },
        ]),
  ];
}
