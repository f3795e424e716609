import type { IncomingMessage, ServerResponse } from 'node:http';
import { millisecondsBetween, minute } from './domain/time.ts';
import type { Metrics } from './metrics.ts';
import type { Chat, Clock } from './ports.ts';
import type { StorePort } from './store-port.ts';

/** A page of the desk's own beside the platform's deliveries. */
export type Route = {
  readonly path: string;
  readonly method: 'GET';
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

type Sources = {
  readonly store: Pick<StorePort, 'health'>;
  readonly chat: Pick<Chat, 'health'>;
  readonly clock: Clock;
  readonly metrics: Metrics;
};

/** A promise later than this means that the desk is not keeping up or stands still. */
const mostOverdueMs = 5 * minute;

/** `/healthz` says that the process lives, `/readyz` that it can do its work, `/metrics` how much it does. */
export function healthRoutes(sources: Sources): readonly Route[] {
  return [
    page('/healthz', async () => ({ status: 200, type: plain, text: 'ok\n' })),
    page('/readyz', async () => {
      const reasons = whyNotReady(sources);
      const text = reasons.length === 0 ? 'ready\n' : reasons.map((reason) => `${reason}\n`).join('');
      return { status: reasons.length === 0 ? 200 : 503, type: plain, text };
    }),
    page('/metrics', async () => ({
      status: 200,
      type: sources.metrics.contentType,
      text: await sources.metrics.text(),
    })),
  ];
}

/** What keeps the desk from its work, in plain sentences; none when it is ready. */
export function whyNotReady({ store, chat, clock }: Omit<Sources, 'metrics'>): readonly string[] {
  const now = clock.now();
  const { writable, detail, oldestOverdueTimer } = store.health(now);
  const { connected, detail: chatDetail } = chat.health();
  const overdueMs = oldestOverdueTimer === undefined ? 0 : millisecondsBetween(oldestOverdueTimer, now);
  return [
    ...(writable ? [] : [`store: not writable: ${detail}`]),
    ...(connected ? [] : [`chat: not connected: ${chatDetail}`]),
    ...(overdueMs < mostOverdueMs ? [] : [`timers: the oldest is overdue since ${oldestOverdueTimer}`]),
  ];
}

const plain = 'text/plain; charset=utf-8';

type Page = { readonly status: number; readonly type: string; readonly text: string };

function page(path: string, render: () => Promise<Page>): Route {
  return {
    path,
    method: 'GET',
    async handler(_request, response) {
      const { status, type, text } = await render();
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    },
  };
}
