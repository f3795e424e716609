import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Misconfigured } from '../../../domain/errors.ts';
import type { Log } from '../../../ports.ts';

/** A page of our own beside Slack's, e.g. `/healthz`. */
export type HttpRoute = {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
};

export type HttpServer = {
  listen(): Promise<AddressInfo>;
  /** Where it listens, while it does. */
  address(): AddressInfo | undefined;
  /** Takes no new connection; open ones are closed once `finished` has resolved. */
  close(finished: Promise<void>): Promise<void>;
};

/** How long a request may take to arrive. Slack's are small and quick. */
const requestTimeoutMs = 30_000;

/** One small server for Slack's deliveries and our own pages; what is not in `routes` is answered 404. */
export function openHttpServer(options: {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly HttpRoute[];
  readonly log: Log;
}): HttpServer {
  const { host, port, routes, log } = options;
  let server: Server | undefined;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0];
    const there = routes.filter((each) => each.path === path);
    const route = there.find((each) => each.method === request.method);
    if (route) return route.handler(request, response);
    response.writeHead(there.length > 0 ? 405 : 404).end();
  }

  return {
    async listen() {
      const opening = createServer({ requestTimeout: requestTimeoutMs }, (request, response) => {
        serve(request, response).catch((error: unknown) => {
          log.error('A page could not be served', {
            reason: error instanceof Error ? error.name : 'unknown',
          });
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
      });
      await new Promise<void>((resolve, reject) => {
        opening.once('error', (error) => reject(cannotListen(error, host, port)));
        opening.listen({ host, port }, resolve);
      });
      server = opening;
      return opening.address() as AddressInfo;
    },
    address: () => (server?.listening ? (server.address() as AddressInfo) : undefined),
    async close(finished) {
      const closing = server;
      if (!closing) return finished;
      server = undefined;
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      await finished;
      closing.closeIdleConnections();
      const rest = setTimeout(() => closing.closeAllConnections(), 500);
      await closed;
      clearTimeout(rest);
    },
  };
}

function cannotListen(error: Error, host: string, port: number): Misconfigured {
  const code = 'code' in error ? String(error.code) : error.name;
  const why =
    code === 'EADDRINUSE'
      ? 'another program is using it. Stop that program or set PORT to another number'
      : `the machine refuses it (${code}). Check HOST and PORT`;
  return new Misconfigured(`The desk cannot listen on ${host}:${port}: ${why}.`, { cause: error });
}
