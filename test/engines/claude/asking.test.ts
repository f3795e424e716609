import { expect, test } from 'vitest';
import { runDrafting } from '../../../src/agents/run-agent.ts';
import { draftFacts, draftPersona, triageFacts, triagePersona } from '../../support/claude-facts.ts';
import { blocksOf, likeClaude, someDraft, someTriage } from '../../support/like-claude.ts';
import { aClaude } from './claude.ts';

test('a ticket is sorted by the quick model, with what it took', async () => {
  const { engine, server } = await aClaude();
  const { answer, ...run } = await engine.run('triage', triagePersona, triageFacts());
  expect(run).toEqual({
    engine: 'claude',
    model: 'claude-haiku-5-5',
    usage: {
      inputTokens: 400,
      cacheReadTokens: 1200,
      cacheWriteTokens: 0,
      outputTokens: 150,
      costUsd: expect.closeTo(0.000127, 8),
    },
  });
  expect(answer).toMatchObject({ category: 'technical', severity: 'P2', queue: 'technical', duplicates: [] });
  expect(server.asked[0]).toMatchObject({ model: 'claude-haiku-5-5', output_config: { effort: 'low' } });
});

test('a reply is drafted by the strong model, with claims that stand in their source and links of the desk', async () => {
  const { engine, server } = await aClaude();
  const run = await runDrafting(engine, draftPersona, draftFacts());
  expect(run).toMatchObject({
    engine: 'claude',
    model: 'claude-sonnet-5-5',
    blocked: false,
    answer: {
      outcome: 'answer',
      steps: [{ source: { id: 'checkout#1', quote: 'Open the settings and turn the fallback page on.' } }],
      links: [{ title: 'Error 502', url: 'https://help.example.test/checkout' }],
    },
  });
  expect(server.asked[0]).toMatchObject({ model: 'claude-sonnet-5-5', stream: true });
});

test('the persona and the rules are the cached beginning, the same for every ticket', async () => {
  const { engine, server } = await aClaude();
  await engine.run('triage', triagePersona, triageFacts());
  await engine.run(
    'triage',
    triagePersona,
    triageFacts({ ticket: 'T-2', texts: ['Other words'], at: '2026-11-21T09:00:00.000Z' }),
  );
  const [first, second] = server.asked;
  expect(first?.system).toEqual(second?.system);
  expect(first?.system.at(-1)).toMatchObject({ cache_control: { type: 'ephemeral' } });
  const cached = first?.system.map(({ text }) => text).join() ?? '';
  expect(cached).toContain('You sort support tickets.');
  expect(cached).toContain('- billing: billing');
  for (const particular of ['T-1', '2026-11-20', 'Dana', '420000', 'Acme'])
    expect(cached).not.toContain(particular);
  expect(first?.output_config.format).toEqual(second?.output_config.format);
});

test('the shape leaves no place for links, mentions or recipients', async () => {
  const { engine, server } = await aClaude();
  await engine.run('triage', triagePersona, triageFacts());
  await engine.run('drafting', draftPersona, draftFacts());
  for (const { output_config } of server.asked) {
    const { schema } = output_config.format;
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    const fields = Object.keys(schema.properties as object).join(' ');
    expect(fields).not.toMatch(/link|url|mention|channel|recipient|assignee/);
  }
  const [triage] = server.asked;
  expect(triage?.output_config.format.schema.properties).toMatchObject({
    queue: { enum: ['technical', 'billing', 'general'] },
  });
});

test('a reason names the colleague who corrected it, whom Claude knows by a placeholder only', async () => {
  const { engine } = await aClaude({
    answer: (asked) => ({ say: someTriage(asked, { queue_reason: 'like T-7, corrected by <PERSON_1>' }) }),
  });
  const { answer } = await engine.run('triage', triagePersona, triageFacts());
  expect(answer.reasons.queue).toBe('like T-7, corrected by Ana');
});

test('corrected tickets are shown as examples, what was learned as a hint, and the instruction comes last', async () => {
  const { engine, server } = await aClaude();
  const learned = {
    category: { value: 'technical', confidence: 0.91, seen: 40, like: { ticket: 'T-7', correctedBy: 'Ana' } },
    abstains: false,
  } as const;
  await engine.run('triage', triagePersona, triageFacts({ learned }));
  const blocks = blocksOf(server.asked[0]!);
  expect(blocks.find(({ id }) => id === 'T-7')?.text).toContain(
    '→ technical, P1, queue technical, corrected by <PERSON_1>',
  );
  expect(blocks.map(({ text }) => text)).toContain(
    'category: technical, right in 0.91 of such cases, 40 seen; most like T-7, corrected by <PERSON_1>',
  );
  const content = server.asked[0]?.messages[0]?.content ?? '';
  expect(content.lastIndexOf('Sort ticket T-1')).toBeGreaterThan(content.lastIndexOf('</data-'));
});

test('duplicates are taken from those that were given, others are dropped', async () => {
  const { engine, server } = await aClaude();
  server.answer((asked) => ({ say: someTriage(asked, { same_as: ['T-9', 'T-404'] }) }));
  const { answer } = await engine.run('triage', triagePersona, triageFacts());
  expect(answer.duplicates).toEqual([triageFacts().duplicates[0]]);
});

test('figures outside their range and a language that is none are brought back into it', async () => {
  const { engine, server } = await aClaude();
  server.answer((asked) => ({
    say: someTriage(asked, { frustration: 7, confidence: -1, language: 'English' }),
  }));
  const { answer } = await engine.run('triage', triagePersona, triageFacts());
  expect(answer).toMatchObject({ frustration: 1, confidence: 0, language: 'en' });
});

test('with nothing to rest on there is no draft, whatever Claude writes, but what it would ask', async () => {
  const { engine, server } = await aClaude();
  const step = { text: 'Restart it.', passage_id: 'checkout#1', quote: 'Restart it.' };
  server.answer((asked) => ({
    say: someDraft(asked, { outcome: 'answer', steps: [step], ask_for: ['Which browser is it?'] }),
  }));
  const nothing = draftFacts({ avoid: ['checkout#1', 'checkout#2', 'T-5'] });
  const { answer } = await engine.run('drafting', draftPersona, nothing);
  expect(answer).toEqual({
    outcome: 'unknown',
    reason: 'No page and no earlier answer is about this.',
    askFor: ['Which browser is it?'],
    confidence: 0.2,
  });
});

test('sources of drafts that people turned down are not shown again', async () => {
  const { engine, server } = await aClaude();
  await engine.run('drafting', draftPersona, draftFacts({ avoid: ['checkout#1'] }));
  expect(blocksOf(server.asked[0]!).flatMap(({ id }) => id ?? [])).toEqual(['checkout#2', 'T-5']);
});

test('a very long ticket is cut to what can be read, its beginning and its end kept', async () => {
  const { engine, server } = await aClaude();
  const long = `It begins here. ${'log line\n'.repeat(60_000)} It ends here.`;
  await engine.run('triage', triagePersona, triageFacts({ texts: [long] }));
  await engine.run(
    'drafting',
    draftPersona,
    draftFacts({ conversation: Array.from({ length: 40 }, () => ({ from: 'requester', text: long })) }),
  );
  for (const asked of server.asked) {
    const content = asked.messages[0]?.content ?? '';
    expect(content.length).toBeLessThan(60_000);
    expect(content).toContain('It begins here.');
    expect(content).toContain('It ends here.');
    expect(content).toContain('[… left out …]');
  }
});

test('a wrong quote, an unknown source, a promise and a link are stopped by the guards', async () => {
  const { engine, server } = await aClaude();
  const step = {
    text: 'Turn the fallback page on.',
    passage_id: 'checkout#1',
    quote: 'Turn it on and off again.',
  };
  server.answer((asked) => ({
    say: someDraft(asked, {
      steps: [step, { ...step, passage_id: 'secret#1' }],
      closing: 'We will refund you tomorrow. See https://evil.example/x',
    }),
  }));
  const run = await runDrafting(engine, draftPersona, draftFacts());
  expect(run.blocked).toBe(true);
  expect(new Set(run.findings.filter(({ effect }) => effect === 'blocks').map(({ guard }) => guard))).toEqual(
    new Set(['source', 'quote', 'specifics', 'commitment', 'link']),
  );
});

test('a key of another place is refused by the server, so the key that is given is the one that is sent', async () => {
  const { engine } = await aClaude({ apiKey: 'another', answer: likeClaude });
  await expect(engine.run('triage', triagePersona, triageFacts())).rejects.toMatchObject({
    name: 'Misconfigured',
    message: 'Claude does not accept the key in ANTHROPIC_API_KEY',
  });
});
