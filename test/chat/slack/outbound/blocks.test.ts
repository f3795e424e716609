import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Line } from '../../../../src/cards/card.ts';
import { blockProblems, blocksTextLength } from '../../../../src/chat/slack/limits.ts';
import { messageRoom, toSlackBlocks, viewRoom } from '../../../../src/chat/slack/outbound/blocks.ts';
import * as arbitrary from '../support/arbitrary-card.ts';
import { readable } from '../support/practice-harness.ts';

const names = new Map([['slack:U0ANA', 'Ana']]);
const more = { action: 'show', subject: 'T-12' };
const drawn = (blocks: readonly Block[]) => toSlackBlocks({ blocks }, messageRoom, names);
const text = (...lines: Line[]): Block => ({ type: 'text', lines });

describe('a card in Slack', () => {
  test('keeps the limits of messages, forms and home pages, whatever is on it', () => {
    fc.assert(
      fc.property(arbitrary.card, (card) => {
        expect(blockProblems(toSlackBlocks(card, messageRoom, names), 'message')).toEqual([]);
        expect(blockProblems(toSlackBlocks(card, viewRoom, names), 'modal')).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  test('never lets text of people be interpreted', () => {
    fc.assert(
      fc.property(fc.array(arbitrary.wildText.map((each) => text([{ text: each }]))), (blocks) => {
        const types = typesIn(drawn(blocks));
        expect(types.has('mrkdwn')).toBe(false);
        for (const type of ['user', 'usergroup', 'broadcast', 'channel', 'link', 'emoji']) {
          expect(types.has(type)).toBe(false);
        }
      }),
    );
    expect(JSON.stringify(drawn([{ type: 'heading', text: ':x: <!here>' }]))).toContain('"emoji":false');
    expect(typesIn(drawn([{ type: 'context', line: [{ text: '<!channel> :x:' }] }])).has('mrkdwn')).toBe(
      false,
    );
  });

  test('shows short text whole and unchanged', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 900, unit: 'grapheme' }), (words) => {
        const blocks = drawn([
          text([{ text: words }]),
          { type: 'quote', lines: [[{ text: words }]] },
          { type: 'list', ordered: false, items: [[{ text: words }]] },
        ]);
        expect(readable(blocks)).toBe(words.repeat(3));
      }),
    );
  });

  test('names people without calling them, and calls those it is told to', () => {
    expect(drawn([text([{ person: 'slack:U0ANA' }, { person: 'slack:U0NEW' }])])).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '@Ana', style: { bold: true } },
              { type: 'text', text: '@someone', style: { bold: true } },
            ],
          },
        ],
      },
    ]);
    expect(JSON.stringify(drawn([text([{ person: 'slack:U0ANA', notify: true }])]))).toContain(
      '{"type":"user","user_id":"U0ANA"}',
    );
  });

  test('shows moments in the zone of the reader', () => {
    const moment = { moment: '2025-11-20T10:00:00.000Z', as: 'time', fallback: '10:00 UTC' } as const;
    expect(JSON.stringify(drawn([text([moment])]))).toContain(
      '{"type":"date","timestamp":1763632800,"format":"{time}","fallback":"10:00 UTC"}',
    );
    expect(JSON.stringify(drawn([{ type: 'context', line: [{ text: 'due ' }, moment] }]))).toContain(
      '"date"',
    );
  });

  test('shows an address that is not on the web as text', () => {
    const link = { link: 'javascript:alert(1)', text: 'log' };
    expect(typesIn(drawn([text([link])])).has('link')).toBe(false);
    expect(readable(drawn([text([link])]))).toBe('log (javascript:alert(1))');
    expect(drawn([{ type: 'actions', items: [{ link: link.link, label: 'Log' }] }])).toEqual([]);
  });

  test('cuts the long part and keeps the short ones, saying how much is missing', () => {
    const blocks = toSlackBlocks(
      { blocks: [text([{ text: 'short' }]), text([{ text: 'x'.repeat(30_000) }])], more },
      messageRoom,
      names,
    );
    const shown = readable(blocks);
    expect(shown).toMatch(/^shortx{11000,}… \(cut, \d\d,\d{3} more characters\)Show everything$/);
    const [, missing = ''] = /cut, ([\d,]+) more/.exec(shown) ?? [];
    const left = shown.split('x').length - 1;
    expect(Number(missing.replace(',', '')) + left).toBe(30_000);
    expect(blocksTextLength(blocks)).toBeLessThanOrEqual(12_000);
  });

  test('never cuts a character in half', () => {
    const blocks = drawn([text([{ text: '🎫'.repeat(10_000) }])]);
    expect(readable(blocks)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  test('with too many parts keeps its buttons and says how many parts are missing', () => {
    const parts = Array.from({ length: 70 }, (_, index) => text([{ text: `part ${index}` }]));
    const button = { action: 'claim', subject: 'T-12', label: 'Claim' };
    const blocks = toSlackBlocks(
      { blocks: [...parts, { type: 'actions', items: [button] }], more },
      messageRoom,
      names,
    );
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(readable(blocks)).toMatch(/part 0.*… \(cut, 2\d more parts\).*Claim.*Show everything/);
  });

  test('puts menus about different things into rows of their own', () => {
    const menu = (subject: string) => ({
      action: 'severity',
      subject,
      label: 'Severity',
      options: [{ value: 'P1', label: 'P1' }],
    });
    const blocks = drawn([{ type: 'actions', items: [menu('T-1'), menu('T-2')] }]);
    expect(blocks.map((each) => each.block_id)).toEqual([
      expect.stringContaining('T-1'),
      expect.stringContaining('T-2'),
    ]);
  });

  test('with more options than Slack takes shows the first ones, the chosen one, and says so', () => {
    const options = Array.from({ length: 130 }, (_, index) => ({
      value: `${index}`,
      label: `Option ${index}`,
    }));
    const [row] = drawn([
      { type: 'actions', items: [{ action: 'a', subject: 's', label: 'Pick', options, selected: '120' }] },
    ]);
    const [menu] = row!.elements as [{ options: unknown[]; initial_option: unknown; placeholder: unknown }];
    expect(menu.options).toHaveLength(100);
    expect(menu.initial_option).toMatchObject({ value: '120' });
    expect(menu.placeholder).toMatchObject({ text: 'Pick (first 100 of 130)' });
  });
});

/** Every `type` in a tree. */
function typesIn(value: unknown, found = new Set<unknown>()): Set<unknown> {
  if (Array.isArray(value)) for (const each of value) typesIn(each, found);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) found.add(value.type);
    for (const each of Object.values(value)) typesIn(each, found);
  }
  return found;
}
