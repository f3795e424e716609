import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Ack } from './http-sender.ts';
import type { Ids } from './ids.ts';

export type Envelope = {
  type: 'events_api' | 'slash_commands' | 'interactive';
  payload: unknown;
  retry: Retry | undefined;
};
type Retry = { attempt: number; reason: string };

/** The Socket Mode side: connections of the desk, and envelopes sent over any one of them. */
export type Sockets = {
  count(): number;
  /** A path with a single-use ticket for one connection. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  send(envelope: Envelope, limitMs: number): Promise<Ack>;
  control(how: 'disconnect' | 'drop' | 'refuse' | 'accept'): void;
  close(): void;
};

// Slack pings about every ten seconds; the client gives up after 30 s without one.
const pingEveryMs = 10_000;

export function createSockets(ids: Ids, appId: string, onCount: (count: number) => void): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();
  const tickets = new Set<string>();
  const waiting = new Map<string, (ack: Ack) => void>();
  let refusing = false;
  let turn = 0;

  const pings = setInterval(() => {
    for (const socket of open) socket.ping('Ping from applink');
  }, pingEveryMs);

  const welcome = (socket: WebSocket) => {
    open.add(socket);
    socket.on('message', (data) => takeAck(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      open.delete(socket);
      onCount(open.size);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.size,
        debug_info: { host: 'practice', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    );
    onCount(open.size);
  };
  const takeAck = (text: string) => {
    const answer = parseAck(text);
    if (answer) waiting.get(answer.id)?.({ status: 200, body: answer.payload });
  };

  return {
    count: () => open.size,
    ticket() {
      const secret = ids.secret();
      tickets.add(secret);
      return `/link/?ticket=${secret}&app_id=${appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://practice').searchParams.get('ticket') ?? '';
      if (refusing || !tickets.delete(ticket)) {
        socket.end(
          `HTTP/1.1 ${refusing ? '503 Service Unavailable' : '401 Unauthorized'}\r\nconnection: close\r\n\r\n`,
        );
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    send({ type, payload, retry }, limitMs) {
      const sockets = [...open];
      turn += 1;
      const socket = sockets[turn % sockets.length];
      if (!socket) return Promise.resolve({ status: 'refused' });
      const id = ids.secret();
      return new Promise((resolve) => {
        const settle = (ack: Ack) => {
          clearTimeout(limit);
          waiting.delete(id);
          socket.off('close', onClose);
          resolve(ack);
        };
        const onClose = () => settle({ status: 'refused' });
        const limit = setTimeout(() => settle({ status: 'timeout' }), limitMs);
        waiting.set(id, settle);
        socket.setMaxListeners(0);
        socket.on('close', onClose);
        socket.send(
          JSON.stringify({ envelope_id: id, type, payload, ...acceptance(type), ...retryFields(retry) }),
        );
      });
    },
    control(how) {
      if (how === 'refuse' || how === 'accept') refusing = how === 'refuse';
      else for (const socket of open) how === 'drop' ? socket.terminate() : sayGoodbye(socket);
    },
    close() {
      clearInterval(pings);
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
}

function sayGoodbye(socket: WebSocket): void {
  socket.send(
    JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'practice' } }),
  );
  socket.close();
}

function acceptance(type: Envelope['type']): { accepts_response_payload: boolean } {
  return { accepts_response_payload: type !== 'events_api' };
}

function retryFields(retry: Retry | undefined): Record<string, unknown> {
  return { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
}

function parseAck(text: string): { id: string; payload: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('envelope_id' in parsed)) return undefined;
    return { id: String(parsed.envelope_id), payload: 'payload' in parsed ? parsed.payload : undefined };
  } catch {
    // Not ours to judge: a client that sends no JSON simply acknowledges nothing.
    return undefined;
  }
}
