import { toldText } from '../domain/safety/without-instructions.ts';
import { lastPublicAnswer } from '../domain/ticket/conversation.ts';
import {
  type CorrectableField,
  isLive,
  requesterMessages,
  type Ticket,
  type Triage,
} from '../domain/ticket/ticket.ts';
import type { SearchableTicket } from '../ports.ts';

/** A ticket as search knows it: the requester's words, what people decided about it, and what solved it. */
export function searchable(ticket: Ticket): SearchableTicket {
  const { triage } = ticket;
  const routedBy = personWho(triage, ['category', 'queue']);
  const severityBy = personWho(triage, ['severity']);
  const resolution = isLive(ticket) || ticket.merged ? undefined : solvingAnswer(ticket);
  return {
    id: ticket.id,
    subject: toldText(ticket.subject),
    text: requesterMessages(ticket)
      .map((message) => toldText(message.text))
      .join('\n'),
    requester: ticket.requester,
    openedAt: ticket.openedAt,
    live: isLive(ticket),
    ...(ticket.account ? { account: ticket.account.id } : {}),
    ...(triage ? { category: triage.category, severity: triage.severity, queue: triage.queue } : {}),
    ...(routedBy === undefined ? {} : { correctedBy: routedBy }),
    ...(severityBy === undefined ? {} : { severityBy }),
    ...(resolution === undefined ? {} : { resolution }),
  };
}

/** Who put one of these fields right last. */
function personWho(triage: Triage | undefined, fields: readonly CorrectableField[]): string | undefined {
  const last = triage?.corrections.findLast(({ field, by }) => fields.includes(field) && by !== 'desk');
  return last?.by;
}

/** The public words that settled it: the last reply, or the last message an agent wrote in the thread. */
function solvingAnswer(ticket: Ticket): string | undefined {
  const answered = lastPublicAnswer(ticket);
  if (!answered || ticket.closed?.reason === 'not_a_request') return undefined;
  const reply = ticket.replies.find((known) => known.at === answered.at);
  return (
    reply?.publicText ??
    ticket.messages.find((message) => message.from === 'desk' && message.at === answered.at)?.text
  );
}
