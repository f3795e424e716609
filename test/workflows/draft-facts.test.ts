import { expect, test } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { DraftFacts } from '../../src/domain/draft.ts';
import { requestDraft } from '../../src/domain/ticket/judgement.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { Engine, Search, SearchQuery } from '../../src/ports.ts';
import { changeTicket } from '../../src/workflows/change-ticket.ts';
import { draftFacts } from '../../src/workflows/draft-facts.ts';
import { after, aMessage, asksAs, aTriage, support } from '../support/builders.ts';
import { openDesk } from './desk.ts';

test('for a decision about money the whole policy page is at hand, also who decides', async () => {
  const { work, facts } = await aDeskWithPages();
  await work('You charged us twice, we want a refund of the invoice');
  expect(facts()?.triage.category).toBe('billing');
  const policy = facts()?.passages.filter(({ article }) => article === 'refund-policy') ?? [];
  expect(policy.map(({ id }) => id).sort()).toEqual(['refund-policy#1', 'refund-policy#2']);
});

test('for a wish the page about wishes is at hand, although it shares no word with it', async () => {
  const { work, facts, draft } = await aDeskWithPages();
  const id = await work('Can you add Apple Pay?');
  expect(facts()?.passages.map((passage) => passage.id)).toContain('feature-requests#1');
  expect((await draft(id))?.text).toContain('Open Help → Ideas');
});

test('another draft rests on something else, and says so when there is nothing else', async () => {
  const { work, facts, draft, another } = await aDeskWithPages();
  const id = await work('Checkout fails with error 502');
  const first = (await draft(id))?.sources.map((source) => source.id) ?? [];
  expect(first).not.toEqual([]);
  expect(facts()?.avoid).toEqual([]);
  await another(id);
  expect(facts()?.avoid).toEqual(first);
  expect(await draft(id)).toMatchObject({
    outcome: 'unknown',
    reason: 'There is no other page or earlier ticket that answers this.',
  });
});

test.each([
  [
    'answers the desk’s question',
    'For all?',
    'It is error 502\nSince ten\nFor all',
    ['Checkout fails', 'Since when?'],
  ],
  [
    'says something new',
    'We are looking into it.',
    'For all',
    ['Checkout fails', 'Since when?', 'It is error 502\nSince ten', 'We are looking into it.'],
  ],
])(
  'pages are looked for with what the requester %s, in the light of what was said before',
  async (_what, desk, text, before) => {
    const opened = await openDesk();
    const ticket = await opened.ticket(await opened.write('Checkout fails'));
    const said = (from: 'requester' | 'desk', words: string, minute: number) =>
      aMessage({ id: `${support}:${minute}`, from, text: words, at: after(minute) });
    const messages = [
      said('requester', 'Checkout fails', 1),
      said('desk', 'Since when?', 2),
      said('requester', 'It is error 502', 3),
      said('requester', 'Since ten', 4),
      said('desk', desk, 5),
      said('requester', 'For all', 6),
    ];
    const asked: (string | SearchQuery)[] = [];
    const search: Search = {
      ...opened.desk.search,
      passages(query) {
        asked.push(query);
        return [];
      },
    };
    const known = { triage: aTriage(), requester: { name: 'Dana', earlierTickets: 0 } };
    await draftFacts({ ...opened.desk, search }, { ...ticket, messages }, known);
    const turns = typeof asked[0] === 'string' ? [] : (asked[0]?.before ?? []);
    expect(asked[0]).toMatchObject({ text });
    expect(turns.map((turn) => turn.text)).toEqual(before);
  },
);

async function aDeskWithPages() {
  let given: DraftFacts | undefined;
  const offline = createOfflineEngine();
  const engine: Engine = {
    name: 'listening',
    run(role, persona, facts) {
      if ('passages' in facts) given = facts;
      return offline.run(role, persona, facts);
    },
  };
  const opened = await openDesk({ engine });
  opened.desk.search.index({ type: 'articles', articles: pages });
  opened.start();
  const settle = () => opened.pass(8000);
  return {
    facts: () => given,
    draft: async (id: string) => (await opened.ticket(id)).drafts.at(-1),
    async work(text: string) {
      const id = await opened.write(text);
      await settle();
      return id;
    },
    async another(id: string) {
      await changeTicket(opened.desk, id, (ticket) => requestDraft(ticket, asksAs.agent(opened.clock.now())));
      await settle();
    },
  };
}

const pages: readonly Article[] = [
  aPage('refund-policy', 'Refunds and credits', [
    ['Who decides', 'Requests are decided by our team.'],
    ['How to ask', '1. Open the invoice.\n2. Press Ask for a refund.'],
  ]),
  aPage('feature-requests', 'Ask for a feature and follow the roadmap', [
    ['Send an idea', '1. Open Help → Ideas.\n2. Press Vote.'],
  ]),
  aPage('error-502', 'Error 502 at checkout', [
    [
      'What to do',
      '1. Open Settings → Fallback.\n2. Press Turn on now. The checkout works without error 502.',
    ],
  ]),
];

function aPage(id: string, title: string, parts: readonly (readonly [string, string])[]): Article {
  const passages = parts.map(([heading, text], at) => ({
    id: `${id}#${at + 1}`,
    article: id,
    title,
    heading,
    text,
  }));
  return { id, title, keywords: [], passages };
}
