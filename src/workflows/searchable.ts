import { toldText } from '../domain/safety/without-instructions.ts';
import { lastPublicAnswer } from '../domain/ticket/conversation.ts';
import { isLive, requesterMessages, type Ticket } from '../domain/ticket/ticket.ts';
import type { SearchableTicket } from '../ports.ts';

/** A ticket as search knows it: the requester's words, what people decided about it, and what solved it. */
export function searchable(ticket: Ticket): SearchableTicket {
  const { triage } = ticket;
  const corrected = triage?.corrections.at(-1);
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
    ...(corrected && corrected.by !== 'desk' ? { correctedBy: corrected.by } : {}),
    ...(resolution === undefined ? {} : { resolution }),
  };
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
