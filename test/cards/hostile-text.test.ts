import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedLines } from '../../src/cards/text.ts';
import { blockProblems, viewProblems } from '../../src/chat/slack/limits.ts';
import { messageRoom, toSlackBlocks } from '../../src/chat/slack/outbound/blocks.ts';
import { toHomeView, toModal } from '../../src/chat/slack/outbound/view.ts';
import { Ticket } from '../../src/domain/ticket/ticket.ts';
import { statuses } from '../../src/domain/words.ts';
import { aTicket, aWorkedTicket } from '../support/a-ticket.ts';
import { aDraft, after, aMessage, ana, aTriage, dana } from '../support/builders.ts';
import { homes, requesterCards, requesterForms, teamCards, teamForms } from './every-card.ts';
import { specialSpans } from './reading.ts';

/** A ticket with the same words in every place where people, files, accounts or engines put words. */
function ticketSaying(words: string, given: Partial<Ticket> = {}): Ticket {
  const by = { by: ana, at: after(30) };
  const file = { name: words, bytes: 10, kind: 'png' };
  const message = aMessage({ text: words, files: [file, { ...file, problem: words }] });
  const base = aWorkedTicket();
  return Ticket.parse({
    ...base,
    subject: words,
    requesterName: words,
    requesterEmail: words,
    account: {
      id: 'acme',
      name: words || '-',
      plan: 'business',
      annualRevenue: 1,
      configuration: words,
      owner: words,
    },
    messages: [
      message,
      { ...message, id: 'memory:2', edits: [{ text: words, until: after(3) }], origin: 'T-5' },
      { ...message, id: 'memory:3', author: ana, from: 'desk', at: after(2) },
    ],
    notes: [{ note: 'n1', internalText: words, ...by }],
    replies: [
      {
        reply: 'r1',
        publicText: words,
        edited: true,
        next: 'ask',
        delivered: [],
        failed: { at: after(4), reason: words },
        proposes: { target: 'first_resolution', dueAt: after(300) },
        ...by,
      },
    ],
    updates: [
      {
        update: 'u1',
        kind: 'progress',
        clock: 'next_update@x',
        text: words,
        at: after(40),
        state: 'proposed',
        snoozes: [{ ...by, until: after(45) }],
      },
    ],
    triage: {
      ...aTriage({
        severityReasons: [words],
        productArea: words,
        stakeholders: [words],
        reasons: { category: words, queue: words },
        duplicates: [{ ticket: 'T-7', subject: words, score: 0.8, why: words }],
      }),
      corrections: [{ field: 'queue', was: words, ...by }],
    },
    drafts: [
      {
        ...aDraft({
          text: words,
          askFor: [words],
          sources: [{ id: 'x#1', quote: words, title: words }],
          findings: [{ guard: 'x', effect: 'weakens', reason: words, text: words }],
        }),
        state: 'proposed',
      },
    ],
    engineTrouble: { at: after(3), reason: words },
    hold: { reason: words, ...by },
    escalation: { reason: words, ...by },
    undelivered: [{ key: 'reply:r1:0', at: after(4), reason: words }],
    status: 'on_hold',
    ...given,
  });
}

const blocksOf = (ticket: Ticket) =>
  [
    ...teamCards(ticket),
    ...requesterCards(ticket),
    ...teamForms(ticket),
    ...requesterForms(ticket),
    ...homes(ticket),
  ].map(([name, { blocks }]) => ({ name, blocks }));

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
    '&lt;!channel&gt;',
    'slack:U5MIA slack:U0ANA',
    '\u202Egnp.exe',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

test('words of people are words: they never become a link, a person, a channel, a moment or an emoji', () => {
  const harmless = blocksOf(ticketSaying('words')).map(({ name, blocks }) => [name, specialSpans(blocks)]);
  fc.assert(
    fc.property(hostile, (words) => {
      const ticket = ticketSaying(words);
      // Addresses in an approved reply are links on purpose; everything else stays as it was.
      const linked = linkedLines(words)
        .flat()
        .some((span) => 'link' in span);
      const replies = linked ? [] : ticket.replies;
      const shown = blocksOf({
        ...ticket,
        replies: linked ? [{ ...ticket.replies[0]!, publicText: 'words' }] : replies,
      });
      expect(shown.map(({ name, blocks }) => [name, specialSpans(blocks)])).toEqual(harmless);
    }),
    { numRuns: 60 },
  );
});

test('nobody is notified by words of people', () => {
  const notified = blocksOf(ticketSaying('<!channel> <@U0DANA>')).flatMap(({ name, blocks }) =>
    specialSpans(blocks).some((span) => 'person' in span && span.notify) ? [name] : [],
  );
  // The desk's own call for managers, for who is to act on a clock, an update or a change, and for the one whose snooze is over.
  expect(notified).toEqual(['escalation', 'update reminder', 'clock notice', 'change notice', 'nudge']);
});

const long = 'A long story about a shop. '.repeat(800);
const extremes: readonly (readonly [string, Ticket])[] = [
  ...statuses.map((status) => [`worked, ${status}`, aWorkedTicket({ status })] as const),
  ['endless words everywhere', ticketSaying(long)],
  ['one endless word everywhere', ticketSaying('x'.repeat(20_000))],
  ['a thousand lines', ticketSaying('line\n'.repeat(1000))],
  ['signs only', ticketSaying('\u200B\n\t ')],
  ['empty words', ticketSaying('')],
  ['emoji', ticketSaying('👩‍👩‍👧‍👦'.repeat(900))],
  [
    'a hundred long messages',
    ticketSaying(long, {
      messages: Array.from({ length: 100 }, (_, i) =>
        aMessage({ id: `memory:${i}`, text: long, edits: [{ text: long, until: after(1) }] }),
      ),
    }),
  ],
  [
    'a hundred replies and notes',
    ticketSaying('x', {
      replies: Array.from({ length: 100 }, (_, i) => ({
        ...ticketSaying(long).replies[0]!,
        reply: `r${i}`,
      })),
      notes: Array.from({ length: 100 }, (_, i) => ({
        note: `n${i}`,
        internalText: long,
        by: ana,
        at: after(1),
      })),
    }),
  ],
  [
    'fifty files',
    aTicket({
      messages: [
        aMessage({
          files: Array.from({ length: 50 }, (_, i) => ({
            name: `${i}.png`,
            bytes: i,
            kind: 'png',
            url: 'https://f.test/x',
          })),
        }),
      ],
    }),
  ],
];
const names = new Map([
  [ana, 'Ana'],
  [dana, 'Dana'],
]);

test.each(extremes)('Slack takes every card, form and home page: %s', (_what, ticket) => {
  const problems = [
    ...[...teamCards(ticket), ...requesterCards(ticket)].flatMap(([name, card]) =>
      blockProblems(toSlackBlocks(card, messageRoom, names), 'message').map((each) => `${name}: ${each}`),
    ),
    ...[...teamForms(ticket), ...requesterForms(ticket)].flatMap(([name, form]) =>
      viewProblems(toModal(form, names)).map((each) => `${name} form: ${each}`),
    ),
    ...homes(ticket).flatMap(([name, home]) =>
      viewProblems(toHomeView(home, names)).map((each) => `${name} home: ${each}`),
    ),
  ];
  expect(problems).toEqual([]);
});

test('the buttons of a card survive the longest story', () => {
  const [, card] = teamCards(ticketSaying(long, { status: 'open' }))[0]!;
  const drawn = JSON.stringify(toSlackBlocks(card, messageRoom, names));
  for (const label of ['Approve', 'Claim', 'Reply', 'Solve', 'Show everything'])
    expect(drawn).toContain(label);
});
