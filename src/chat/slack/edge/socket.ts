import diagnostics from 'node:diagnostics_channel';
import { SocketModeReceiver } from '@slack/bolt';
import { type DeskError, Invalid, Unreachable } from '../../../domain/errors.ts';
import { second } from '../../../domain/time.ts';
import type { Log } from '../../../ports.ts';
import { clientOptions } from '../call-slack.ts';
import { toDeskError } from '../slack-error.ts';
import { boltLogger } from '../slack-logger.ts';

export type SocketOptions = {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly timeoutMs: number;
  /** How long no sign of life from Slack is borne before the desk gives up. */
  readonly silenceMs: number;
  /** Called once when the socket is beyond repair: the process should end and be started again. */
  readonly onFatal: (error: DeskError) => void;
  readonly log: Log;
};

export type Socket = {
  readonly receiver: SocketModeReceiver;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  isConnected(): boolean;
};

/** After Slack's goodbye the client waits this long before it connects again; its default of 5 s loses commands. */
const reconnectMs = second;
const serverPingMs = 30 * second;
/** How often the watchdog looks. */
const watchMs = 5 * second;

/** Bolt's Socket Mode receiver with a watchdog. */
export function openSocket(options: SocketOptions): Socket {
  const { log } = options;
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    clientPingTimeout: reconnectMs,
    serverPingTimeout: serverPingMs,
    logger: boltLogger(log),
    installerOptions: {
      clientOptions: {
        ...clientOptions(options),
        // Only asks for a new address, so repeating it is harmless; without it one 503 would end the socket for ever.
        retryConfig: { retries: 100, factor: 1.3, maxTimeout: 10 * second },
        rejectRateLimitedCalls: false,
      },
    },
    processEventErrorHandler: async ({ error }) => {
      const reason = error.name;
      if (error instanceof Invalid) {
        log.warn('A delivery of Slack is not as documented', { problem: error.message });
        return true;
      }
      log.error('A delivery could not be stored; Slack will send it again', { reason });
      return false;
    },
  });
  let connected = false;
  let lastSign = Date.now();
  let watch: NodeJS.Timeout | undefined;
  let given = false;

  const sign = () => {
    lastSign = Date.now();
  };
  function giveUp(error: DeskError): void {
    if (given) return;
    given = true;
    log.error('The connection to Slack is lost for good; the desk must be started again', {
      reason: error.message,
    });
    options.onFatal(error);
  }
  // The client forgets to catch a refused reconnect: the promise is lost, and it never tries again.
  const onLost = (reason: unknown) => giveUp(toDeskError(reason, 'apps.connections.open'));
  const onTick = () => {
    const silent = Date.now() - lastSign;
    if (silent < options.silenceMs) return;
    giveUp(
      new Unreachable(`Slack has been silent for ${Math.round(silent / second)} s`, {
        unknownOutcome: false,
      }),
    );
  };
  receiver.client.on('connected', () => {
    connected = true;
    sign();
  });
  receiver.client.on('close', () => {
    connected = false;
  });
  receiver.client.on('ws_message', sign);

  return {
    receiver,
    isConnected: () => connected,
    async connect() {
      diagnostics.subscribe('undici:websocket:ping', sign);
      diagnostics.subscribe('undici:websocket:pong', sign);
      await withHello(receiver, options);
      process.on('unhandledRejection', onLost);
      sign();
      watch = setInterval(onTick, Math.min(watchMs, options.silenceMs / 2));
      watch.unref();
    },
    async disconnect() {
      clearInterval(watch);
      given = true;
      process.removeListener('unhandledRejection', onLost);
      diagnostics.unsubscribe('undici:websocket:ping', sign);
      diagnostics.unsubscribe('undici:websocket:pong', sign);
      await receiver.stop();
      connected = false;
    },
  };
}

/** The client waits for ever when no hello comes. */
async function withHello(receiver: SocketModeReceiver, options: SocketOptions): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unreachable('Slack did not greet the desk in time', { unknownOutcome: false }));
    }, options.silenceMs);
  });
  const started = receiver.start();
  try {
    await Promise.race([started, late]);
  } catch (error) {
    started.catch(() => undefined);
    await receiver.stop();
    throw error instanceof Unreachable ? error : toDeskError(error, 'apps.connections.open');
  } finally {
    clearTimeout(timer);
  }
}
