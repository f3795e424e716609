import type { DeskSettings } from '../../domain/desk-settings.ts';
import { isOvertaken } from '../../domain/ticket/extension.ts';
import type { CustomerUpdate } from '../../domain/ticket/promises.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { proposedUpdate, snoozesAllowed } from '../../domain/ticket/updating.ts';
import { lintFactsOf, noForeignNames } from '../../domain/update/lint-facts.ts';
import { type Finding, isOfTime, isUnsendable, lintUpdate } from '../../domain/update/lint-update.ts';
import type { Block, Button, Line, Menu } from '../card.ts';
import { moment } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';
import { bold, plain, plainLines, shortened } from '../text.ts';

/** The update prepared for the requester, with what may be done with it now; nothing while none is proposed. */
export function updateBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const update = proposedUpdate(ticket);
  if (!update) return [];
  const at = { book: settings.policies, now: ticket.changedAt, zone: settings.timezone };
  const found = lintUpdate(update.text, lintFactsOf(ticket, at, noForeignNames));
  // What is sent after a while is written anew, and so are its times.
  const isOld = found.some(isOfTime);
  const findings = found.filter((finding) => !isOfTime(finding));
  const isOver = update.proposes !== undefined && update.proposes.dueAt <= at.now;
  const age = isOver
    ? [plain('⛔ The later time it asks for has passed as well. Prepare another one.')]
    : isOld
      ? [plain('Its times are brought up to date when it is sent.')]
      : [];
  return [
    { type: 'divider' },
    { type: 'text', lines: [title(ticket, update, settings), ...findings.map(findingLine), ...age] },
    { type: 'quote', lines: plainLines(update.text) },
    {
      type: 'actions',
      items: isOver
        ? [{ action: 'prepare_update', subject: ticket.id, label: 'Prepare update', style: 'primary' }]
        : actions(ticket, { update, isSendable: !isUnsendable(findings) }, settings),
    },
  ];
}

/** What is wrong with the words, where, and how to put it right. */
function findingLine({ effect, text, repair }: Finding): Line {
  const place = text === '' ? '' : `“${shortened(text, 80)}”: `;
  return plain(`${effect === 'blocks' ? '⛔' : '⚠️'} ${place}${repair}`);
}

function title(ticket: Ticket, update: CustomerUpdate, settings: DeskSettings): Line {
  const snoozed = update.snoozes.at(-1);
  const until: Line = snoozed
    ? [{ text: ' · put off until ' }, moment(snoozed.until, settings.timezone, 'time')]
    : [];
  if (!update.proposes) return [bold('Update for the requester'), { text: ' · not sent yet' }, ...until];
  const { target, dueAt } = update.proposes;
  return [
    bold('Update for the requester'),
    { text: ` · not sent yet · asks for more time, ${promiseWords(target, ticket, settings.policies)} by ` },
    moment(dueAt, settings.timezone),
    ...until,
  ];
}

function actions(
  ticket: Ticket,
  { update, isSendable }: { readonly update: CustomerUpdate; readonly isSendable: boolean },
  settings: DeskSettings,
): readonly (Button | Menu)[] {
  const of = { subject: ticket.id, value: update.update };
  const send: Button = { ...of, action: 'send_update', label: 'Send update', style: 'primary' };
  const edit: Button = { ...of, action: 'edit_update', label: 'Edit update' };
  const minutes = snoozesAllowed(ticket, update, { book: settings.policies, now: ticket.changedAt });
  const snooze: Menu = {
    action: 'snooze_update',
    subject: ticket.id,
    label: 'Snooze update',
    options: minutes.map((each) => ({ value: `${update.update}:${each}`, label: `${each} minutes` })),
  };
  return [
    ...(isSendable ? [send, edit] : [{ ...edit, style: 'primary' as const }]),
    ...(minutes.length === 0 ? [] : [snooze]),
  ];
}

/** What the requester says to the latest request for more time, while the ticket is worked. */
export function laterTimeLines(ticket: Ticket, settings: DeskSettings): readonly Line[] {
  const reply = ticket.replies.findLast(({ proposes }) => proposes !== undefined);
  if (!reply?.proposes || isOvertaken(ticket, reply)) return [];
  const { target, dueAt } = reply.proposes;
  const by: Line = [
    { text: `${promiseWords(target, ticket, settings.policies)} by ` },
    moment(dueAt, settings.timezone),
  ];
  const { agreed } = reply;
  if (agreed?.yes) return [[{ text: '🤝 Agreed by ' }, { person: agreed.by }, { text: ': ' }, ...by]];
  if (agreed) {
    return [[{ text: '❗ ' }, { person: agreed.by }, { text: ' needs it sooner than we asked: ' }, ...by]];
  }
  // Nobody can say yes to what never arrived; the card says that, too.
  if (reply.delivered.length === 0) return [];
  return [[{ text: '⏳ The requester was asked for more time: ' }, ...by]];
}
