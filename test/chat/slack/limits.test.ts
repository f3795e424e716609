import { describe, expect, test } from 'vitest';
import { blockProblems, blocksTextLength, viewProblems } from '../../../src/chat/slack/limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: plain(text) });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const button = (given: object) => ({ type: 'button', action_id: 'a', text: plain('Press'), ...given });
const option = (text: string, value: string) => ({ text: plain(text), value });
const x = (count: number) => 'x'.repeat(count);

describe('blocks within the limits of Slack', () => {
  test.each([
    ['a section at its limit', [section(x(3000))]],
    ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    ['a heading at its limit', [{ type: 'header', text: plain(x(150)) }]],
    ['a button at its limits', [actions(button({ text: plain(x(75)), value: x(2000) }))]],
  ])('%s: nothing to complain about', (_, blocks) => {
    expect(blockProblems(blocks, 'message')).toEqual([]);
  });
});

describe('blocks past a limit of Slack', () => {
  test.each<[string, unknown[], RegExp]>([
    [
      'a section of 3,001 characters',
      [section(x(3001))],
      /blocks\[0\]\.text\.text: 3,001 characters, at most 3,000/,
    ],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), /51 blocks, at most 50/],
    ['13,500 characters together', Array.from({ length: 5 }, () => section(x(2700))), /msg_blocks_too_long/],
    ['a heading of 151 characters', [{ type: 'header', text: plain(x(151)) }], /at most 150/],
    [
      'a heading with markup',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      /must be plain_text/,
    ],
    ['an empty text', [section('')], /must not be empty/],
    ['a label of 76 characters', [actions(button({ text: plain(x(76)) }))], /at most 75/],
    ['a value of 2,001 characters', [actions(button({ value: x(2001) }))], /at most 2,000/],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))],
      /at most 25/,
    ],
    ['the same action twice', [actions(button({}), button({}))], /"a" is used twice/],
    [
      'the same block id twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      /used twice/,
    ],
    [
      '101 options',
      [
        actions({
          type: 'static_select',
          action_id: 'm',
          options: Array.from({ length: 101 }, (_, i) => option('o', `${i}`)),
        }),
      ],
      /101 entries, at most 100/,
    ],
    [
      'a chosen option that is not there',
      [
        actions({
          type: 'static_select',
          action_id: 'm',
          options: [option('a', '1')],
          initial_option: option('b', '2'),
        }),
      ],
      /must be one of the options/,
    ],
    [
      '11 pieces of context',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
      /at most 10/,
    ],
    ['an unknown block', [{ type: 'marquee' }], /unsupported type "marquee"/],
    ['a block of forms only', [{ type: 'alert' }], /not allowed in a message/],
    ['something that is no block', ['hello'], /must be an object/],
    [
      'an empty text in rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
        },
      ],
      /must not be empty/,
    ],
    [
      'an unknown element in rich text',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'blink' }] }] }],
      /"blink" is not allowed/,
    ],
  ])('%s is complained about', (_, blocks, complaint) => {
    expect(blockProblems(blocks, 'message').join('\n')).toMatch(complaint);
  });
});

describe('views', () => {
  const view = { type: 'modal', title: plain('Ticket'), blocks: [section('x')] };

  test('within the limits: nothing to complain about', () => {
    expect(viewProblems(view)).toEqual([]);
    expect(viewProblems({ type: 'home', blocks: [] })).toEqual([]);
  });

  test.each<[string, unknown, RegExp]>([
    ['a title of 25 characters', { ...view, title: plain(x(25)) }, /25 characters, at most 24/],
    ['a carried text of 3,001', { ...view, private_metadata: x(3001) }, /3,001 characters, at most 3,000/],
    [
      '101 blocks',
      { ...view, blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      /at most 100/,
    ],
    [
      'a size over 250 kB',
      { ...view, blocks: Array.from({ length: 90 }, () => section(x(2900))) },
      /at most 250,000/,
    ],
    [
      'an input without a way to send it',
      { ...view, blocks: [{ type: 'input', label: plain('Text'), element: { type: 'plain_text_input' } }] },
      /is needed when there are inputs/,
    ],
    ['no blocks', { type: 'modal', title: plain('x') }, /must be a list/],
    ['nothing', null, /must be an object/],
    ['another kind', { type: 'dialog', blocks: [] }, /must be modal or home/],
  ])('%s is complained about', (_, wrong, complaint) => {
    expect(viewProblems(wrong).join('\n')).toMatch(complaint);
  });

  test('text is counted wherever people read it', () => {
    expect(blocksTextLength([section('abc'), actions(button({ text: plain('de') }))])).toBe(5);
  });
});
