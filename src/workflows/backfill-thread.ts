import type { Desk } from '../desk.ts';
import { subjectOf, ticketMessage } from '../domain/ticket/conversation.ts';
import { nothing } from '../domain/ticket/decision.ts';
import type { Claims } from '../store-port.ts';
import { askedByDesk, changeTicket, loadTicket } from './change-ticket.ts';
import { sideOf } from './open-from-thread.ts';

/** The desk was mentioned inside a thread: its first message is the request, what was said since is the story. */
export async function backfillThread(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const thread = (await loadTicket(desk, id))?.conversation.thread;
  const story = thread === undefined ? [] : await desk.chat.history(thread);
  const people = story.filter((message) => !message.byApp);
  const [request] = people;
  await changeTicket(
    desk,
    id,
    (ticket) => {
      const earlier = people.filter((message) => !ticket.messages.some((known) => known.id === message.id));
      if (!request || earlier.length === 0) return nothing;
      const messages = earlier.map((message) =>
        ticketMessage(message, sideOf(desk, message, request.author)),
      );
      const subject = subjectOf(request.text || (request.files[0]?.name ?? ''));
      const { at, by } = askedByDesk(desk);
      return { events: [{ type: 'backfilled', messages, requester: request.author, subject, at, by }] };
    },
    { fired: timer },
  );
}
