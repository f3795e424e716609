import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { Account, accountOf } from '../domain/account.ts';
import type { PersonId } from '../domain/chat-event.ts';
import { DeskError } from '../domain/errors.ts';
import type { Person } from '../domain/person.ts';
import { identifyRequester } from '../domain/ticket/judgement.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';

const Directory = z.object({ accounts: z.array(Account) });

export type Identified = {
  readonly outcome: 'known' | 'unknown_person' | 'chat_unreachable';
  readonly ticket: Ticket;
};

/** Finds out who asks and which company they belong to. Not knowing it yet never holds a ticket up. */
export async function identify(desk: Desk, ticket: Ticket): Promise<Identified> {
  const asked = await askChat(desk, ticket.requester);
  if ('failure' in asked) {
    return { outcome: asked.failure === 'Unreachable' ? 'chat_unreachable' : 'unknown_person', ticket };
  }
  const { person } = asked;
  const stored = await desk.store.load('directory', 'desk');
  const account = stored && accountOf(person, Directory.parse(stored.state).accounts);
  const changed = await changeTicket(desk, ticket.id, (current) =>
    identifyRequester(
      current,
      {
        name: person.name,
        ...(person.email === undefined ? {} : { email: person.email }),
        ...(person.timezone === undefined ? {} : { timezone: person.timezone }),
        ...(account ? { account } : {}),
      },
      askedByDesk(desk),
    ),
  );
  return { outcome: 'known', ticket: changed.outcome === 'unknown_ticket' ? ticket : changed.ticket };
}

/** A person as chat knows them; undefined while chat cannot be asked, and for somebody it does not know. */
export async function personOf(desk: Desk, id: PersonId): Promise<Person | undefined> {
  const asked = await askChat(desk, id);
  return 'person' in asked ? asked.person : undefined;
}

async function askChat(
  desk: Desk,
  id: PersonId,
): Promise<{ readonly person: Person } | { readonly failure: DeskError['name'] }> {
  try {
    return { person: await desk.chat.person(id) };
  } catch (error) {
    // The ticket is judged without a name meanwhile.
    if (!(error instanceof DeskError)) throw error;
    desk.log.warn('requester not identified', { kind: error.name });
    return { failure: error.name };
  }
}
