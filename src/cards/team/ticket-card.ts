import type { DeskSettings } from '../../domain/desk-settings.ts';
import { changedAfterAnswer, lastPublicAnswer } from '../../domain/ticket/conversation.ts';
import { awaitsEscalationManager } from '../../domain/ticket/routing.ts';
import {
  correctableFields,
  isBlocked,
  isLive,
  proposedDraft,
  requesterMessages,
  type Ticket,
} from '../../domain/ticket/ticket.ts';
import { confidenceWord } from '../../domain/words.ts';
import type { TeamCard } from '../../ports.ts';
import type { Block, Line, Span } from '../card.ts';
import { maskedSecrets } from '../masked-secrets.ts';
import { moment } from '../moment.ts';
import { bold, counted, italic, joined, plain, plainLines, shortened } from '../text.ts';
import { severityWords, statusWords } from '../wording.ts';
import { actor } from './actor.ts';
import { plannedBlocks } from './autonomy-cards.ts';
import { copiesBlocks, copyBlocks, isShownAsCopy } from './copy-blocks.ts';
import { draftBlocks } from './draft-blocks.ts';
import { dueBlocks } from './due-blocks.ts';
import { duplicateBlocks } from './duplicate-blocks.ts';
import { incidentBlocks, warRoomBlocks } from './incident-blocks.ts';
import { ticketActions } from './ticket-actions.ts';
import { laterTimeLines, updateBlocks } from './update-blocks.ts';

/** The one living card of a ticket in the team's channel; edited in place, never posted twice. */
export function ticketCard(ticket: Ticket, settings: DeskSettings): TeamCard {
  const { text: subject } = maskedSecrets(ticket.subject);
  const head: Block[] = [
    { type: 'heading', text: `${ticket.id} · ${subject}` },
    { type: 'text', lines: [stateLine(ticket), whoLine(ticket)] },
    ...dueBlocks(ticket, settings),
  ];
  return {
    audience: 'team',
    summary: `${ticket.id} ${ticket.triage?.severity ?? ''} ${subject}`.replace(/\s+/g, ' '),
    blocks: [...head, ...(isShownAsCopy(ticket) ? copyBlocks(ticket) : wholeStory(ticket, settings))],
    more: { action: 'show_all', subject: ticket.id },
  };
}

function wholeStory(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  return [
    ...wordsOfRequester(ticket),
    ...(ticket.triage ? judgement(ticket, settings) : []),
    ...incidentBlocks(ticket, settings),
    ...warnings(ticket, settings),
    ...copiesBlocks(ticket),
    ...duplicateBlocks(ticket),
    ...(isLive(ticket) ? draftBlocks(ticket, settings) : ending(ticket, settings)),
    ...plannedBlocks(ticket, settings),
    ...updateBlocks(ticket, settings),
    ...latestAnswer(ticket, settings),
    ...warRoomBlocks(ticket),
    ...ticketActions(ticket, settings),
  ];
}

function stateLine(ticket: Ticket): Line {
  const parts: Line[] = [];
  if (ticket.triage) parts.push([bold(severityWords[ticket.triage.severity])]);
  parts.push([bold(statusWords[ticket.status])]);
  parts.push(ticket.assignee ? [{ person: ticket.assignee.person }] : plain('nobody has it yet'));
  if (ticket.triage) {
    parts.push(plain(ticket.triage.category.replace('_', ' ')), plain(`queue ${ticket.triage.queue}`));
    parts.push(plain(`tier ${ticket.triage.tier}`), plain(moodWords(ticket)));
  }
  return joined(parts);
}

function moodWords(ticket: Ticket): string {
  const { triage } = ticket;
  if (!triage) return '';
  return triage.frustration >= 0.6 ? `${triage.sentiment}, losing patience` : triage.sentiment;
}

function whoLine(ticket: Ticket): Line {
  const parts: Line[] = [[{ person: ticket.requester }]];
  const { account } = ticket;
  const thread = ticket.messages[0]?.link;
  if (thread !== undefined) parts.push([{ link: thread, text: 'open thread' }]);
  if (account) {
    parts.push(plain(account.name), plain(account.plan));
    parts.push(plain(`€${account.annualRevenue.toLocaleString('en')} a year`));
    if (account.configuration) parts.push(plain(account.configuration));
  } else if (ticket.requesterName) {
    parts.push(plain('no account known'));
  }
  if (ticket.absorbed.length > 0) {
    parts.push(plain(`with ${ticket.absorbed.map((entry) => entry.ticket).join(', ')}`));
  }
  const copies = ticket.links.filter((link) => ticket.copies?.includes(link.ticket));
  if (copies.length > 0) parts.push(plain(`${counted(copies.length, 'linked copy', 'linked copies')}`));
  for (const link of ticket.links) {
    if (!copies.includes(link)) parts.push(plain(`${linkWords(ticket, link)} ${link.ticket}`));
  }
  return joined(parts);
}

/** A follow-up is linked both ways; the higher number came later. */
function linkWords(ticket: Ticket, link: Ticket['links'][number]): string {
  const number = (id: string) => Number(id.replace(/\D/g, ''));
  if (link.kind === 'follow_up') {
    return number(link.ticket) > number(ticket.id) ? 'followed by' : 'follows';
  }
  return { related: 'see', duplicate: 'same as', split: 'split with' }[link.kind];
}

/** As written while it is short; else its beginning, so that one long message cannot hide the rest of the card. */
function opening(text: string): string {
  const lines = text.split('\n');
  if (text.length <= 900 && lines.length <= 12) return text;
  return lines.length <= 12 ? shortened(text, 900) : `${shortened(lines.slice(0, 12).join(' '), 900)}…`;
}

function wordsOfRequester(ticket: Ticket): readonly Block[] {
  const messages = requesterMessages(ticket);
  if (messages.length === 0) {
    return [{ type: 'context', line: plain('The requester deleted what they wrote.') }];
  }
  const shown = messages.length > 3 ? [messages[0], ...messages.slice(-2)] : messages;
  const blocks: Block[] = shown
    .filter((message) => message !== undefined)
    .map((message) => ({
      type: 'quote',
      lines: [
        ...(message.text.trim() === '' ? [] : plainLines(opening(maskedSecrets(message.text).text))),
        ...message.files.map(
          (file): Line => [
            { text: `📎 ${file.name} (${Math.max(1, Math.round(file.bytes / 1024))} KB) ` },
            ...(file.problem ? [italic(file.problem)] : file.url ? [{ link: file.url, text: 'open' }] : []),
          ],
        ),
      ],
    }));
  if (messages.length > 3) {
    blocks.splice(1, 0, {
      type: 'context',
      line: plain(`${counted(messages.length - 3, 'more message')} between`),
    });
  }
  return blocks;
}

function judgement(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const { triage } = ticket;
  if (!triage) return [];
  const corrected = correctableFields.flatMap((field): Line[] => {
    const last = triage.corrections.findLast((one) => one.field === field);
    if (!last) return [];
    const was = `${field} was ${last.was.replace('_', ' ')}`;
    if (last.because !== undefined) {
      const words = `${was}, as grave as ${last.because} since it was merged in `;
      return [[{ text: words }, moment(last.at, settings.timezone, 'time')]];
    }
    const words = `${was}, changed by `;
    return [[{ text: words }, actor(last.by), { text: ' ' }, moment(last.at, settings.timezone, 'time')]];
  });
  const items = [
    { label: 'Why this severity', value: plain(triage.severityReasons.join(' · ')) },
    { label: 'Why here', value: plain(`${triage.reasons.category} · ${triage.reasons.queue}`) },
    ...(triage.productArea ? [{ label: 'Product area', value: plain(triage.productArea) }] : []),
    ...(triage.stakeholders.length > 0
      ? [{ label: 'Should know', value: plain(triage.stakeholders.join(', ')) }]
      : []),
    ...(corrected.length > 0 ? [{ label: 'Corrected', value: joined(corrected) }] : []),
  ];
  return [{ type: 'facts', items }];
}

function warnings(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const lines: Line[] = [];
  if (ticket.engineTrouble) lines.push(plain(`⚠️ No triage or draft: ${ticket.engineTrouble.reason}`));
  if (changedAfterAnswer(ticket)) {
    lines.push(plain('⚠️ The requester changed their message after it was answered. Read it again.'));
  }
  if (ticket.escalation) {
    lines.push([
      { text: '⬆️ Escalated by ' },
      actor(ticket.escalation.by),
      { text: `: ${ticket.escalation.reason}` },
    ]);
  }
  if (awaitsEscalationManager(ticket)) {
    lines.push(plain(`🔎 For the Escalation Manager: ${whyUnsure(ticket)}`));
  }
  const secrets = new Set(requesterMessages(ticket).flatMap(({ text }) => maskedSecrets(text).secrets));
  if (secrets.size > 0) {
    const kinds = [...secrets].join(', ');
    lines.push(
      plain(
        `🔑 The message holds a secret (${kinds}). Ask them to revoke it. It is hidden here; the thread has the full text.`,
      ),
    );
  }
  if (ticket.hold) {
    lines.push([
      { text: `⏸ On hold: ${ticket.hold.reason}` },
      ...(ticket.hold.until ? [{ text: ', until ' }, moment(ticket.hold.until, settings.timezone)] : []),
    ]);
  }
  if (ticket.snooze) {
    lines.push([
      { text: '💤 Snoozed until ' },
      moment(ticket.snooze.until, settings.timezone),
      { text: '; what is owed stays owed' },
    ]);
  }
  lines.push(...laterTimeLines(ticket, settings));
  for (const failure of ticket.undelivered) lines.push(plain(`❗ Not delivered: ${failure.reason}`));
  const disputed = ticket.status === 'open' && ticket.replies.at(-1)?.next === 'ask' && isLive(ticket);
  const reopened = ticket.status === 'open' ? ticket.reopened.at(-1) : undefined;
  if (disputed) lines.push(plain('↩️ The last answer did not settle it.'));
  else if (reopened) {
    lines.push([{ text: `↩️ ${reopened.reason}, ` }, moment(reopened.at, settings.timezone, 'time')]);
  }
  return lines.length > 0 ? [{ type: 'text', lines }] : [];
}

/** A number says little at a glance; it stands behind “Why this confidence”. */
function whyUnsure(ticket: Ticket): string {
  const draft = proposedDraft(ticket);
  const isStopped = draft === undefined || draft.outcome === 'unknown' || isBlocked(draft);
  if (isStopped) return ticket.route?.reason ?? '';
  return `not sure enough (${confidenceWord(draft.confidence)})`;
}

function latestAnswer(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const answered = lastPublicAnswer(ticket);
  const notes = ticket.notes.length > 0 ? counted(ticket.notes.length, 'internal note') : '';
  if (!answered) return notes ? [{ type: 'context', line: plain(`${notes}`) }] : [];
  const reply = ticket.replies.at(-1);
  const isReply = reply !== undefined && reply.at === answered.at;
  const line: Span[] = [{ text: 'Answered by ' }, actor(answered.by), { text: ' ' }];
  line.push(moment(answered.at, settings.timezone));
  if (isReply) {
    if (reply.rule !== undefined) line.push({ text: ` by the rule for “${reply.rule}”` });
    line.push({
      text: reply.delivered.length > 0 ? ' · delivered' : reply.failed ? ' · not delivered' : ' · sending',
    });
    line.push({ text: ` · “${shortened(reply.publicText, 120)}”` });
  }
  if (notes) line.push({ text: ` · ${notes}` });
  return [{ type: 'context', line }];
}

function ending(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  if (ticket.merged) {
    return [
      {
        type: 'text',
        lines: [[{ text: `Merged into ${ticket.merged.into} by ` }, actor(ticket.merged.by), { text: '.' }]],
      },
    ];
  }
  const end = ticket.closed ?? ticket.solution;
  if (!end || proposedDraft(ticket)) return [];
  const closed = ticket.closed?.reason === 'not_a_request' ? 'Closed as not a request' : 'Closed';
  const words = ticket.closed ? closed : ticket.solution?.confirmed ? 'Solved and confirmed' : 'Solved';
  const line: Span[] = [
    { text: `${words} ` },
    moment(end.at, settings.timezone),
    { text: ' by ' },
    actor(end.by),
  ];
  if (ticket.solution?.resolution) line.push({ text: `: ${ticket.solution.resolution}` });
  return [{ type: 'text', lines: [line] }];
}
