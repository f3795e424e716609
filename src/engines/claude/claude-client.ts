import Anthropic from '@anthropic-ai/sdk';
import { second } from '../../domain/time.ts';

/** Where Claude is reached and with which key. */
export type ClaudeAccess = {
  readonly apiKey: string;
  /** Another server that speaks Anthropic's protocol, such as a gateway. */
  readonly baseUrl?: string | undefined;
};

/** Asked to wait longer than this, a call ends: the desk has another engine meanwhile. */
const longestWaitMs = 3 * second;

/** The SDK's client. Everything it would take from the environment by itself is given here. */
export function openClaudeClient({ apiKey, baseUrl }: ClaudeAccess): Anthropic {
  return new Anthropic({
    apiKey,
    authToken: null,
    baseURL: baseUrl ?? 'https://api.anthropic.com',
    maxRetries: 1,
    // Its lines can hold what people wrote; its failures are thrown to us anyway.
    logLevel: 'off',
    fetch: async (input, init) => withoutLongWaits(await fetch(input, init)),
  });
}

/** The SDK sleeps as long as a server asks it to. A long wait is for the circuit breaker, not for a ticket. */
function withoutLongWaits(response: Response): Response {
  const waitMs = response.ok ? undefined : retryAfterMs(response.headers);
  if (waitMs === undefined || waitMs <= longestWaitMs) return response;
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', 'false');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** How long a server asks to be left alone, in milliseconds; undefined when it does not say. */
export function retryAfterMs(headers: Headers | undefined): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (milliseconds > 0) return milliseconds;
  const seconds = Number.parseFloat(headers?.get('retry-after') ?? '');
  return seconds > 0 ? seconds * second : undefined;
}
