import type { DraftFacts } from '../../src/domain/draft.ts';
import type { Persona } from '../../src/domain/persona.ts';
import type { TriageFacts } from '../../src/domain/triage.ts';

export const triagePersona: Persona = {
  id: 'triage-controller',
  name: 'Tess',
  role: 'triage',
  description: 'Sorts.',
  model: 'fast',
  maxOutputTokens: 900,
  tools: [],
  channels: [],
  body: 'You sort support tickets.',
  hash: 'abcdef012345',
};
export const draftPersona: Persona = {
  ...triagePersona,
  id: 'resolution-drafter',
  name: 'Milo',
  role: 'drafting',
  model: 'strong',
  maxOutputTokens: 1800,
  body: 'You draft replies.',
};

export function triageFacts(given: Partial<TriageFacts> = {}): TriageFacts {
  return {
    ticket: 'T-1',
    texts: ['Checkout fails with error 502 for all our users since 10:00'],
    requester: { name: 'Dana Whitfield', earlierTickets: 2 },
    account: { id: 'acme', name: 'Acme', plan: 'enterprise', annualRevenue: 420_000 },
    queues: [
      { name: 'technical', when: { category: 'technical' } },
      { name: 'billing', when: { category: 'billing' } },
      { name: 'general' },
    ],
    duplicates: [
      { ticket: 'T-9', subject: 'Checkout down', score: 0.7, why: 'same error' },
      { ticket: 'T-8', subject: 'Invoice', score: 0.2, why: 'same account' },
    ],
    precedents: [
      {
        ticket: 'T-7',
        text: 'Payments fail for everybody',
        category: 'technical',
        severity: 'P1',
        queue: 'technical',
        correctedBy: 'Ana',
        score: 0.8,
      },
    ],
    at: '2026-11-20T10:00:00.000Z',
    ...given,
  };
}

export function draftFacts(given: Partial<DraftFacts> = {}): DraftFacts {
  const page = { article: 'checkout', title: 'Error 502', url: 'https://help.example.test/checkout' };
  return {
    ticket: 'T-1',
    deskName: 'Larder Support',
    conversation: [{ from: 'requester', text: 'Checkout fails with error 502. I am dana@acme.test' }],
    requester: { name: 'Dana Whitfield', earlierTickets: 2 },
    triage: {
      category: 'technical',
      severity: 'P2',
      sentiment: 'neutral',
      frustration: 0.2,
      productArea: 'checkout',
      language: 'en',
    },
    passages: [
      {
        ...page,
        id: 'checkout#1',
        heading: 'Fallback',
        text: 'Open the settings and turn the fallback page on.',
        score: 0.6,
      },
      {
        ...page,
        id: 'checkout#2',
        heading: 'Ask us',
        text: 'Write to help@larder.test with the time.',
        score: 0.4,
      },
    ],
    resolutions: [{ ticket: 'T-5', problem: 'Error 502', answer: 'Clear the gateway cache.', score: 0.5 }],
    ...given,
  };
}
