import { z } from 'zod';
import { laterBy } from '../src/domain/time.ts';
import type { SearchableTicket } from '../src/ports.ts';
import { createTicketSearch } from '../src/search/ticket-search.ts';
import { cosineBaselines } from './baselines/duplicate-baselines.ts';
import { searchBaselines } from './baselines/search-baselines.ts';
import type { DecidedPair } from './duplicate-figures.ts';
import { randomFrom } from './random.ts';

export const Report = z.object({
  id: z.string(),
  project: z.string(),
  title: z.string(),
  body: z.string(),
  dups: z.array(z.string()),
  /** Only on reports that open a pair: these are asked about. */
  overlap: z.string().nullish(),
});
export type Report = z.infer<typeof Report>;

/** Looked at for each report; what is not among them counts as not found. */
const most = 80;
/** Pairs that are no duplicates, for each report that is asked about: the hardest by BM25, and by chance. */
const hardPairs = 5;
const chancePairs = 5;
const seed = 20_261_120;

/** Reports a day, roughly: the reports carry no date, but trackers number them in the order of their coming. */
const reportsADay: Readonly<Record<string, number>> = { Eclipse: 45 };
const usualReportsADay = 230;

/** By the name of a method, what it says: the ids it finds best first, or how sure it is of a pair. */
export type AskedReport = {
  readonly report: Report;
  readonly found: Readonly<Record<string, readonly string[]>>;
};
export type AskedPair = { readonly same: boolean; readonly scores: Readonly<Record<string, number>> };
export type Answers = {
  readonly reports: readonly AskedReport[];
  readonly pairs: readonly AskedPair[];
  /** What the team would be shown for every report of the pool, with its score. */
  readonly shown: readonly DecidedPair[];
};

export const rankers = searchBaselines.filter(
  ({ name }) => name.startsWith('BM25') || name.startsWith('RRF'),
);

/** Asks about the reports of one project, each against all others of it. */
export function askProject(reports: readonly Report[]): Answers {
  const byWords = candidatesOf(reports, () => 0);
  const byWordsAndDays = candidatesOf(reports, daysOf);
  const cosines = cosineBaselines(reports);
  const texts = reports.map(({ id, title, body }) => ({ id, title, text: body }));
  const simple = rankers.map(({ name, index }) => ({ name, find: index(texts) }));
  const random = randomFrom(seed);
  const opened = reports.filter(({ overlap }) => typeof overlap === 'string');
  const asked = (opened.length > 0 ? opened : reports).filter(({ dups }) => dups.length > 0);
  const seen = new Set<string>();

  function decided(report: Report, other: string): readonly AskedPair[] {
    const key = [report.id, other].sort().join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    const scores = {
      ours: byWords(report).get(other) ?? 0,
      oursByDays: byWordsAndDays(report).get(other) ?? 0,
      title: cosines.title(report.id, other),
      mean: cosines.mean(report.id, other),
    };
    return [{ same: report.dups.includes(other), scores }];
  }

  const answers = asked.map((report) => {
    const question = `${report.title} ${report.title} ${report.body.slice(0, 600)}`;
    const others = (ids: readonly string[]) => ids.filter((id) => id !== report.id);
    const found = Object.fromEntries(
      simple.map(({ name, find }) => [name, others(find(question, most + 1))]),
    );
    const isOther = (id: string) => id !== report.id && !report.dups.includes(id);
    const hard = (found[rankers[0]?.name ?? ''] ?? []).filter(isOther).slice(0, hardPairs);
    const chance: string[] = [];
    while (chance.length < Math.min(chancePairs, reports.length - report.dups.length - 1)) {
      const id = reports[Math.floor(random() * reports.length)]?.id ?? '';
      if (isOther(id) && !chance.includes(id)) chance.push(id);
    }
    const ours = [...byWords(report).keys()];
    const oursByDays = [...byWordsAndDays(report).keys()];
    return {
      report: { report, found: { ...found, ours, oursByDays } },
      pairs: [...report.dups, ...hard, ...chance].flatMap((other) => decided(report, other)),
    };
  });
  return {
    reports: answers.map((answer) => answer.report),
    pairs: answers.flatMap((answer) => answer.pairs),
    shown: reports.flatMap((report) =>
      [...byWordsAndDays(report)]
        .slice(0, 5)
        .map(([id, score]) => ({ score, same: report.dups.includes(id) })),
    ),
  };
}

/** The product's candidates for a report with their scores, best first; each report is asked about once. */
function candidatesOf(reports: readonly Report[], days: (report: Report) => number) {
  const search = createTicketSearch();
  const tickets = new Map(reports.map((report) => [report.id, ticketOf(report, days(report))]));
  for (const ticket of tickets.values()) search.put(ticket);
  const known = new Map<string, ReadonlyMap<string, number>>();
  return ({ id }: Report): ReadonlyMap<string, number> => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const ticket = tickets.get(id);
    const found = ticket === undefined ? [] : search.mostLikely(ticket, most);
    const scores = new Map(found.map((candidate) => [candidate.ticket, candidate.score]));
    known.set(id, scores);
    return scores;
  };
}

function daysOf({ id, project }: Report): number {
  const number = Number(id.replace(/^.*-/, ''));
  return Number.isFinite(number) ? number / (reportsADay[project] ?? usualReportsADay) : 0;
}

function ticketOf({ id, title, body }: Report, days: number): SearchableTicket {
  const openedAt = laterBy('2000-01-01T00:00:00.000Z', Math.round(days * 24 * 60 * 60 * 1000));
  return { id, subject: title, text: `${title}\n${body}`, requester: id, openedAt, live: true };
}
