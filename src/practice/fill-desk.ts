import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Account, accountOf } from '../domain/account.ts';
import { Article } from '../domain/article.ts';
import type { ChannelId } from '../domain/chat-event.ts';
import type { Instant } from '../domain/time.ts';
import { readAccounts } from '../import/accounts.ts';
import { readArticles } from '../import/articles.ts';
import { commitImport } from '../import/commit-import.ts';
import type { StorePort } from '../store-port.ts';
import { summaryOf } from '../workflows/change-ticket.ts';
import { practiceContentFolder } from './content/content-folder.ts';
import { type PastTicket, readPastTickets } from './content/past-tickets.ts';
import { practicePeople } from './content/people.ts';
import { pastStory } from './past-events.ts';

/** Where and when the practice desk's history took place; `personId` turns a practice id into the desk's. */
export type PastPlace = {
  readonly now: Instant;
  readonly channel: ChannelId;
  readonly personId: (id: string) => string;
};

/** Gives a fresh practice desk its articles, its customers and its solved tickets. */
export async function fillDesk(store: StorePort, place: PastPlace): Promise<void> {
  const folder = practiceContentFolder();
  const accounts = readAccounts(readFileSync(join(folder, 'accounts.csv'), 'utf8'), 'accounts.csv');
  const pages = join(folder, 'articles');
  const articles = readArticles(
    readdirSync(pages).map((path) => ({ path, text: readFileSync(join(pages, path), 'utf8') })),
  );
  const directory = {
    kind: 'directory',
    key: 'accounts',
    schema: z.array(Account),
    items: accounts,
  } as const;
  const knowledge = {
    kind: 'knowledge',
    key: 'articles',
    schema: z.array(Article),
    items: articles,
  } as const;
  await commitImport(store, directory, place.now);
  await commitImport(store, knowledge, place.now);
  for (const past of readPastTickets()) await addPast(store, past, { ...place, accounts });
}

async function addPast(
  store: StorePort,
  past: PastTicket,
  place: PastPlace & { readonly accounts: readonly Account[] },
): Promise<void> {
  const person = practicePeople.find(({ id }) => id === past.requester);
  const id = await store.nextTicketId();
  const account = person && accountOf({ email: person.email }, place.accounts);
  const { events, ticket } = pastStory(past, {
    id,
    now: place.now,
    channel: place.channel,
    requester: {
      id: place.personId(past.requester),
      name: person?.realName ?? past.requester,
      ...(person?.email === undefined ? {} : { email: person.email }),
    },
    agent: place.personId(past.by),
    ...(account ? { account } : {}),
  });
  await store.commit({
    kind: 'ticket',
    id,
    expectedVersion: 0,
    events,
    state: ticket,
    at: ticket.changedAt,
    summary: summaryOf(ticket),
  });
}
