import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import type { PracticeMessage } from '../../src/practice/control.ts';
import type { Practice } from '../../src/practice/practice-server.ts';
import type { RunningDesk } from '../../src/run-desk.ts';
import { loadTicket } from '../../src/workflows/change-ticket.ts';
import { eventually } from './eventually.ts';
import { idOf, keyOf, type PersonName, type Said } from './practice-names.ts';
import { buttonsOf, words } from './shown.ts';

/** What can be seen. */
export function lookingAt(practice: Practice, running: RunningDesk) {
  const { desk } = running;
  const messages = () => practice.state().messages;
  const byDesk = (message: PracticeMessage) => message.user === practice.bot.userId;
  const cardIn = (id: string) =>
    messages().findLast(
      (message) =>
        byDesk(message) && !message.deleted && keyOf(message) === `${id}/card` && message.threadTs !== '',
    );
  const ticket = async (id: string): Promise<Ticket> => (await loadTicket(desk, id))!;
  const ticketsAt = (said: Said) => desk.store.tickets({ thread: `slack:${said.channel}:${said.ts}` });
  return {
    messages,
    ticket,
    /** Ids of the tickets that were opened while the desk ran. */
    async opened(): Promise<string[]> {
      const all = await desk.store.tickets({ order: 'oldest' });
      const past = all.filter(({ id }) => Number(id.slice(2)) <= pastTickets(all.map((each) => each.id)));
      return all.filter((each) => !past.includes(each)).map(({ id }) => id);
    },
    /** The ticket a message became, once it is one. */
    ticketOf: async (said: Said): Promise<string> =>
      (await eventually(async () => (await ticketsAt(said))[0], 'the message becomes a ticket')).id,
    ticketsAt,
    cardNow: cardIn,
    /** The ticket's card, once the desk knows where it stands and it holds. */
    cardOf: (id: string, holds: (text: string, card: PracticeMessage) => boolean = () => true) =>
      eventually(
        async () => {
          const card = cardIn(id);
          if (!card || !holds(words(card), card)) return undefined;
          const { cards } = await ticket(id);
          return cards.some((known) => known.id === `slack:${card.channel}:${card.ts}`) ? card : undefined;
        },
        () => `another card of ${id} than ${words(cardIn(id) ?? { text: 'none' })}`,
      ),
    /** Cards of this ticket that stand anywhere. */
    cardsOf: (id: string) =>
      messages().filter((message) => !message.deleted && keyOf(message) === `${id}/card`),
    /** What everybody sees in a thread, without its first message. */
    threadOf: (said: Said) =>
      messages().filter(
        (message) =>
          message.channel === said.channel &&
          message.threadTs === said.ts &&
          message.ts !== said.ts &&
          message.ephemeralTo === undefined &&
          !message.deleted,
      ),
    /** Lines that only this person sees, oldest first. */
    privateLines: (person: PersonName) =>
      messages()
        .filter((message) => message.ephemeralTo === idOf(person))
        .map((message) => ({ ...message, words: words(message), buttons: buttonsOf(message) })),
    async toldPrivately(person: PersonName, part: string | RegExp): Promise<PracticeMessage> {
      const holds = (message: PracticeMessage) =>
        typeof part === 'string' ? words(message).includes(part) : part.test(words(message));
      return eventually(
        () => messages().findLast((message) => message.ephemeralTo === idOf(person) && holds(message)),
        `${person} is told ${part}`,
      );
    },
    eventsOf: async (id: string) =>
      ((await desk.store.load('ticket', id))?.events ?? []) as { type: string; [field: string]: unknown }[],
    until: async (id: string, holds: (ticket: Ticket) => boolean, what: string): Promise<Ticket> =>
      eventually(async () => {
        const now = await ticket(id);
        return holds(now) ? now : undefined;
      }, what),
  };
}

/** The practice content's tickets have the first numbers. */
function pastTickets(ids: readonly string[]): number {
  return ids.length >= pastCount ? pastCount : 0;
}
const pastCount = 60;
