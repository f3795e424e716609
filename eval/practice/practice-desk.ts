import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPersonas, personaFor } from '../../src/agents/load-personas.ts';
import { type DraftRun, runDrafting, runTriage, type TriageRun } from '../../src/agents/run-agent.ts';
import { accountOf } from '../../src/domain/account.ts';
import type { DraftFacts } from '../../src/domain/draft.ts';
import { lessonOf } from '../../src/domain/learning.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { hour, laterBy } from '../../src/domain/time.ts';
import type { LearnedTriage, QueueRule } from '../../src/domain/triage.ts';
import { readAccounts } from '../../src/import/accounts.ts';
import { readArticles } from '../../src/import/articles.ts';
import { createExperience } from '../../src/learning/experience.ts';
import type { Engine, Search, SearchableTicket } from '../../src/ports.ts';
import { practiceContentFolder } from '../../src/practice/content/content-folder.ts';
import { type PastTicket, readPastTickets } from '../../src/practice/content/past-tickets.ts';
import { practicePeople } from '../../src/practice/content/people.ts';
import { pastStory } from '../../src/practice/past-events.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createSearch } from '../../src/search/desk-search.ts';
import { passagesFor } from '../../src/workflows/draft-facts.ts';
import { searchable } from '../../src/workflows/searchable.ts';
import type { FreshTriage } from './fresh-triage-question.ts';

/** A past ticket of the practice desk, judged as if it came in now and the other 59 were its past. */
export type Judged = {
  readonly past: PastTicket;
  readonly triage: TriageRun;
  readonly facts: DraftFacts;
  readonly draft: DraftRun;
};

/** As in the practice desk's file. */
const queues: readonly QueueRule[] = [
  { name: 'billing', when: { category: 'billing' } },
  { name: 'account', when: { category: 'account' } },
  { name: 'product', when: { category: 'feature_request' } },
  { name: 'technical' },
];
const now = '2026-11-20T10:00:00.000Z';

/** Every past ticket triaged and drafted by an engine, each without its own story; `limit` takes the first so many. */
export async function judgePastTickets(
  engine: Engine,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Judged[]> {
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const pasts = pastTickets();
  const search = deskSearch(pasts);
  const learnedAbout = deskExperience(pasts);
  const judged: Judged[] = [];
  for (const { past, ticket } of pasts.slice(0, limit)) {
    const solved = searchable(ticket);
    const { resolution: _, category: __, severity: ___, queue: ____, correctedBy: _____, ...rest } = solved;
    const asked = { ...rest, live: true };
    search.index({ type: 'ticket_removed', id: ticket.id });
    const requester = { name: ticket.requesterName ?? '', earlierTickets: earlierThan(past) };
    const triage = await runTriage(engine, personaFor(personas, 'triage'), {
      ticket: ticket.id,
      texts: [past.text],
      requester,
      ...(ticket.account ? { account: ticket.account } : {}),
      queues,
      duplicates: search.duplicates(asked, 5),
      precedents: search.precedents(asked, 5),
      ...learnedAbout(ticket.id, past.text),
      at: now,
    });
    const facts = draftFactsOf(search, { asked, requester, triage });
    const draft = await runDrafting(engine, personaFor(personas, 'drafting'), facts);
    judged.push({ past, triage, facts, draft });
    search.index({ type: 'ticket', ticket: solved });
  }
  return judged;
}

/** New questions to the same desk, from a customer nobody knows anything about. */
export async function judgeFreshQuestions<T extends { readonly text: string }>(
  engine: Engine,
  questions: readonly T[],
): Promise<readonly (T & { readonly facts: DraftFacts; readonly draft: DraftRun })[]> {
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const pasts = pastTickets();
  const search = deskSearch(pasts);
  const learnedAbout = deskExperience(pasts);
  const judged: (T & { readonly facts: DraftFacts; readonly draft: DraftRun })[] = [];
  for (const question of questions) {
    const { text } = question;
    const asked = { id: 'T-new', subject: text, text, requester: 'U0NEW', openedAt: now, live: true };
    const requester = { name: 'Alex Moreno', earlierTickets: 1 };
    const triage = await runTriage(engine, personaFor(personas, 'triage'), {
      ticket: asked.id,
      texts: [text],
      requester,
      queues,
      duplicates: [],
      precedents: search.precedents(asked, 5),
      ...learnedAbout(asked.id, text),
      at: now,
    });
    const facts = draftFactsOf(search, { asked, requester, triage });
    const draft = await runDrafting(engine, personaFor(personas, 'drafting'), facts);
    judged.push({ ...question, facts, draft });
  }
  return judged;
}

/** New tickets to the same desk, sorted as in the product: with its past and what it learned from it. */
export async function judgeFreshTriage(
  engine: Engine,
  tickets: readonly FreshTriage[],
): Promise<readonly (FreshTriage & { readonly triage: TriageRun })[]> {
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const pasts = pastTickets();
  const search = deskSearch(pasts);
  const learnedAbout = deskExperience(pasts);
  const judged: (FreshTriage & { readonly triage: TriageRun })[] = [];
  for (const ticket of tickets) {
    const { text, account } = ticket;
    const asked = { id: 'T-new', subject: text, text, requester: 'U0NEW', openedAt: now, live: true };
    const triage = await runTriage(engine, personaFor(personas, 'triage'), {
      ticket: asked.id,
      texts: [text],
      requester: { name: 'Alex Moreno', earlierTickets: 1 },
      account: { id: 'new-account', name: 'New account', ...account },
      queues,
      duplicates: search.duplicates(asked, 5),
      precedents: search.precedents(asked, 5),
      ...learnedAbout(asked.id, text),
      at: now,
    });
    judged.push({ ...ticket, triage });
  }
  return judged;
}

function pastTickets() {
  return readPastTickets().map((past, at) => ({ past, ticket: ticketOf(past, `T-${at + 1}`) }));
}

/** What the desk has learned from its past; an opinion about a ticket leaves the ticket's own lesson out. */
function deskExperience(
  pasts: ReturnType<typeof pastTickets>,
): (ticket: string, text: string) => { readonly learned?: LearnedTriage } {
  const experience = createExperience();
  for (const { ticket } of pasts) {
    const lesson = lessonOf(ticket);
    if (lesson !== undefined) experience.learn(lesson);
  }
  let isSettled = false;
  while (!isSettled) isSettled = experience.settle();
  return (ticket, text) => {
    const learned = experience.triage({ ticket, text });
    return learned === undefined ? {} : { learned };
  };
}

function deskSearch(pasts: ReturnType<typeof pastTickets>): Search {
  const search = createSearch();
  search.index({ type: 'articles', articles: articles() });
  for (const { ticket } of pasts) search.index({ type: 'ticket', ticket: searchable(ticket) });
  return search;
}

function draftFactsOf(
  search: Search,
  from: { asked: SearchableTicket; requester: DraftFacts['requester']; triage: TriageRun },
): DraftFacts {
  const { asked, requester, triage } = from;
  const passages = passagesFor({ search }, asked.text, triage.answer.category);
  return {
    ticket: asked.id,
    deskName: 'Larder Support',
    conversation: [{ from: 'requester', text: asked.text }],
    requester,
    triage: triage.answer,
    passages,
    answerable: createExperience().answerable({ text: asked.text, before: [] }, passages.slice(0, 8)),
    resolutions: search.resolutions(asked, 4),
  };
}

function ticketOf(past: PastTicket, id: string): Ticket {
  const person = practicePeople.find((each) => each.id === past.requester);
  const account = person && accountOf({ email: person.email }, accounts());
  return pastStory(past, {
    id,
    now: laterBy(now, -hour),
    channel: 'practice:C01SUPPORT',
    requester: { id: past.requester, name: person?.realName ?? past.requester },
    agent: past.by,
    ...(account ? { account } : {}),
  }).ticket;
}

function earlierThan(past: PastTicket): number {
  return readPastTickets().filter(
    (other) => other.requester === past.requester && other.openedDaysAgo > past.openedDaysAgo,
  ).length;
}

function accounts() {
  return readAccounts(readFileSync(join(practiceContentFolder(), 'accounts.csv'), 'utf8'), 'accounts.csv');
}

function articles() {
  const folder = join(practiceContentFolder(), 'articles');
  return readArticles(
    readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
  );
}
