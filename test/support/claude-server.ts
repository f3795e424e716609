import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { type ClaudeAnswer, type Spoken, streamed, whole } from './claude-answers.ts';
import { type Batch, batchRoutes } from './claude-batches.ts';

/** What was asked, as it came over the wire. What Anthropic no longer accepts is not accepted here either. */
const Asked = z.strictObject({
  model: z.string(),
  max_tokens: z.int().min(1),
  stream: z.boolean().optional(),
  system: z.array(
    z.strictObject({
      type: z.literal('text'),
      text: z.string().min(1),
      cache_control: z.strictObject({ type: z.literal('ephemeral') }).optional(),
    }),
  ),
  messages: z.array(z.strictObject({ role: z.literal('user'), content: z.string().min(1) })).length(1),
  output_config: z.strictObject({
    effort: z.enum(['low', 'medium', 'high']),
    format: z.strictObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) }),
  }),
});
export type Asked = z.infer<typeof Asked>;

export const claudeKey = 'key-of-the-tests';

export type ClaudeServer = {
  readonly url: string;
  /** Every question that was understood, in the order of arrival. */
  readonly asked: Asked[];
  /** How many requests came in, whatever became of them. */
  calls(): number;
  /** What is answered from now on. */
  answer(with_: (asked: Asked, index: number) => ClaudeAnswer): void;
  close(): Promise<void>;
};

/**
 * A server on loopback that speaks the part of Anthropic's protocol the desk uses: streamed and whole messages, models,
 * batches, and every way in which they fail.
 */
export async function startClaudeServer(
  first: (asked: Asked, index: number) => ClaudeAnswer,
): Promise<ClaudeServer> {
  let respond = first;
  let calls = 0;
  const asked: Asked[] = [];
  const batches = new Map<string, Batch>();

  const messages = (body: unknown, response: ServerResponse) => {
    const parsed = Asked.safeParse(body);
    if (!parsed.success) return refuse(response, { status: 400, type: 'invalid_request_error' });
    asked.push(parsed.data);
    return give(response, respond(parsed.data, asked.length - 1), parsed.data);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    calls += 1;
    const path = request.url?.split('?')[0] ?? '';
    if (request.headers.authorization !== `Bearer ${claudeKey}`) {
      return refuse(response, { status: 401, type: 'authentication_error' });
    }
    const text = await textOf(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (path === '/v1/messages') return messages(body, response);
    const model = /^\/v1\/models\/(.+)$/.exec(path)?.[1];
    if (model !== undefined) {
      if (!model.startsWith('claude-')) return refuse(response, { status: 404, type: 'not_found_error' });
      return json(response, 200, { type: 'model', id: model, display_name: model });
    }
    const batch = batchRoutes(batches, { path, method: request.method ?? '', body, origin: origin() });
    if (batch === undefined) return refuse(response, { status: 404, type: 'not_found_error' });
    response.writeHead(200, { 'content-type': batch.type }).end(batch.text);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const origin = () => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: origin(),
    asked,
    calls: () => calls,
    answer(with_) {
      respond = with_;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(
  response: ServerResponse,
  { status, type, headers = {} }: { status: number; type: string; headers?: Record<string, string> },
): void {
  const body = JSON.stringify({ type: 'error', error: { type, message: 'what the server says' } });
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

async function give(response: ServerResponse, answer: ClaudeAnswer, asked: Asked): Promise<void> {
  if ('status' in answer) return refuse(response, answer);
  if ('fault' in answer) return fail(response, answer.fault, asked);
  if (answer.afterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.afterMs));
  await answer.after;
  if (asked.stream) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(streamed(answer, asked.model).join(''));
  } else json(response, 200, whole(answer, asked.model));
}

/** Begun and never ended: how a proxy or a network gives up. */
function fail(response: ServerResponse, fault: string, { model }: Asked): void {
  const begun: Spoken = { say: { half: 'an answer' } };
  switch (fault) {
    case 'hang':
      return;
    case 'reset':
      response.destroy();
      return;
    default: {
      const events = streamed(begun, model);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(events.slice(0, 3).join(''), () => {
        if (fault === 'cut') response.destroy();
        if (fault === 'end early') response.end();
        if (fault === 'error in the stream') {
          const error = { type: 'error', error: { type: 'overloaded_error', message: 'busy' } };
          response.end(`event: error\ndata: ${JSON.stringify(error)}\n\n`);
        }
      });
    }
  }
}
