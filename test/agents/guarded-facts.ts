import type { DraftFacts } from '../../src/domain/draft.ts';

/** What the drafts of the guards' tests are made from. */
export const given: DraftFacts = {
  ticket: 'T-1',
  deskName: 'Larder Support',
  conversation: [{ from: 'requester', text: 'Checkout shows error 502 for order 88120' }],
  requester: { name: 'Dana', earlierTickets: 1 },
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
      id: 'pay#1',
      article: 'pay',
      title: 'Payments',
      heading: 'Codes',
      text: 'Open **Settings**. BIL-03 means that the card was refused.',
      url: 'https://help.test/pay',
      score: 0.5,
    },
  ],
  resolutions: [],
};
