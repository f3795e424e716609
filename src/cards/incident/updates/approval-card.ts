import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import { isUnderWay } from '../../../domain/incident/words.ts';
import { type Finding, isUnsendable } from '../../../domain/update/lint-update.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Button, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, counted, plain, plainLines, shortened } from '../../text.ts';
import { incidentName, updateKindWords, updateName } from '../incident-words.ts';
import { capital } from '../roles/role-items.ts';
import { receiptBlocks } from './receipt-blocks.ts';

/** An update as its card shows it. */
export type ApprovalView = {
  readonly update: IncidentUpdate;
  /** As the first customer reads it; absent where nobody does. */
  readonly text: string | undefined;
  /** What stands against sending it, and on which tickets. */
  readonly findings: readonly (Finding & { readonly tickets: readonly string[] })[];
  /** The desk's zone. */
  readonly timezone: string;
};

/** What customers are to be told: to be approved, and then what became of it. */
export function approvalCard(incident: Incident, view: ApprovalView): TeamCard {
  const { update, text, timezone } = view;
  const title = `${capital(updateName(update.update))} for customers`;
  const isOpen = update.state === 'draft' || update.state === 'pending';
  const head: Line = [
    bold(title),
    { text: ` · ${incidentName(incident)} · ${updateKindWords[update.kind]} · drafted by ` },
    actor(update.draftedBy),
    { text: ' ' },
    moment(update.draftedAt, timezone, 'time'),
  ];
  return {
    audience: 'team',
    summary: `${title} · ${incident.id} · ${stateWords[update.state]}`,
    blocks: [
      { type: 'text', lines: [head, standing(incident, view)] },
      ...(text === undefined || isGone.has(update.state)
        ? []
        : [{ type: 'quote' as const, lines: plainLines(text) }]),
      ...(isOpen ? toApprove(incident, view) : receiptBlocks(incident, update)),
    ],
  };
}

const isGone: ReadonlySet<IncidentUpdate['state']> = new Set(['expired', 'superseded']);

const stateWords: Readonly<Record<IncidentUpdate['state'], string>> = {
  draft: 'waits for approval',
  pending: 'waits for approval',
  approved: 'on its way',
  delivered: 'delivered',
  partial: 'delivered in part',
  failed: 'not delivered',
  rejected: 'sent back',
  expired: 'expired, never sent',
  superseded: 'replaced by a newer draft, never sent',
};

function standing(incident: Incident, { update, timezone }: ApprovalView): Line {
  const { approved, rejected } = update;
  if (rejected)
    return [
      { text: '↩️ Sent back by ' },
      actor(rejected.by),
      { text: `: ${shortened(rejected.reason, 300)}` },
    ];
  if (update.state === 'expired')
    return plain('⌛ The facts have changed, or too much time has passed: this one can be sent no more.');
  if (update.state === 'superseded') return plain('A newer draft has taken its place. It was never sent.');
  if (!approved) return readers(incident);
  const instead = approved.insteadOfCommander ? ' in place of the commander, who did not answer,' : '';
  return [
    { text: '✅ Approved by ' },
    actor(approved.by),
    { text: `${instead} ` },
    moment(approved.at, timezone, 'time'),
  ];
}

const mostReaders = 8;

function readers({ tickets, mode }: Incident): Line {
  if (mode === 'drill') return plain('A drill: no customer gets it.');
  const named = tickets
    .slice(0, mostReaders)
    .map(({ ticket, accountName }) => (accountName === undefined ? ticket : `${ticket} (${accountName})`));
  const more = tickets.length - named.length;
  const all = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return plain(`Goes to ${counted(tickets.length, 'ticket')}: ${all}. Each in their own language and zone.`);
}

function toApprove(incident: Incident, { update, findings }: ApprovalView): readonly Block[] {
  const of = { subject: incident.id, value: update.update };
  const isWorded = update.kind === 'acknowledgement' || update.kind === 'nothing_new';
  const edit: Button = { ...of, action: 'incident_edit_update', label: 'Edit' };
  const isBlocked = isUnsendable(findings);
  const canBeQuiet = isUnderWay(incident.lifecycle) && update.kind !== 'correction';
  const approve: Button = {
    ...of,
    action: 'incident_approve',
    label: isWorded ? 'Send' : 'Approve & send',
    style: 'primary',
  };
  return [
    ...(findings.length > 0
      ? [{ type: 'text' as const, lines: findings.slice(0, mostFindings).map(line) }]
      : []),
    {
      type: 'context',
      line: plain(
        isWorded
          ? 'This wording is approved beforehand: whoever may draft may send it. Its times are set when it is sent.'
          : 'The commander approves. Its times are set when it is sent.',
      ),
    },
    {
      type: 'actions',
      items: [
        ...(isBlocked ? [{ ...edit, style: 'primary' as const }] : [approve, edit]),
        { ...of, action: 'incident_reject', label: 'Reject' },
        ...(canBeQuiet && !isWorded ? [{ ...of, action: 'incident_nothing_new', label: 'Nothing new' }] : []),
      ],
    },
  ];
}

const mostFindings = 6;

/** What is wrong, where, for whom, and how to put it right. */
function line({ effect, text, repair, tickets }: ApprovalView['findings'][number]): Line {
  const place = text === '' ? '' : `“${shortened(text, 80)}”: `;
  const where = tickets.length > 3 ? counted(tickets.length, 'ticket') : tickets.join(', ');
  return plain(`${effect === 'blocks' ? '⛔' : '⚠️'} ${place}${repair} (${where})`);
}
