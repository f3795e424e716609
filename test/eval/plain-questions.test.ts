import { expect, it } from 'vitest';
import { judgeFreshQuestions } from '../../eval/practice/practice-desk.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';

const threshold = 0.75;
const beside = [
  'What is the weather in Berlin?',
  'How much does the Business plan cost',
  'Can shoppers pay with Bitcoin?',
  'Where can I change the font of invoices?',
  'How do I connect Larder to Shopify?',
  'How do I add a second picture to a product page?',
];
const clear = [
  'rate limit? you get 429',
  'I get 403 missing_scope when listing refunds',
  'Is there a way to undo a product import?',
  'How can I give a customer a copy of her personal data?',
  'checkout is down, error 503. All our shoppers see it',
  'alle unsere Kunden sehen Fehler 502 an der Kasse',
];

it('plain questions beside the practice pages get no draft, clear ones a draft for everybody', async () => {
  const asked = [...beside, ...clear].map((text) => ({ text }));
  const judged = await judgeFreshQuestions(createOfflineEngine(), asked);
  const drafted = judged.filter(({ draft }) => draft.answer.outcome === 'answer');
  expect(drafted.map(({ text }) => text)).toEqual(clear);
  expect(drafted.filter(({ draft }) => draft.blocked || draft.confidence < threshold)).toEqual([]);
  const outages = drafted.slice(-2).map(({ draft }) => draft.text);
  expect(outages.every((text) => text?.includes('1. ') && text.includes('Turn on now'))).toBe(true);
  expect(outages.join('\n')).not.toContain('liegt bei uns');
});
