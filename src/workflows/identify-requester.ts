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

/** Finds out who asks and which company they belong to. Not knowing it yet never holds a ticket up. */
export async function identify(desk: Desk, ticket: Ticket): Promise<Ticket> {
  const person = await personOf(desk, ticket.requester);
  if (!person) return ticket;
  const stored = await desk.store.load('directory', 'desk');
  const account = stored && accountOf(person, Directory.parse(stored.state).accounts);
  const changed = await changeTicket(desk, ticket.id, (current) =>
    identifyRequester(
      current,
      {
        name: person.name,
        ...(person.email === undefined ? {} : { email: person.email }),
        ...(account ? { account } : {}),
      },
      askedByDesk(desk),
    ),
  );
  return changed.outcome === 'unknown_ticket' ? ticket : changed.ticket;
}

/** A person as chat knows them; undefined while chat cannot be asked. */
export async function personOf(desk: Desk, id: PersonId): Promise<Person | undefined> {
  try {
    return await desk.chat.person(id);
  } catch (error) {
    // The ticket is judged without a name; the next judgement asks again.
    if (!(error instanceof DeskError)) throw error;
    desk.log.warn('requester not identified', { kind: error.name });
    return undefined;
  }
}
