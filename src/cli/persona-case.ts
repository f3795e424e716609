import { z } from 'zod';
import type { Article } from '../domain/article.ts';
import type { DraftFacts } from '../domain/draft.ts';
import { Invalid } from '../domain/errors.ts';
import type { TriageAnswer, TriageFacts } from '../domain/triage.ts';
import { categories, plans, severities } from '../domain/words.ts';
import type { Search } from '../ports.ts';

/** One example a persona must live up to, as a file. */
export const PersonaCase = z.strictObject({
  title: z.string().min(1),
  input: z.strictObject({
    text: z.string().min(1),
    requesterName: z.string(),
    plan: z.enum(plans),
    annualRevenue: z.number().nonnegative(),
    passages: z.array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string(),
        heading: z.string().optional(),
        text: z.string(),
        url: z.string().optional(),
      }),
    ),
    resolutions: z.array(z.strictObject({ ticket: z.string(), problem: z.string(), answer: z.string() })),
  }),
  /** Words that must, or must not, stand in what the persona says. */
  mustHave: z.array(z.string()),
  mustNotHave: z.array(z.string()),
  expect: z.strictObject({
    category: z.enum(categories).optional(),
    severity: z.enum(severities).optional(),
    outcome: z.enum(['answer', 'unknown', 'ask', 'escalate', 'close']).optional(),
  }),
});
export type PersonaCase = z.infer<typeof PersonaCase>;

/** A case out of the text of its file. Throws `Invalid` with every problem. */
export function readPersonaCase(name: string, json: string): PersonaCase {
  const parsed = PersonaCase.safeParse(jsonOf(name, json));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap(problemsOf).map((problem) => `  ${problem}`);
  throw new Invalid(`${name} is no persona case:\n${problems.join('\n')}`, { cause: parsed.error });
}

function jsonOf(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Invalid(`${name} is no persona case: it is not JSON.`, { cause });
  }
}

function problemsOf(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${[at, key].filter((part) => part !== '').join('.')} is not known`);
  }
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return [isMissing ? `${at} is missing` : `${at === '' ? 'the file' : at}: ${issue.message}`];
}

const at = '2026-11-20T10:00:00.000Z';
const ticket = 'T-1';

/** What triage is given in a case: a desk with a queue per category and nothing else on its mind. */
export function triageFactsOf({ input }: PersonaCase): TriageFacts {
  return {
    ticket,
    texts: [input.text],
    requester: { name: input.requesterName, earlierTickets: 1 },
    account: { id: 'case', name: 'Case', plan: input.plan, annualRevenue: input.annualRevenue },
    queues: [...categories.map((category) => ({ name: category, when: { category } })), { name: 'rest' }],
    duplicates: [],
    precedents: [],
    at,
  };
}

/** What drafting is given in a case; the scores are those the search gives the case's own sources. */
export function draftFactsOf({ input }: PersonaCase, triage: TriageAnswer, search: Search): DraftFacts {
  const articles = articlesOf(input.passages);
  search.index({ type: 'articles', articles });
  for (const { ticket: id, problem, answer } of input.resolutions) {
    const known = { id, subject: problem, text: problem, requester: 'someone', openedAt: at, live: false };
    search.index({ type: 'ticket', ticket: { ...known, resolution: answer } });
  }
  const asked = {
    id: ticket,
    subject: input.text,
    text: input.text,
    requester: input.requesterName,
    openedAt: at,
    live: true,
  };
  const scores = new Map(
    search.passages(input.text, input.passages.length).map(({ id, score }) => [id, score]),
  );
  return {
    ticket,
    deskName: 'the support desk',
    conversation: [{ from: 'requester', text: input.text }],
    requester: { name: input.requesterName, earlierTickets: 1 },
    triage,
    passages: articles
      .flatMap(({ passages }) => passages)
      .map((passage) => ({ ...passage, score: scores.get(passage.id) ?? 0 })),
    resolutions: search.resolutions(asked, 3),
  };
}

function articlesOf(passages: PersonaCase['input']['passages']): readonly Article[] {
  const articles = new Map<string, Article>();
  for (const { heading = '', ...passage } of passages) {
    const id = passage.id.split('#')[0] ?? passage.id;
    const before = articles.get(id)?.passages ?? [];
    const whole = { id: passage.id, article: id, title: passage.title, heading, text: passage.text };
    const cited = passage.url === undefined ? whole : { ...whole, url: passage.url };
    articles.set(id, { id, title: passage.title, keywords: [], passages: [...before, cited] });
  }
  return [...articles.values()];
}
