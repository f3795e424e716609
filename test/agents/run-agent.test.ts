import { describe, expect, it } from 'vitest';
import { composeDraft, composeQuestions } from '../../src/agents/compose-draft.ts';
import { runDrafting, runTriage } from '../../src/agents/run-agent.ts';
import type { DraftAnswer, DraftFacts } from '../../src/domain/draft.ts';
import { Invalid } from '../../src/domain/errors.ts';
import type { Persona } from '../../src/domain/persona.ts';
import type { TriageAnswer, TriageFacts } from '../../src/domain/triage.ts';
import type { Engine, EngineRole, EngineRoles, EngineRun } from '../../src/ports.ts';

describe('asking an engine to triage', () => {
  it('keeps who answered, and with which persona', async () => {
    const run = await runTriage(engineSaying({ triage: triaged }), persona, triageFacts);
    expect(run).toEqual({
      answer: triaged,
      persona: { id: 'tess', hash: 'abc' },
      engine: 'scripted',
      model: 's-1',
      confidence: 0.8,
    });
  });

  it('refuses a queue the desk does not have', async () => {
    const wild = { ...triaged, queue: 'board' };
    await expect(runTriage(engineSaying({ triage: wild }), persona, triageFacts)).rejects.toThrow(Invalid);
  });

  it('refuses a duplicate nobody gave, and takes the given words of one that was', async () => {
    const invented = { ...triaged, duplicates: [{ ticket: 'T-77', subject: 's', score: 1, why: 'w' }] };
    await expect(runTriage(engineSaying({ triage: invented }), persona, triageFacts)).rejects.toThrow(
      'duplicate',
    );
    const renamed = { ...triaged, duplicates: [{ ...triageFacts.duplicates[0]!, subject: '<!channel>' }] };
    const run = await runTriage(engineSaying({ triage: renamed }), persona, triageFacts);
    expect(run.answer.duplicates).toEqual(triageFacts.duplicates);
  });

  it('refuses an answer outside the contract without repeating what it said', async () => {
    const broken = { ...triaged, confidence: 7, productArea: 'secret words' };
    const error: unknown = await runTriage(engineSaying({ triage: broken }), persona, triageFacts).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(String(error)).toContain('confidence');
    expect(String(error)).not.toContain('secret words');
  });
});

describe('asking an engine for a draft', () => {
  it('composes the reply and names its sources', async () => {
    const run = await runDrafting(engineSaying({ drafting: drafted }), persona, draftFacts);
    expect(run.text).toBe(
      [
        'Hi Dana,',
        'As I read it: the checkout is slow.',
        '1. Open Settings.\n2. Turn the cache on.',
        'You may also need “Limits”:\nThe cache keeps an hour.',
        'If that does not help, please send us:\n• the time',
        'Read more:\nSlow checkout: https://help.test/slow',
        'Tell me here whether that helps.',
      ].join('\n\n'),
    );
    expect(run.sources).toEqual([
      {
        id: 'slow#1',
        title: 'Slow checkout: Cache',
        quote: 'Open **Settings**.',
        url: 'https://help.test/slow',
      },
      { id: 'T-7', title: 'T-7', quote: 'Turn the cache on.' },
    ]);
    expect(run).toMatchObject({ blocked: false, findings: [], confidence: 0.7 });
  });

  it('is less sure after a weakening finding, and hardly at all after a blocking one', async () => {
    const german = { ...draftFacts, triage: { ...draftFacts.triage, language: 'de' } };
    const weakened = await runDrafting(engineSaying({ drafting: drafted }), persona, german);
    expect(weakened.findings.map(({ effect }) => effect)).toEqual(['weakens']);
    expect(weakened.confidence).toBeLessThan(0.7);
    expect(weakened.blocked).toBe(false);
    const promising = { ...drafted, closing: 'We will refund you 50 €.' };
    const blocked = await runDrafting(engineSaying({ drafting: promising }), persona, draftFacts);
    expect(blocked).toMatchObject({ blocked: true, confidence: 0.1 });
  });

  it('has no reply when the engine does not know', async () => {
    const unsure: DraftAnswer = {
      outcome: 'unknown',
      reason: 'No page.',
      askFor: ['the time'],
      confidence: 0.2,
    };
    const run = await runDrafting(engineSaying({ drafting: unsure }), persona, draftFacts);
    expect(run.text).toBeUndefined();
    expect(run.sources).toBeUndefined();
    expect(composeQuestions(unsure.askFor, 'de')).toBe(
      'Danke für Ihre Nachricht. Damit wir das selbst sehen können, schicken Sie uns bitte:\n• the time',
    );
  });

  it('shows a single step without a number, and labels in the requester’s language', () => {
    const german = { ...draftFacts, triage: { ...draftFacts.triage, language: 'de' } };
    const text = composeDraft({ ...drafted, steps: drafted.steps.slice(0, 1) }, german)?.text;
    expect(text).toContain('\n\nOpen Settings.\n\n');
    expect(text).toContain('Mehr dazu:');
  });
});

function engineSaying(answers: Partial<{ triage: unknown; drafting: unknown }>): Engine {
  return {
    name: 'scripted',
    async run<R extends EngineRole>(role: R): Promise<EngineRun<R>> {
      const answer = answers[role] as EngineRoles[R]['answer'];
      return { answer, engine: 'scripted', model: 's-1' };
    },
  };
}

const persona: Persona = {
  id: 'tess',
  name: 'Tess',
  role: 'triage',
  description: 'Sorts.',
  model: 'fast',
  maxOutputTokens: 400,
  tools: [],
  channels: [],
  body: 'You sort.',
  hash: 'abc',
};

const triageFacts: TriageFacts = {
  ticket: 'T-1',
  texts: ['slow'],
  requester: { name: 'Dana', earlierTickets: 0 },
  queues: [{ name: 'rest' }],
  duplicates: [{ ticket: 'T-2', subject: 'Slow', score: 0.8, why: 'same words' }],
  precedents: [],
  at: '2026-11-20T10:00:00.000Z',
};

const triaged: TriageAnswer = {
  category: 'technical',
  severity: 'P3',
  severityReasons: ['it is slow'],
  queue: 'rest',
  tier: 2,
  sentiment: 'neutral',
  frustration: 0,
  productArea: 'checkout',
  language: 'en',
  duplicates: [],
  stakeholders: [],
  confidence: 0.8,
  reasons: { category: 'slow', queue: 'rest takes all' },
};

const draftFacts: DraftFacts = {
  ticket: 'T-1',
  deskName: 'Desk',
  conversation: [{ from: 'requester', text: 'The checkout is slow' }],
  requester: { name: 'Dana', earlierTickets: 0 },
  triage: {
    category: 'technical',
    severity: 'P3',
    sentiment: 'neutral',
    frustration: 0,
    productArea: 'checkout',
    language: 'en',
  },
  passages: [
    {
      id: 'slow#1',
      article: 'slow',
      title: 'Slow checkout',
      heading: 'Cache',
      text: 'Open **Settings**. The cache keeps an hour.',
      url: 'https://help.test/slow',
      score: 0.5,
    },
  ],
  resolutions: [{ ticket: 'T-7', problem: 'slow', answer: 'Turn the cache on.', score: 0.6 }],
};

const drafted: Extract<DraftAnswer, { outcome: 'answer' }> = {
  outcome: 'answer',
  tone: 'concise',
  greeting: 'Hi Dana,',
  understanding: 'As I read it: the checkout is slow.',
  steps: [
    { text: 'Open Settings.', source: { id: 'slow#1', quote: 'Open **Settings**.' } },
    { text: 'Turn the cache on.', source: { id: 'T-7', quote: 'Turn the cache on.' } },
  ],
  askFor: ['the time'],
  followUps: [
    {
      question: 'You may also need “Limits”:',
      answer: {
        text: 'The cache keeps an hour.',
        source: { id: 'slow#1', quote: 'The cache keeps an hour.' },
      },
    },
  ],
  links: [{ title: 'Slow checkout', url: 'https://help.test/slow' }],
  closing: 'Tell me here whether that helps.',
  confidence: 0.7,
};
