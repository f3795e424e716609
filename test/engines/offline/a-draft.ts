import type { DraftAnswer, DraftFacts } from '../../../src/domain/draft.ts';
import { draftReply } from '../../../src/engines/offline/drafting.ts';

export const page = { article: 'e502', title: 'Error 502 at checkout', url: 'https://help.test/502' };
export const cause = {
  ...page,
  id: 'e502#1',
  heading: 'Cause',
  text: 'A 502 means that payments do not answer the checkout.',
  score: 0.3,
};
export const relief = {
  ...page,
  id: 'e502#2',
  heading: 'Keep selling',
  text: 'The fallback works meanwhile.\n\n1. Open **Settings → Fallback**.\n2. Press **Turn on now**.',
  score: 0.5,
};
export const needs = {
  ...page,
  id: 'e502#3',
  heading: 'What to send us',
  text: '- the time of the first error\n- one request id',
  score: 0.2,
};

/** A draft of the rules in answer to one message, from a page about error 502. */
export function draft(
  text: string,
  more: Partial<DraftFacts> = {},
  triage: Partial<DraftFacts['triage']> = {},
): DraftAnswer {
  return draftReply(factsFor(text, more, triage));
}

export function factsFor(
  text: string,
  more: Partial<DraftFacts> = {},
  triage: Partial<DraftFacts['triage']> = {},
): DraftFacts {
  return {
    ticket: 'T-1',
    deskName: 'Larder Support',
    conversation: [{ from: 'requester', text }],
    requester: { name: 'Dana Whitfield', earlierTickets: 3 },
    triage: {
      category: 'technical',
      severity: 'P3',
      sentiment: 'neutral',
      frustration: 0,
      productArea: 'checkout',
      language: 'en',
      ...triage,
    },
    passages: [relief, cause, needs],
    resolutions: [],
    ...more,
  };
}

export function answered(answer: DraftAnswer): Extract<DraftAnswer, { outcome: 'answer' }> {
  if (answer.outcome !== 'answer') throw new Error(`no answer: ${answer.reason}`);
  return answer;
}
