import type { AddressInfo } from 'node:net';
import { type DeskError, Misconfigured } from '../../domain/errors.ts';
import { instant, second } from '../../domain/time.ts';
import type { Chat, Clock, Log } from '../../ports.ts';
import type { Rooms } from '../../rooms-port.ts';
import { slackCaller } from './call-slack.ts';
import { askDeskUser, type DeskUser } from './desk-user.ts';
import { openDirectory } from './directory.ts';
import { boltApp } from './edge/bolt-app.ts';
import { type Deliveries, openDeliveries } from './edge/delivery.ts';
import { openHttpReceiver, slackPath } from './edge/http-receiver.ts';
import { type HttpRoute, openHttpServer } from './edge/http-server.ts';
import { openSocket } from './edge/socket.ts';
import type { InboundContext } from './inbound/context.ts';
import { answerPerson } from './outbound/answer.ts';
import { findPost } from './outbound/find.ts';
import { threadHistory } from './outbound/history.ts';
import { postCard, updateCard } from './outbound/post.ts';
import { openRespond } from './outbound/respond.ts';
import { openResolve } from './resolve.ts';
import { openSendFile } from './rooms/send-file.ts';
import { openSlackRooms } from './rooms/slack-rooms.ts';
import { watchAnswers } from './watch-answers.ts';

export type SlackChatOptions = {
  readonly botToken: string;
  readonly signingSecret: string;
  /** Set: Socket Mode. Unset: signed HTTP on `host`:`port`, path `/slack/events`. */
  readonly appToken?: string | undefined;
  /** Base address of the Web API; Slack's own when unset. */
  readonly apiUrl?: string | undefined;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Our own pages beside Slack's path, e.g. `/healthz`; served in Socket Mode too. */
  readonly routes?: readonly HttpRoute[];
  readonly log: Log;
  readonly clock?: Pick<Clock, 'now'>;
  readonly timeouts?: {
    /** For a call of the Web API; 10 s when unset. */
    readonly callMs?: number;
    /** Silence of the socket before the desk gives up; 60 s when unset. */
    readonly silenceMs?: number;
  };
  /** Socket Mode only: called once when the connection is beyond repair; end the process cleanly then. */
  readonly onFatal?: (error: DeskError) => void;
};

export type SlackChat = Chat & {
  readonly rooms: Rooms;
  /** Where it listens, while it does. */
  address(): AddressInfo | undefined;
};

/** The desk in Slack, on Bolt. */
export function openSlackChat(options: SlackChatOptions): SlackChat {
  const { log, apiUrl, botToken } = options;
  const timeoutMs = options.timeouts?.callMs ?? 10 * second;
  const now = () => options.clock?.now() ?? instant(Date.now());
  const nowMs = () => Date.parse(now());
  const watched = watchAnswers(slackCaller({ token: botToken, apiUrl, timeoutMs }), now);
  const { call } = watched;
  const directory = openDirectory(call, nowMs);
  const resolve = openResolve(call, nowMs);
  const me = rememberSuccess(() => askDeskUser(call));
  const desk = { call, directory, me, log, respond: openRespond({ apiUrl, timeoutMs }) };
  const socket =
    options.appToken === undefined
      ? undefined
      : openSocket({
          appToken: options.appToken,
          apiUrl,
          timeoutMs,
          silenceMs: options.timeouts?.silenceMs ?? 60 * second,
          onFatal: options.onFatal ?? (() => undefined),
          log,
        });
  const http = socket ? undefined : openHttpReceiver(options.signingSecret, log);
  const server = openHttpServer({
    host: options.host,
    port: options.port,
    routes: [...(http ? [http.route] : []), ...(options.routes ?? [])],
    log,
  });
  let deliveries: Deliveries | undefined;
  const receiver = socket?.receiver ?? http?.receiver;
  if (!receiver) throw new Misconfigured('Neither Socket Mode nor HTTP is set up');
  boltApp({ receiver, botToken, apiUrl, timeoutMs, me, deliveries: () => deliveries, log });

  async function context(): Promise<InboundContext> {
    const { userId, botId, workspaceUrl } = await me();
    return {
      botUserId: userId,
      botId,
      nameOf: directory.nameOf,
      kindOf: (channel) => deliveries?.kindOf(channel),
      workspaceUrl,
      now: now(),
    };
  }

  return {
    platform: 'slack',
    rooms: openSlackRooms({ ...desk, context, sendFile: openSendFile({ apiUrl, timeoutMs }) }),
    supports: { privateLines: true, forms: true, home: true },
    async start(onEvent) {
      await me();
      deliveries = openDeliveries({ onEvent, context, log });
      await server.listen();
      try {
        await socket?.connect();
      } catch (error) {
        await server.close(Promise.resolve());
        throw error;
      }
    },
    async stop() {
      const drained = deliveries?.drain() ?? Promise.resolve();
      const closed = server.close(drained);
      // The socket must stay open until the last acknowledgement is through.
      await drained;
      await socket?.disconnect();
      await closed;
    },
    answer: (handle, answer) => answerPerson(desk, handle, answer),
    post: (post) => postCard(desk, post),
    update: (id, post) => updateCard(desk, id, post),
    find: (post) => findPost(desk, post),
    history: async (thread) => threadHistory(desk, thread, await context()),
    person: (id) => directory.person(id),
    resolve,
    health() {
      const address = server.address();
      if (!address) return { connected: false, detail: 'The desk is not listening.' };
      if (socket && !socket.isConnected()) {
        return { connected: false, detail: 'The connection to Slack is down; trying again.' };
      }
      const silentSince = watched.silentSince();
      if (silentSince !== undefined) {
        const since = `${silentSince.slice(11, 16)} UTC`;
        return { connected: false, detail: `Slack has not answered the desk since ${since}.` };
      }
      const where = socket ? 'through Socket Mode' : `at ${address.address}:${address.port}${slackPath}`;
      return { connected: true, detail: `Slack reaches the desk ${where}.` };
    },
    address: () => server.address(),
  };
}

/** Asks once; a failure is not remembered. */
function rememberSuccess(ask: () => Promise<DeskUser>): () => Promise<DeskUser> {
  let answer: Promise<DeskUser> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
