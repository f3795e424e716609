import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relayCard } from '../src/cards/team/thread-cards.ts';
import { ticketCard } from '../src/cards/team/ticket-card.ts';
import { translate } from '../src/chat/slack/inbound/translate.ts';
import { blockProblems } from '../src/chat/slack/limits.ts';
import { toMessageContent } from '../src/chat/slack/outbound/payload.ts';
import type { ChatMessage } from '../src/domain/chat-event.ts';
import type { DeskSettings } from '../src/domain/desk-settings.ts';
import { policyBook } from '../src/domain/sla/policy-book.ts';
import { applyEvents } from '../src/domain/ticket/apply.ts';
import { openTicket, subjectOf, ticketMessage } from '../src/domain/ticket/conversation.ts';
import type { Log } from '../src/ports.ts';
import { escapeText } from '../src/practice/server/typed-text.ts';
import { anEdition } from './support/an-edition.ts';
import { shapesIn, words } from './support/shown.ts';

const at = '2026-11-20T10:00:00.000Z';
const complaints: string[] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (fact) => void complaints.push(fact),
};
const settings: DeskSettings = {
  name: 'Larder Support',
  timezone: 'UTC',
  channels: { intake: ['slack:C01'], triage: 'slack:C02' },
  queues: [{ name: 'general' }],
  policies: policyBook([anEdition({ rules: [] })]),
  notices: { quietHours: 'off' },
  incidents: {
    declare: 'offer',
    rooms: 'private',
    channel: 'slack:C03',
    cadence: { firstMs: 1, activeMs: 1, monitoringMs: 1, finalMs: 1 },
    internalMs: 1,
    archiveAfterMs: 1,
    recurrenceAfterMs: 1,
    commanders: [],
    liaisons: [],
    agents: [],
    managers: [],
    specialists: {},
  },
  routine: { staleEscalationMs: 86_400_000, holdReminderMs: 172_800_000 },
  automation: {
    draft: true,
    confidence: 0.75,
    autoSend: 'never',
    autoSendAfter: 20,
    autoSendDelayMs: 120_000,
    agentMessagesOpenTickets: false,
    quietCloseMs: 1,
    reopenWithinMs: 1,
    burstMs: 1,
    showAfterMs: 1,
  },
};

/** What Slack sends when this stands in somebody's message. */
function arrived(markup: string): ChatMessage | undefined {
  const event = {
    type: 'message',
    channel: 'C01',
    channel_type: 'channel',
    user: 'U01DANA',
    ts: '1700000000.000100',
    text: markup,
  };
  const heard = translate(
    { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event },
    {
      botUserId: 'U0MUSTER',
      botId: 'B0',
      nameOf: () => undefined,
      kindOf: () => 'channel',
      workspaceUrl: undefined,
      now: at,
    },
  );
  return 'event' in heard && heard.event.type === 'message' ? heard.event.message : undefined;
}

/** The messages the desk makes of it: the team's card and the line in the team's thread. */
function shown(message: ChatMessage) {
  const asked = { by: message.author, role: 'requester' as const, at };
  const place = { channel: message.place.channel, kind: message.place.kind, thread: message.thread };
  const request = { id: 'T-1', door: 'channel' as const, requester: message.author, conversation: place };
  const ticket = applyEvents(
    undefined,
    openTicket(
      { ...request, subject: subjectOf(message.text), messages: [ticketMessage(message, 'requester')] },
      asked,
    ),
  );
  const names = new Map([['slack:U01DANA', 'Dana']]);
  return [ticketCard(ticket, settings), relayCard(ticket, ticket.messages[0]!)].map((card) =>
    toMessageContent(card, names, log),
  );
}

const marks = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '<!channel>',
    '<@U09GRACE>',
    '<#C01|x>',
    '<https://evil.test|help>',
    '&lt;!here&gt;',
    '*b*',
    '_i_',
    '`c`',
  ],
  ...[
    '```',
    '\n',
    '> q',
    ':tada:',
    '\u202E',
    '\u200B',
    '\u0000',
    '\uD83D',
    '{"type":"mrkdwn"}',
    '@here',
    '#general',
    ' ',
  ],
);
const hostile = fc
  .array(fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('what a person types is read as they typed it, from Slack to the card and back to Slack', () => {
  fc.assert(
    fc.property(hostile, (typed) => {
      const message = arrived(escapeText(typed));
      expect(message?.text).toBe(typed);
      if (!message || typed.length > 600) return;
      const relay = shown(message)[1]!;
      expect(words(relay)).toContain(typed.replace(/\r/g, ''));
    }),
    { numRuns: 300 },
  );
});

test('no text makes a message that calls somebody, opens an address, is refused by Slack or is only half a card', () => {
  fc.assert(
    fc.property(
      hostile,
      fc.constantFrom<(text: string) => string>(escapeText, (text) => text),
      (typed, sent) => {
        const message = arrived(sent(typed));
        if (!message) return;
        for (const { text, blocks } of shown(message)) {
          const types = shapesIn(blocks).map(({ type }) => String(type));
          expect(
            types.filter((type) =>
              ['user', 'usergroup', 'broadcast', 'channel', 'link', 'mrkdwn'].includes(type),
            ),
          ).toEqual([]);
          expect(text).not.toMatch(/[<>]/);
          expect(blockProblems(blocks, 'message')).toEqual([]);
        }
        expect(complaints).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
