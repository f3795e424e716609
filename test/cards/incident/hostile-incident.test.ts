import fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcementCard } from '../../../src/cards/incident/room/announcement.ts';
import { lineCard } from '../../../src/cards/incident/room/line.ts';
import { logCard } from '../../../src/cards/incident/room/log-card.ts';
import { roomCard, statusCard } from '../../../src/cards/incident/room/room-card.ts';
import { roomPage } from '../../../src/cards/incident/room/room-page.ts';
import { inMarkdown } from '../../../src/cards/incident/timeline/markdown-text.ts';
import { timelineCard } from '../../../src/cards/incident/timeline/timeline-card.ts';
import { blockProblems } from '../../../src/chat/slack/limits.ts';
import { messageRoom, toSlackBlocks } from '../../../src/chat/slack/outbound/blocks.ts';
import type { TeamCard } from '../../../src/ports.ts';
import { after, ana, ben, mia } from '../../support/builders.ts';
import { actionsOf, specialSpans } from '../reading.ts';
import {
  accepted,
  declared,
  made,
  sentUpdate,
  type Told,
  tickets,
  told,
  type Unstamped,
  viewOf,
} from './a-room.ts';
import { eventsSaying } from './every-event.ts';

/** Everything the room shows, with its name. */
function shown(state: Told): readonly (readonly [string, TeamCard])[] {
  const { incident, log } = state;
  const view = viewOf(state);
  const announcement = announcementCard(incident, 'Europe/Berlin');
  return [
    ['card', roomCard(incident, view)],
    ['status', statusCard(incident, view)],
    ['log', logCard(incident, view)],
    ['timeline', timelineCard(incident, view)],
    ...(announcement ? [['announcement', announcement] as const] : []),
    ...[...log.keys()].flatMap((number) => {
      const card = lineCard(incident, number, view);
      return card ? [[`line ${log[number]?.event.type}`, card] as const] : [];
    }),
  ];
}

/** Under way with the same words wherever people put words. */
const underWay = (words: string): Told =>
  told(
    declared({ title: words, tickets: tickets(3, words || '-') }),
    made,
    accepted('commander', ana),
    { type: 'impact_stated', what: words, since: after(1), notAffected: words, by: ana },
    ...sentUpdate(3, { failed: 1, reason: words }),
    { type: 'task_added', task: 't1', text: words, owner: ben, by: ana },
    { type: 'specialist_named', area: words, person: mia, by: ana },
    { type: 'people_missing', people: [{ person: mia, reason: words }] },
    { type: 'room_step_refused', step: 'canvas', code: 'x', reason: words },
  );
const everything = (words: string): Told => told(...eventsSaying(words));

const hostile = fc.oneof(
  fc.constantFrom(
    '<!channel>',
    '<@U0DANA> <#C1>',
    '@channel @here @everyone',
    '<https://evil.test|your bank>',
    '[your bank](https://evil.test)',
    ':tada: :skull:',
    '*bold* _it_ ~no~ `code`',
    '<!date^0^{date}|x>',
    'slack:U5MIA slack:U0ANA',
    '\u202Egnp.exe',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

test('words of people stay words in everything a room shows', () => {
  const spans = (state: Told) => shown(state).map(([name, { blocks }]) => [name, specialSpans(blocks)]);
  const harmless = { underWay: spans(underWay('words')), everything: spans(everything('words')) };
  fc.assert(
    fc.property(hostile, (words) => {
      expect(spans(underWay(words))).toEqual(harmless.underWay);
      expect(spans(everything(words))).toEqual(harmless.everything);
    }),
    { numRuns: 15 },
  );
});

test.each([
  ['[your bank](https://evil.test)', '\\[your bank\\](https\\://evil.test)'],
  ['![](@U123) <b>x</b>', '!\\[\\](@U123) \\<b\\>x\\</b\\>'],
  ['# Heading\n- item', '\\# Heading - item'],
  ['1. first', '1\\. first'],
  ['*a* _b_ ~c~ `d` a|b', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` a\\|b'],
  [':skull: &lt; 10:30', '\\:skull: \\&lt; 10:30'],
  ['www.evil.test', 'www\\.evil.test'],
  ['T-12 is on-hold (twice): yes!', 'T-12 is on-hold (twice): yes!'],
])('%s is words in Markdown', (words, escaped) => {
  expect(inMarkdown(words)).toBe(escaped);
});

test('no words of people begin a line of the page or make a mark in it', () => {
  fc.assert(
    fc.property(hostile, (words) => {
      const { markdown } = roomPage(...pageOf(everything(words)));
      const frame = roomPage(...pageOf(everything('words'))).markdown;
      expect(markdown.split('\n')).toHaveLength(frame.split('\n').length);
      expect(markdown).not.toMatch(/(?<!\\)\]\(|(?<!\\)<|(?<!\\)`/);
    }),
    { numRuns: 15 },
  );
});
const pageOf = ({ incident, log }: Told) => [incident, log] as const;

const long = 'A long story about a shop. '.repeat(400);
const many = (count: number, event: Unstamped): readonly Unstamped[] =>
  Array.from({ length: count }, () => event);
const names = new Map([[ana, 'Ana']]);
const extremes: readonly (readonly [string, Told])[] = [
  ['endless words under way', underWay(long)],
  ['one endless word everywhere', everything('x'.repeat(9_000))],
  ['a thousand lines', underWay('line\n'.repeat(1000))],
  ['empty words', everything('')],
  ['emoji', underWay('👩‍👩‍👧‍👦'.repeat(400))],
  [
    'forty tickets of accounts with long names, none of which could be told',
    told(
      declared({ tickets: tickets(40, 'Long name '.repeat(30)) }),
      made,
      ...sentUpdate(40, { failed: 40, reason: long }),
    ),
  ],
  [
    'five hundred log lines',
    told(
      declared(),
      made,
      ...many(500, { type: 'noted', text: long.slice(0, 800), by: ana, source: 'command' }),
    ),
  ],
  [
    'a hundred tasks, specialists and people outside',
    told(
      declared(),
      made,
      ...Array.from(
        { length: 100 },
        (_, n): Unstamped => ({ type: 'task_added', task: `t${n + 1}`, text: long.slice(0, 500), by: ana }),
      ),
      ...Array.from(
        { length: 100 },
        (_, n): Unstamped => ({
          type: 'specialist_named',
          area: `area ${n} ${long.slice(0, 90)}`,
          person: ben,
          by: ana,
        }),
      ),
      {
        type: 'people_missing',
        people: Array.from({ length: 100 }, (_, n) => ({
          person: `slack:U${n}`,
          reason: long.slice(0, 500),
        })),
      },
    ),
  ],
];

test.each(extremes)('Slack takes everything a room shows: %s', (_what, state) => {
  // Hundreds of lines alike are left out: drawing one replays everything before it.
  const cards = state.log.length > 100 ? shownWithoutLines(state) : shown(state);
  const problems = cards.flatMap(([name, card]) =>
    blockProblems(toSlackBlocks(card, messageRoom, names), 'message').map((each) => `${name}: ${each}`),
  );
  expect(problems).toEqual([]);
});

function shownWithoutLines(state: Told): readonly (readonly [string, TeamCard])[] {
  const view = viewOf(state);
  return [
    ['card', roomCard(state.incident, view)],
    ['log', logCard(state.incident, view)],
    ['timeline', timelineCard(state.incident, view)],
  ];
}

test.each(extremes)('the card keeps every button and is not cut: %s', (_what, state) => {
  const card = roomCard(state.incident, viewOf(state));
  const drawn = JSON.stringify(toSlackBlocks(card, messageRoom, names));
  expect(drawn).not.toContain('(cut,');
  if (state.incident.lifecycle === 'active' || state.incident.lifecycle === 'declared')
    expect(actionsOf(card.blocks)).toEqual(
      expect.arrayContaining([
        'incident_draft',
        'incident_resolve',
        'incident_timeline',
        'incident_more:cancel',
      ]),
    );
});
