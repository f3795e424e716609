import { join } from 'node:path';
import { loadPersonas, personaFor } from '../src/agents/load-personas.ts';
import { runDrafting, runTriage, type TriageRun } from '../src/agents/run-agent.ts';
import { categories } from '../src/domain/words.ts';
import { createOfflineEngine } from '../src/engines/offline/offline-engine.ts';
import { createExperience } from '../src/learning/experience.ts';
import { fitLinear } from '../src/learning/linear-fit.ts';
import { textFeatures } from '../src/learning/text-features.ts';
import type { Experience, Search, SearchableTicket } from '../src/ports.ts';
import { projectRoot } from '../src/project-root.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { passagesFor } from '../src/workflows/draft-facts.ts';
import { ms, quantile } from './store-figures.ts';
import { type BenchTicket, type DeskOf, newTickets, practiceArticles, solvedTickets } from './triage-desk.ts';

/**
 * How fast tickets are sorted and drafted without a network, on desks of 10,000 solved tickets with the real search,
 * what was learned from them, and the guards. Goals on two cores: 200 tickets a second, sorting p95 20 ms. Beside it what
 * a bare linear model takes to say no more than a category.
 */
const known = 10_000;
const asked = 600;
const account = { id: 'a1', name: 'Acme', plan: 'enterprise' as const, annualRevenue: 240_000 };
const queues = [{ name: 'billing', when: { category: 'billing' as const } }, { name: 'technical' }];
const requester = { name: 'Dana', earlierTickets: 2 };

const engine = createOfflineEngine();
const personas = await loadPersonas(join(projectRoot(), 'personas'));

for (const of of ['varied', 'alike'] as const) await measure(of);

async function measure(of: DeskOf): Promise<void> {
  const past = solvedTickets(known, of);
  const tickets = newTickets(asked, known, of);
  const search = createSearch();
  search.index({ type: 'articles', articles: practiceArticles() });
  for (const { searched } of past) search.index({ type: 'ticket', ticket: searched });
  const experience = createExperience();
  let longestMs = 0;
  const learnMs = timed(() => {
    for (const { lesson } of past.toReversed()) experience.learn(lesson);
    for (let isDone = false; !isDone; ) {
      const pieceMs = timed(() => {
        isDone = experience.settle();
      });
      longestMs = Math.max(longestMs, pieceMs);
    }
  });
  const desk = { search, experience };

  const sorting: number[] = [];
  const drafting: number[] = [];
  for (const ticket of tickets.slice(0, 50)) await draft(desk, ticket, await sort(desk, ticket));
  const began = performance.now();
  const used = process.cpuUsage();
  for (const ticket of tickets) {
    const before = performance.now();
    const run = await sort(desk, ticket);
    const sorted = performance.now();
    await draft(desk, ticket, run);
    sorting.push(sorted - before);
    drafting.push(performance.now() - sorted);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);

  const rival = bareModel(past);
  const rivalTimes = tickets.map(({ text }) => timed(() => rival(text)));

  say(`a desk of ${known} solved tickets, ${of}; ${asked} new ones, one process`);
  row('tickets sorted and drafted a second', (asked / seconds).toFixed(0));
  row('  processor time a ticket', ms((user + system) / 1000 / asked));
  rows('sorting: search, what was learned, rules', sorting);
  rows('drafting: passages, resolutions, guards', drafting);
  rows('a bare linear model, category alone', rivalTimes);
  row(`learning from ${known} tickets at the start`, ms(learnMs));
  row('  the longest piece of weighing', ms(longestMs));
  say('');
}

type BenchDesk = { readonly search: Search; readonly experience: Experience };

function sort({ search, experience }: BenchDesk, ticket: SearchableTicket): Promise<TriageRun> {
  const learned = experience.triage({ ticket: ticket.id, text: ticket.text });
  return runTriage(engine, personaFor(personas, 'triage'), {
    ticket: ticket.id,
    texts: [ticket.text],
    requester,
    account,
    queues,
    duplicates: search.duplicates(ticket, 5),
    precedents: search.precedents(ticket, 5),
    ...(learned === undefined ? {} : { learned }),
    at: ticket.openedAt,
  });
}

function draft({ search }: BenchDesk, ticket: SearchableTicket, run: TriageRun) {
  return runDrafting(engine, personaFor(personas, 'drafting'), {
    ticket: ticket.id,
    deskName: 'Bench',
    conversation: [{ from: 'requester', text: ticket.text }],
    requester,
    triage: run.answer,
    passages: passagesFor({ search }, ticket.text, run.answer.category),
    resolutions: search.resolutions(ticket, 4),
  });
}

/** Words and letters with equal weight, learned once from the same tickets. */
function bareModel(past: readonly BenchTicket[]): (text: string) => unknown {
  const vectorOf = (text: string) => {
    const { buckets } = textFeatures(text);
    return {
      ids: buckets,
      values: new Float32Array(buckets.length).fill(1 / Math.sqrt(buckets.length || 1)),
    };
  };
  const some = past.slice(0, 2_000);
  const model = fitLinear(
    some.map(({ lesson }) => vectorOf(lesson.text)),
    some.map(({ lesson }) => categories.indexOf(lesson.topic.category)),
    { classes: categories.length },
  );
  return (text) => model.scores(vectorOf(text));
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function rows(name: string, times: readonly number[]): void {
  row(`${name}, p50`, ms(quantile(times, 0.5)));
  row('  p95', ms(quantile(times, 0.95)));
}

function row(name: string, value: string): void {
  say(`${name.padEnd(48)}${value.padStart(14)}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
