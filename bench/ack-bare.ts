import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { signingSecret } from './ack-load.ts';

/** The least a Bolt app can do: check the signature, acknowledge, forget. */
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' }),
  ignoreSelf: false,
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.event('message', async () => undefined);
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
process.once('SIGTERM', () => process.exit(0));
