import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach } from 'vitest';
import type { PracticeChannel, PracticePerson } from '../../../src/practice/control.ts';
import type { PracticeOptions } from '../../../src/practice/practice-options.ts';
import { type Practice, startPractice } from '../../../src/practice/practice-server.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export const secrets = {
  signingSecret: 'practice-secret',
  botToken: 'xoxb-practice',
  appToken: 'xapp-practice',
};

export const bot = 'U0BOT';

function aPerson(id: string, name: string, given: Partial<PracticePerson> = {}): PracticePerson {
  const email = `${name}@acme.test`;
  const realName = `${name[0]?.toUpperCase()}${name.slice(1)} Example`;
  const looks = { note: '', role: 'customer' as const, color: '#336699', timezone: 'Europe/Berlin' };
  return { id, name, realName, email, isBot: false, ...looks, ...given };
}

function aChannel(id: string, name: string, given: Partial<PracticeChannel> = {}): PracticeChannel {
  return { id, name, kind: 'channel', topic: '', archived: false, members: ['UANA', 'UBEN', bot], ...given };
}

/** A workspace with two people, the bot, and four channels; closed after the test. */
export async function openPractice(given: Partial<PracticeOptions> = {}): Promise<Practice> {
  const practice = await startPractice({
    ...secrets,
    people: [
      aPerson('UANA', 'ana'),
      aPerson('UBEN', 'ben'),
      aPerson(bot, 'muster', { isBot: true, role: 'bot' }),
    ],
    channels: [
      aChannel('CSUPPORT', 'support'),
      aChannel('CTRIAGE', 'triage', { kind: 'private' }),
      aChannel('COTHER', 'other', { members: ['UANA'] }),
      aChannel('CSECRET', 'secret', { kind: 'private', members: ['UANA'] }),
    ],
    teamName: 'Practice',
    botName: 'muster',
    commands: [{ command: '/ticket', description: 'Tickets', usageHint: '' }],
    shortcuts: [
      { callbackId: 'make_ticket', name: 'Make it a ticket', type: 'message' },
      { callbackId: 'new_ticket', name: 'New ticket', type: 'global' },
    ],
    ...given,
  });
  closers.push(() => practice.close());
  return practice;
}

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** The real Bolt app over signed HTTP, connected to the workspace. `prepare` adds the listeners. */
export async function connectHttp(practice: Practice, prepare: (app: App) => void): Promise<App> {
  const receiver = new HTTPReceiver({ signingSecret: secrets.signingSecret, logger: quiet });
  const app = new App({ receiver, ...appOptions(practice) });
  prepare(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  practice.connect(`http://127.0.0.1:${port}/slack/events`);
  closers.push(async () => {
    await app.stop();
    server.closeAllConnections();
  });
  return app;
}

/** The real Bolt app in Socket Mode. */
export async function connectSocket(practice: Practice, prepare: (app: App) => void): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: secrets.appToken,
    logger: quiet,
    clientPingTimeout: 1000,
    installerOptions: { clientOptions: { slackApiUrl: practice.apiUrl } },
  });
  const app = new App({ receiver, ...appOptions(practice) });
  prepare(app);
  await app.start();
  closers.push(() => app.stop());
  return app;
}

/** The real client with the bot's token, which tries nothing twice. */
export function aClient(practice: Practice, token = secrets.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: practice.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

function appOptions(practice: Practice) {
  return {
    token: secrets.botToken,
    clientOptions: { slackApiUrl: practice.apiUrl, retryConfig: { retries: 0 } },
    logger: quiet,
    convoStore: false as const,
    // The tests look at everything that arrives, the desk's own messages too.
    ignoreSelf: false,
    // Otherwise Bolt calls auth.test on its own, which a short test would cut off.
    tokenVerificationEnabled: false,
  };
}

/** Waits until a condition holds; a test that waits in vain ends by its own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
