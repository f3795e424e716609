import { Agent, type IncomingMessage, request } from 'node:http';
import { signatureHeaders } from './sign.ts';

/** What came back for one attempt: an HTTP-like status, and the acknowledgement's body if it had one. */
export type Ack = {
  readonly status: number | 'timeout' | 'refused';
  readonly body?: unknown;
  /** The desk asked not to be retried. */
  readonly noRetry?: boolean;
};

export type SignedPost = {
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly limitMs: number;
};

/** Sends signed requests over kept-alive connections. */
export type HttpSender = { post(post: SignedPost): Promise<Ack>; close(): void };

export function createHttpSender(secret: string): HttpSender {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return { post: (post) => send(agent, secret, post), close: () => agent.destroy() };
}

function send(agent: Agent, secret: string, post: SignedPost): Promise<Ack> {
  // Wall time, not practice time: receivers compare it with their own clock.
  const signature = signatureHeaders(secret, post.body, Math.floor(Date.now() / 1000));
  return new Promise((resolve) => {
    const outgoing = request(
      post.url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': post.contentType,
          'content-length': Buffer.byteLength(post.body),
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          ...signature,
          ...post.headers,
        },
      },
      (response) => {
        readAnswer(response).then(
          (body) => settle({ status: response.statusCode ?? 0, body, noRetry: asksForNoRetry(response) }),
          () => settle({ status: 'refused' }),
        );
      },
    );
    const limit = setTimeout(() => {
      settle({ status: 'timeout' });
      outgoing.destroy();
    }, post.limitMs);
    const settle = (ack: Ack) => {
      clearTimeout(limit);
      resolve(ack);
    };
    outgoing.on('error', () => settle({ status: 'refused' }));
    outgoing.end(post.body);
  });
}

function asksForNoRetry(response: IncomingMessage): boolean {
  return response.headers['x-slack-no-retry'] === '1';
}

async function readAnswer(response: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  if (!response.headers['content-type']?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    // A body that only claims to be JSON is shown as the text it is, as Slack does for commands.
    return text;
  }
}
