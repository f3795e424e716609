import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { Misconfigured } from '../../../domain/errors.ts';
import type { Log } from '../../../ports.ts';
import { clientOptions } from '../call-slack.ts';
import type { DeskUser } from '../desk-user.ts';
import { boltLogger } from '../slack-logger.ts';
import type { Deliveries } from './delivery.ts';

/**
 * Bolt's app on this receiver. Bolt acknowledges events before any listener runs, which is too early to be sure of
 * anything: so the receiver hands its deliveries to us first, and Bolt gets them when the desk has them. Its
 * listeners only acknowledge.
 */
export function boltApp(options: {
  readonly receiver: Receiver;
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly timeoutMs: number;
  readonly me: () => Promise<DeskUser>;
  readonly deliveries: () => Deliveries | undefined;
  readonly log: Log;
}): App {
  const { receiver, log } = options;
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => init(storesFirst(app, options.deliveries));
  const app = new App({
    receiver,
    authorize: async () => {
      const { userId, botId, teamId } = await options.me();
      return { botToken: options.botToken, botUserId: userId, teamId, ...(botId !== undefined && { botId }) };
    },
    clientOptions: clientOptions(options),
    // Bolt's default keeps a state per conversation in memory.
    convoStore: false,
    ignoreSelf: false,
    logger: boltLogger(log),
  });
  app.use(async (args) => {
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
    await args.next();
  });
  app.error(async (error) => {
    log.warn('Bolt could not finish a delivery that the desk has', { reason: error.code ?? error.name });
  });
  return app;
}

/** The same app with another way in. */
function storesFirst(app: App, deliveries: () => Deliveries | undefined): App {
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    const open = deliveries();
    if (!open) throw new Misconfigured('A delivery came before the desk had started');
    await open.take({ body: event.body, ack: async (answer) => event.ack(answer) }, (ack) =>
      app.processEvent({ ...event, ack }),
    );
  };
  const front: App = Object.create(app, { processEvent: { value: processEvent } });
  return front;
}
