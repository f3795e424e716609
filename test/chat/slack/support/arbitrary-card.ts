import fc from 'fast-check';
import type { Block, Card, Line, Option, Span } from '../../../../src/cards/card.ts';

/** Text as people write it: markup, controls, emoji, long and empty. */
export const wildText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '<!channel>',
    '<@U0DANA>',
    '*bold* _it_ `code`',
    '&lt;',
    '<https://x.test|y>',
    ':x:',
    '@here',
  ),
  fc.nat(9000).map((length) => 'long '.repeat(length / 5)),
  fc.nat(3000).map((length) => '🎫'.repeat(length)),
);
const shortText = fc.string({ unit: 'grapheme', maxLength: 120 });

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 6, arbitrary: wildText.map((text) => ({ text })) },
  { weight: 2, arbitrary: wildText.map((text) => ({ text, style: 'bold' as const })) },
  { arbitrary: fc.record({ link: fc.oneof(fc.webUrl(), wildText), text: wildText }), weight: 1 },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Span>({ person: 'slack:U0ANA' }, { person: 'slack:U0ANA', notify: true }),
  },
  { weight: 1, arbitrary: fc.constant<Span>({ channel: 'slack:C0SUPPORT' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      moment: fc.constant('2026-11-20T10:00:00.000Z'),
      as: fc.constantFrom('time' as const, 'date_time' as const, 'relative' as const),
      fallback: shortText,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Span>({ emoji: 'ticket' }) },
);
const line: fc.Arbitrary<Line> = fc.array(span, { maxLength: 5 });

const option: fc.Arbitrary<Option> = fc.record(
  { value: fc.string({ minLength: 1, maxLength: 75 }), label: shortText, hint: shortText },
  { requiredKeys: ['value', 'label'] },
);
const carried = { action: fc.constantFrom('approve', 'claim'), subject: fc.string({ maxLength: 80 }) };
const item = fc.oneof(
  fc.record(
    {
      ...carried,
      label: shortText,
      value: fc.string({ maxLength: 300 }),
      style: fc.constantFrom('primary' as const, 'danger' as const),
      confirm: fc.record({ title: shortText, text: wildText, yes: shortText }),
    },
    { requiredKeys: ['action', 'subject', 'label'] },
  ),
  fc.record({ link: fc.oneof(fc.webUrl(), wildText), label: shortText }),
  fc.record(
    { ...carried, label: shortText, options: fc.array(option, { maxLength: 8 }), selected: shortText },
    { requiredKeys: ['action', 'subject', 'label', 'options'] },
  ),
);

export const block: fc.Arbitrary<Block> = fc.oneof(
  wildText.map((text): Block => ({ type: 'heading', text })),
  fc.array(line, { maxLength: 4 }).map((lines): Block => ({ type: 'text', lines })),
  fc.array(line, { maxLength: 4 }).map((lines): Block => ({ type: 'quote', lines })),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(line, { maxLength: 6 }),
  }),
  fc.record({
    type: fc.constant('facts' as const),
    items: fc.array(fc.record({ label: shortText, value: line }), { maxLength: 6 }),
  }),
  line.map((each): Block => ({ type: 'context', line: each })),
  fc.constant<Block>({ type: 'divider' }),
  fc.array(item, { maxLength: 30 }).map((items): Block => ({ type: 'actions', items })),
);

export const card: fc.Arbitrary<Card> = fc.record(
  {
    summary: wildText,
    blocks: fc.oneof(
      { weight: 4, arbitrary: fc.array(block, { maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(block, { minLength: 45, maxLength: 70, size: 'max' }) },
    ),
    more: fc.constant({ action: 'show', subject: 'T-12' }),
  },
  { requiredKeys: ['summary', 'blocks'] },
);
