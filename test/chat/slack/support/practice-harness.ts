import { createHmac } from 'node:crypto';
import type { Card } from '../../../../src/cards/card.ts';
import { blockProblems, viewProblems } from '../../../../src/chat/slack/limits.ts';
import {
  openSlackChat,
  type SlackChat,
  type SlackChatOptions,
} from '../../../../src/chat/slack/slack-chat.ts';
import type { Log } from '../../../../src/ports.ts';
import type { PracticeMessage, PracticePerson } from '../../../../src/practice/control.ts';
import type { PracticeOptions } from '../../../../src/practice/practice-options.ts';
import { type Practice, startPractice } from '../../../../src/practice/practice-server.ts';
import type { ChatHarness } from '../../../contracts/chat-harness.ts';

export const secrets = {
  signingSecret: 'practice-secret',
  botToken: 'xoxb-practice',
  appToken: 'xapp-practice',
};
export const ids = { support: 'C0SUPPORT', triage: 'C0TRIAGE', dana: 'U0DANA', ana: 'U0ANA', bot: 'U0BOT' };

export type LogLine = { level: keyof Log; fact: string; detail: unknown };

/** The practice workspace with the real Bolt app in it. */
export type Workshop = {
  readonly practice: Practice;
  readonly chat: SlackChat;
  readonly lines: LogLine[];
  readonly fatal: Error[];
  /** Connects and, over HTTP, tells the practice server where the desk is. */
  start(onEvent: Parameters<SlackChat['start']>[0]): Promise<void>;
  close(): Promise<void>;
};

export async function openWorkshop(
  given: Partial<SlackChatOptions> & { practice?: Partial<PracticeOptions> } = {},
): Promise<Workshop> {
  const { practice: practiceOptions, ...chatOptions } = given;
  const practice = await startPractice({
    ...secrets,
    people: [aPerson(ids.dana, 'dana', 'customer'), aPerson(ids.ana, 'ana', 'agent'), aBot()],
    channels: [
      aChannel(ids.support, 'support', 'channel'),
      aChannel(ids.triage, 'support-triage', 'private'),
      { ...aChannel('C0AWAY', 'away', 'channel'), members: [ids.ana] },
    ],
    teamName: 'Acme',
    botName: 'muster',
    commands: [{ command: '/ticket', description: 'Tickets', usageHint: '' }],
    shortcuts: [
      { callbackId: 'create_ticket', name: 'Create ticket', type: 'message' },
      { callbackId: 'new_ticket', name: 'New ticket', type: 'global' },
    ],
    retryDelaysMs: [0, 0, 0],
    validate: { blocks: blockProblems, view: viewProblems },
    ...practiceOptions,
  });
  const lines: LogLine[] = [];
  const fatal: Error[] = [];
  const chat = openSlackChat({
    botToken: secrets.botToken,
    signingSecret: secrets.signingSecret,
    apiUrl: practice.apiUrl,
    host: '127.0.0.1',
    port: 0,
    log: recordingLog(lines),
    onFatal: (error) => fatal.push(error),
    ...chatOptions,
  });
  return {
    practice,
    chat,
    lines,
    fatal,
    async start(onEvent) {
      await chat.start(onEvent);
      if (given.appToken === undefined) practice.connect(eventsUrl(chat));
    },
    async close() {
      await chat.stop();
      await practice.close();
    },
  };
}

export function recordingLog(lines: LogLine[]): Log {
  const at = (level: keyof Log) => (fact: string, detail?: unknown) =>
    void lines.push({ level, fact, detail });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

export function eventsUrl(chat: SlackChat): string {
  return `http://127.0.0.1:${chat.address()?.port}/slack/events`;
}

/** Posts to the desk as Slack does; `headers` replace what Slack would send. */
export async function deliver(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: Headers }> {
  const timestamp = headers['x-slack-request-timestamp'] ?? String(Math.floor(Date.now() / 1000));
  const signed = createHmac('sha256', secrets.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signed}`,
      ...headers,
    },
  });
  return { status: response.status, body: await response.text(), headers: response.headers };
}

export function openSlackHarness(given: Partial<SlackChatOptions> = {}): () => Promise<ChatHarness> {
  return async () => {
    const shop = await openWorkshop(given);
    const { practice } = shop;
    const at = (id: string) => {
      const [, channel = '', ts = ''] = id.split(':');
      return { channel, ts };
    };
    const bare = (id: string) => id.replace('slack:', '');
    const messageAt = (id: string) =>
      practice
        .state()
        .messages.find((each) => each.channel === at(id).channel && each.ts === at(id).ts && !each.deleted);
    const say = async (by: string, text: string, thread?: string) => {
      const threadTs = thread === undefined ? {} : { threadTs: at(thread).ts };
      practice.control.say({ as: bare(by), channel: ids.support, text, ...threadTs });
      await practice.idle();
    };
    return {
      chat: {
        ...shop.chat,
        start: (onEvent) => shop.start(onEvent),
      },
      support: `slack:${ids.support}`,
      dana: `slack:${ids.dana}`,
      ana: `slack:${ids.ana}`,
      says: say,
      mentionsDesk: (by, text) => say(by, `@muster ${text}`),
      async edits(by, id, text) {
        practice.control.edit({ as: bare(by), ...at(id), text });
        await practice.idle();
      },
      async deletes(by, id) {
        practice.control.remove({ as: bare(by), ...at(id) });
        await practice.idle();
      },
      async anotherAppSays(text) {
        await deliver(eventsUrl(shop.chat), JSON.stringify(aMessageOfAnotherApp(text)));
      },
      async presses(by, id, label) {
        const control = controlLabelled(messageAt(id)?.blocks ?? [], label);
        await practice.control.press({ as: bare(by), in: at(id), ...control });
      },
      sees: (id) => {
        const message = messageAt(id);
        return message && readable(message.blocks ?? message.text);
      },
      privateLinesOf: (person) =>
        practice
          .state()
          .messages.filter((each) => each.ephemeralTo === bare(person))
          .map((each) => readable(each.blocks ?? each.text)),
      count: () => publicMessages(practice).length,
      slowNextPost: () =>
        practice.control.faults({
          add: [{ method: 'chat.postMessage', times: 1, status: 429, retryAfter: 2 }],
        }),
      loseNextAnswer: () =>
        practice.control.faults({ add: [{ method: 'chat.postMessage', times: 1, drop: 'after' }] }),
      close: () => practice.close(),
    };
  };
}

export function publicMessages(practice: Practice): PracticeMessage[] {
  return practice.state().messages.filter((each) => each.ephemeralTo === undefined && !each.deleted);
}

type Control = { blockId: string; actionId: string; value?: string };

/** Finds the button with this label, or the option of a menu. */
function controlLabelled(blocks: unknown[], label: string): Control {
  type Texted = { text?: { text: string }; value?: string };
  type Element = Texted & { action_id: string; options?: Texted[] };
  for (const block of blocks as { block_id: string; elements?: Element[] }[]) {
    for (const element of block.elements ?? []) {
      const option = element.options?.find((each) => each.text?.text === label);
      const chosen = element.text?.text === label ? element : option;
      if (!chosen) continue;
      const value = chosen.value === undefined ? {} : { value: chosen.value };
      return { blockId: block.block_id, actionId: element.action_id, ...value };
    }
  }
  throw new Error(`There is no "${label}" on the card`);
}

/** All text in blocks, as a person reads it. */
export function readable(blocks: unknown): string {
  if (typeof blocks === 'string') return blocks;
  if (Array.isArray(blocks)) return blocks.map(readable).join('');
  if (typeof blocks !== 'object' || blocks === null) return '';
  return Object.entries(blocks)
    .map(([key, value]) => (typeof value === 'string' && key !== 'text' ? '' : readable(value)))
    .join('');
}

export function aCard(text: string, given: Partial<Card> = {}): Card & { audience: 'team' } {
  return { audience: 'team', summary: text, blocks: [{ type: 'text', lines: [[{ text }]] }], ...given };
}

/** The practice workspace has one app, so another one is only heard of. */
function aMessageOfAnotherApp(text: string) {
  const ts = '1763632800.000100';
  const place = { channel: ids.support, channel_type: 'channel', event_ts: ts };
  return {
    type: 'event_callback',
    event_id: 'Ev0OTHERAPP',
    team_id: 'T0ACME',
    api_app_id: 'A0MUSTER',
    event: { type: 'message', subtype: 'bot_message', bot_id: 'B0DEPLOY', text, ts, ...place },
  };
}

function aPerson(id: string, name: string, role: PracticePerson['role']): PracticePerson {
  const realName = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return {
    id,
    name,
    realName,
    email: `${name}@acme.test`,
    note: role,
    role,
    color: '#336699',
    isBot: role === 'bot',
    timezone: 'Europe/Berlin',
  };
}

function aBot(): PracticePerson {
  return aPerson(ids.bot, 'muster', 'bot');
}

function aChannel(id: string, name: string, kind: 'channel' | 'private') {
  return { id, name, kind, topic: '', archived: false, members: [ids.dana, ids.ana, ids.bot] };
}
