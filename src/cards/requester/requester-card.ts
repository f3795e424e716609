import type { DeskSettings } from '../../domain/desk-settings.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { firstAnswerDueAt } from '../../domain/sla/first-answer.ts';
import { isOpenProposal } from '../../domain/ticket/extension.ts';
import {
  type PublicReply,
  proposedDraft,
  requesterMessages,
  type Ticket,
  type TicketMessage,
} from '../../domain/ticket/ticket.ts';
import { day } from '../../domain/time.ts';
import type { RequesterCard } from '../../ports.ts';
import type { Block, Button, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { linkedLines, plain, shortened } from '../text.ts';
import { categoryWords } from '../wording.ts';
import { phrasesIn } from './phrases.ts';

function forRequester(summary: string, blocks: readonly Block[]): RequesterCard {
  return { audience: 'requester', summary, blocks };
}

/** The one quiet line in the requester's own thread: number, what was understood, when the first answer is due. */
export function noticeCard(ticket: Ticket, settings: DeskSettings): RequesterCard {
  const say = phrasesIn(ticket.triage?.language);
  const words = [say.received(ticket.id)];
  if (ticket.triage) words.push(say.understood(understood(ticket)));
  const dueAt = firstAnswerDueAt(ticket, settings.policies, ticket.changedAt);
  const promise: Line =
    dueAt === undefined
      ? plain(say.firstAnswerSoon)
      : [{ text: `${say.firstAnswerBy} ` }, moment(dueAt, settings.timezone), { text: '.' }];
  // Who gets an answer in a moment need not be asked first.
  const question = proposedDraft(ticket)?.outcome === 'answer' ? undefined : ticket.triage?.question;
  return forRequester(say.received(ticket.id), [
    { type: 'context', line: [{ text: `${words.join(' ')} ` }, ...promise] },
    ...(question
      ? [{ type: 'text' as const, lines: [plain(say.oneQuestion), plain(say.questions[question])] }]
      : []),
  ]);
}

/** The kind, and the requester's own words: nothing that an engine worded goes out without a person. */
function understood(ticket: Ticket): string {
  const { triage } = ticket;
  const words = `“${shortened(ticket.subject, 70)}”`;
  if (triage && requesterMessages(ticket).length === 0)
    return categoryWords(triage.category, triage.language);
  return triage ? `${categoryWords(triage.category, triage.language)}, ${words}` : words;
}

/** Under a message of its own that became part of a ticket. */
export function joinedCard(ticket: Ticket, message: TicketMessage): RequesterCard {
  const words = phrasesIn(ticket.triage?.language ?? detectLanguage(message.text)).added(ticket.id);
  return forRequester(words, [{ type: 'context', line: plain(words) }]);
}

/** A public reply. While we ask whether it works, with the two buttons; afterwards with what the requester said. */
export function replyCard(ticket: Ticket, reply: PublicReply): RequesterCard {
  const say = phrasesIn(ticket.triage?.language);
  const blocks: Block[] = [{ type: 'text', lines: linkedLines(reply.publicText) }];
  if (reply.rule !== undefined) blocks.push({ type: 'context', line: plain(say.answeredByDesk) });
  if (reply.next === 'ask') {
    const isLast = ticket.replies.at(-1)?.reply === reply.reply;
    if (ticket.solution?.confirmed) blocks.push({ type: 'context', line: plain(say.thanksForConfirming) });
    else if (ticket.status === 'pending' && isLast) blocks.push(...askBlocks(ticket, say.asked));
    else if (isLast) blocks.push({ type: 'context', line: plain(say.backOnIt) });
  }
  if (reply.proposes) blocks.push(...laterTimeBlocks(ticket, reply));
  return forRequester(reply.publicText, blocks);
}

/** Whether a later time is fine: two buttons while it matters, then what was answered. */
function laterTimeBlocks(ticket: Ticket, reply: PublicReply): readonly Block[] {
  const say = phrasesIn(ticket.triage?.language);
  if (reply.agreed) {
    return [{ type: 'context', line: plain(reply.agreed.yes ? say.agreedToLater : say.heardSooner) }];
  }
  if (!isOpenProposal(ticket, reply)) return [];
  const of = { subject: ticket.id, value: reply.reply };
  return [
    {
      type: 'actions',
      items: [
        { ...of, action: 'later_is_fine', label: say.laterIsFine, style: 'primary' },
        { ...of, action: 'needed_sooner', label: say.neededSooner },
      ],
    },
  ];
}

/**
 * After an agent marked it solved: the same question on its own, with the buttons while it is open. `ask` is the
 * moment it was asked.
 */
export function askCard(ticket: Ticket, ask: string): RequesterCard {
  const say = phrasesIn(ticket.triage?.language);
  const words = say.solvedAsk(ticket.id);
  const since = ask.split('#')[0] ?? '';
  const reopened = ticket.reopened.find(({ at }) => at > since);
  if (!reopened && !ticket.solution?.confirmed) return forRequester(words, askBlocks(ticket, words));
  const isTheirs = ticket.messages.some(
    ({ author, from }) => from === 'requester' && author === reopened?.by,
  );
  const after = reopened ? (isTheirs ? say.backOnIt : say.workingAgain) : say.thanksForConfirming;
  return forRequester(words, [
    { type: 'context', line: plain(words) },
    { type: 'context', line: plain(after) },
  ]);
}

function askBlocks(ticket: Ticket, question: string): readonly Block[] {
  const say = phrasesIn(ticket.triage?.language);
  const button = (action: string, label: string): Button => ({ action, subject: ticket.id, label });
  return [
    { type: 'context', line: plain(question) },
    {
      type: 'actions',
      items: [
        { ...button('confirm_solved', say.yes), style: 'primary' },
        button('still_broken', say.stillBroken),
      ],
    },
  ];
}

/** Nobody answered for the quiet time. */
export function closingCard(ticket: Ticket, settings: DeskSettings): RequesterCard {
  const days = Math.max(1, Math.round(settings.automation.reopenWithinMs / day));
  const words = phrasesIn(ticket.triage?.language).closedQuietly(ticket.id, days);
  return forRequester(words, [{ type: 'context', line: plain(words) }]);
}
