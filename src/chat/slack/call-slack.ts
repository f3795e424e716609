import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { Unreachable } from '../../domain/errors.ts';
import type { SlackMethod } from './method-scopes.ts';
import { toDeskError } from './slack-error.ts';
import { silentLogger } from './slack-logger.ts';

/** Calls one method and returns the part of the answer that was asked for. Throws our error kinds. */
export type CallSlack = <T>(
  method: SlackMethod,
  args: Readonly<Record<string, unknown>>,
  answer: z.ZodType<T>,
) => Promise<T>;

export type SlackClientOptions = {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  /** How long a call may take. */
  readonly timeoutMs: number;
};

/** For answers of which nothing is needed. */
export const anyAnswer: z.ZodType<unknown> = z.unknown();

/**
 * Options for every client: no retry of its own (a post would be repeated blindly), a timeout (the default is none),
 * and 429 answered at once (the default stalls all methods). A new object each time, because Socket Mode writes
 * into the one it is given.
 */
export function clientOptions(options: Omit<SlackClientOptions, 'token'>) {
  return {
    retryConfig: { retries: 0 },
    timeout: options.timeoutMs,
    rejectRateLimitedCalls: true,
    ...(options.apiUrl !== undefined && { slackApiUrl: withSlash(options.apiUrl) }),
  };
}

export function slackCaller(options: SlackClientOptions): CallSlack {
  const client = new WebClient(options.token, { ...clientOptions(options), logger: silentLogger });
  return async (method, args, answer) => {
    const raw = await client.apiCall(method, args).catch((error: unknown) => {
      throw toDeskError(error, method);
    });
    const parsed = answer.safeParse(raw);
    if (parsed.success) return parsed.data;
    const paths = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Unreachable(`Slack's answer to ${method} is not as documented (${paths})`, {
      unknownOutcome: true,
    });
  };
}

/** The client joins the method's name to the address as it is. */
function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
