import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { categories, plans, severities } from '../src/domain/words.ts';
import { practiceChannels } from '../src/practice/content/channels.ts';
import { practiceContentFolder } from '../src/practice/content/content-folder.ts';
import { practiceExamples } from '../src/practice/content/examples.ts';
import { productAreas, readPastTickets } from '../src/practice/content/past-tickets.ts';
import { practiceBot, practicePeople } from '../src/practice/content/people.ts';

const content = practiceContentFolder();

const ArticleFront = z.strictObject({
  title: z.string().min(5),
  url: z.string().regex(/^https:\/\/help\.larder\.test\/[a-z0-9/-]+$/),
  area: z.enum(productAreas),
  updated: z.iso.date(),
  keywords: z.array(z.string().min(1)).min(3).optional(),
});

const AccountRow = z.strictObject({
  name: z.string().min(1),
  domain: z.string().regex(/^[a-z0-9-]+\.test$/),
  workspace: z.string().regex(/^(T[A-Z0-9]+)?$/),
  plan: z.enum(plans),
  annual_revenue: z.string().regex(/^[1-9]\d*$/),
  owner: z.email(),
  configuration: z.string().min(10),
});

const PersonaFront = z.strictObject({
  name: z.string().min(1),
  role: z.enum(['triage', 'drafting', 'support']),
  description: z.string().regex(/^[^\n]+\.$/),
  model: z.enum(['fast', 'strong']),
  maxOutputTokens: z.int().positive(),
  tools: z.array(z.enum(['search-articles', 'search-tickets', 'list-open-tickets'])),
  channels: z.array(z.string()),
});

/** One example a persona is measured by; the same shape for all roles. */
const PersonaCase = z.strictObject({
  title: z.string().min(1),
  input: z.strictObject({
    text: z.string().min(1),
    requesterName: z.string().min(1),
    plan: z.enum(plans),
    annualRevenue: z.number().nonnegative(),
    passages: z.array(
      z.strictObject({ id: z.string(), title: z.string(), text: z.string().min(1), url: z.url() }),
    ),
    resolutions: z.array(z.strictObject({ ticket: z.string(), problem: z.string(), answer: z.string() })),
  }),
  /** Texts the answer contains, whatever its capitals. */
  mustHave: z.array(z.string().min(1)),
  /** Texts the answer never contains, whatever its capitals. */
  mustNotHave: z.array(z.string().min(1)),
  expect: z
    .strictObject({
      category: z.enum(categories).optional(),
      severity: z.enum(severities).optional(),
      outcome: z.enum(['answer', 'unknown', 'ask', 'escalate', 'close']).optional(),
    })
    .refine((expected) => Object.keys(expected).length > 0, 'expects nothing'),
});

const articles = markdownIn(join(content, 'articles')).map((page) => ({
  ...page,
  front: ArticleFront.parse(page.front),
}));
const accounts = z
  .array(AccountRow)
  .parse(parseCsv(readFileSync(join(content, 'accounts.csv'), 'utf8'), { columns: true }));
const personas = markdownIn('personas').map((page) => ({ ...page, front: PersonaFront.parse(page.front) }));
const customers = practicePeople.filter((person) => person.role === 'customer');
const team = practicePeople.filter((person) => person.role === 'agent' || person.role === 'manager');
const pastTickets = readPastTickets();

describe('the knowledge base of the practice workspace', () => {
  test('has about 30 articles with addresses and titles of their own', () => {
    expect(articles.length).toBeGreaterThanOrEqual(30);
    expectDistinct(articles.map((article) => article.front.url));
    expectDistinct(articles.map((article) => article.front.title));
  });

  test('speaks of every part of the product', () => {
    expect(new Set(articles.map((article) => article.front.area))).toEqual(new Set(productAreas));
  });

  test.each(articles)('$id is one page of 150 to 450 words under several headings', ({ body }) => {
    expect(wordsOf(body)).toBeGreaterThanOrEqual(150);
    expect(wordsOf(body)).toBeLessThanOrEqual(450);
    expect(body.match(/^## /gm)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });

  test('names only pages that exist', () => {
    const titles = articles.map((article) => article.front.title);
    const named = articles.flatMap(({ body }) =>
      [...body.matchAll(/(?:[Ss]ee|[Rr]ead|listed in|described in) "([^"]+)"/g)].map((match) => match[1]),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(titles).toEqual(expect.arrayContaining(named));
  });

  test('front matter without an address, or with an unknown key, is noticed', () => {
    const front = { title: 'A page', url: 'https://help.larder.test/a', area: 'api', updated: '2026-10-01' };
    expect(ArticleFront.safeParse(front).success).toBe(true);
    expect(ArticleFront.safeParse({ ...front, url: undefined }).success).toBe(false);
    expect(ArticleFront.safeParse({ ...front, author: 'Ana' }).success).toBe(false);
  });
});

describe('the people and companies of the practice workspace', () => {
  test('twelve companies of all plans have domains of their own and an owner in the team', () => {
    expect(accounts).toHaveLength(12);
    expect(new Set(accounts.map((account) => account.plan))).toEqual(new Set(plans));
    expectDistinct(accounts.map((account) => account.domain));
    expectDistinct(accounts.flatMap((account) => account.workspace || []));
    for (const account of accounts) expect(team.map((person) => person.email)).toContain(account.owner);
  });

  test('people have ids and addresses of their own', () => {
    expectDistinct(practicePeople.map((person) => person.id));
    expectDistinct(practicePeople.map((person) => person.name));
    expectDistinct(practicePeople.flatMap((person) => person.email ?? []));
    expect(practicePeople.filter((person) => person.isBot).map((person) => person.id)).toEqual([practiceBot]);
  });

  test.each(customers)('$realName belongs to the company and plan their note tells', ({ email, note }) => {
    const account = accounts.find((row) => row.domain === email?.split('@')[1]);
    expect(note).toContain(`customer, ${account?.name} (${account?.plan})`);
  });

  test('only the team and the bot see the channels of the team', () => {
    expectDistinct(practiceChannels.map((channel) => channel.id));
    const insiders = [...team.map((person) => person.id), practiceBot];
    for (const channel of practiceChannels) {
      expect(channel.members).toContain(practiceBot);
      if (channel.kind === 'private') expect([...channel.members].sort()).toEqual([...insiders].sort());
    }
    expect(practiceChannels.filter((channel) => channel.kind === 'private')).toHaveLength(3);
  });

  test('the desk is set up with channels and people that exist', () => {
    const Desk = z.looseObject({
      channels: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      people: z.looseObject({ agents: z.array(z.string()), managers: z.array(z.string()) }),
    });
    const desk = Desk.parse(parseYaml(readFileSync(join(content, 'desk.yaml'), 'utf8')));
    const known = practiceChannels.map((channel) => `#${channel.name}`);
    expect(known).toEqual(expect.arrayContaining(Object.values(desk.channels).flat()));
    expect([...desk.people.agents, ...desk.people.managers].sort()).toEqual(
      team.map((person) => person.email).sort(),
    );
  });

  test('examples to try are said by members of the channel', () => {
    expectDistinct(practiceExamples.map((example) => example.label));
    for (const example of practiceExamples) {
      const channel = practiceChannels.find((one) => one.id === example.channel);
      expect(channel?.members).toContain(example.as);
    }
  });
});

describe('the past tickets of the practice workspace', () => {
  test('are 60, solved before today, asked by customers and solved by agents', () => {
    expect(pastTickets).toHaveLength(60);
    expectDistinct(pastTickets.map((ticket) => ticket.subject));
    expectDistinct(pastTickets.map((ticket) => ticket.text));
    for (const ticket of pastTickets) {
      expect(customers.map((person) => person.id)).toContain(ticket.requester);
      expect(practicePeople.find((person) => person.id === ticket.by)?.role).toBe('agent');
      expect(ticket.solvedHours).toBeLessThan(ticket.openedDaysAgo * 24);
      expect(ticket.firstReplyMinutes).toBeLessThanOrEqual(ticket.solvedHours * 60);
    }
  });

  test('cover every category and severity', () => {
    expect(new Set(pastTickets.map((ticket) => ticket.category))).toEqual(new Set(categories));
    expect(new Set(pastTickets.map((ticket) => ticket.severity))).toEqual(new Set(severities));
  });

  test('a correction changed something', () => {
    const corrected = pastTickets.filter((ticket) => ticket.correctedFrom);
    expect(corrected.length).toBeGreaterThanOrEqual(6);
    for (const { subject, category, severity, correctedFrom } of corrected) {
      const before = { category, severity, ...correctedFrom };
      expect(before, subject).not.toEqual({ category, severity });
    }
  });

  test('no answer promises money or a date', () => {
    const promise =
      /we will (refund|credit|fix)|has been refunded|you will get (a|your) (refund|credit)|guarantee/i;
    for (const { reply } of pastTickets) expect(reply).not.toMatch(promise);
  });
});

describe('the shipped personas', () => {
  test('are one for each role, with names of their own', () => {
    expect(personas.map((persona) => persona.front.role).sort()).toEqual(['drafting', 'support', 'triage']);
    expectDistinct(personas.map((persona) => persona.front.name));
  });

  test.each(personas)('$id is 350 to 700 words without addresses, keys or placeholders', ({ body }) => {
    expect(wordsOf(body)).toBeGreaterThanOrEqual(350);
    expect(wordsOf(body)).toBeLessThanOrEqual(700);
    expect(body).not.toMatch(/https?:\/\/|\{\{|\$\{|lk_live_\w|xox[bp]-/);
  });

  test.each(personas)('$id has five to eight examples, hostile ones among them', ({ id }) => {
    const cases = casesOf(id);
    expect(cases.length).toBeGreaterThanOrEqual(5);
    expect(cases.length).toBeLessThanOrEqual(8);
    const hostile = /<!channel>|<!here>|@everyone|system:|ignore (your|the)|assistant[:,]|refund/i;
    expect(cases.filter((one) => hostile.test(JSON.stringify(one.input))).length).toBeGreaterThanOrEqual(2);
  });

  test('no example asks for a text that it also forbids', () => {
    for (const one of personas.flatMap(({ id }) => casesOf(id))) {
      const wanted = one.mustHave.join('\n').toLowerCase();
      for (const forbidden of one.mustNotHave)
        expect(wanted, one.title).not.toContain(forbidden.toLowerCase());
    }
  });

  test('what an answer must say stands in the sources it is given', () => {
    const answers = casesOf('resolution-drafter').filter((one) => one.expect.outcome === 'answer');
    expect(answers.length).toBeGreaterThanOrEqual(4);
    for (const { title, input, mustHave } of answers) {
      for (const wanted of mustHave) expect(JSON.stringify(input.passages), title).toContain(wanted);
    }
  });

  test('passages of real pages are given as they are published', () => {
    const given = personas.flatMap(({ id }) => casesOf(id)).flatMap((one) => one.input.passages);
    const real = given.flatMap((passage) => {
      const page = articles.find((article) => article.id === passage.id.split('#')[0]);
      return page ? [{ passage, page }] : [];
    });
    expect(real.length).toBeGreaterThan(10);
    for (const { passage, page } of real) {
      expect(page.body).toContain(passage.text);
      expect({ title: page.front.title, url: page.front.url }).toEqual({
        title: passage.title,
        url: passage.url,
      });
    }
  });
});

function markdownIn(folder: string): { id: string; front: unknown; body: string }[] {
  return readdirSync(folder).map((name) => {
    const [, front, body] =
      readFileSync(join(folder, name), 'utf8').match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];
    if (front === undefined || body === undefined) throw new Error(`${name} has no front matter`);
    return { id: name.replace(/\.md$/, ''), front: parseYaml(front), body };
  });
}

function casesOf(persona: string): z.infer<typeof PersonaCase>[] {
  const folder = join('test/fixtures/personas', persona);
  return readdirSync(folder).map((name) =>
    PersonaCase.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
}

function expectDistinct(values: readonly string[]): void {
  expect([...new Set(values)]).toEqual([...values]);
}
