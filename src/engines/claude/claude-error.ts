import {
  AnthropicError,
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
} from '@anthropic-ai/sdk';
import { DeskError, Invalid, Misconfigured, Unreachable } from '../../domain/errors.ts';
import { minute } from '../../domain/time.ts';
import { retryAfterMs } from './claude-client.ts';

/**
 * A failure of a call to Claude as one of our kinds. The message is in plain words for the team: the card shows it as
 * the reason why another engine answered. Nothing the server said is in it.
 */
export function asDeskError(error: unknown, model: string): DeskError {
  if (error instanceof DeskError) return error;
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) {
    return away('Claude did not answer in time', error);
  }
  if (error instanceof APIConnectionError) return away('Claude cannot be reached', error);
  if (error instanceof APIError) return refusedBy(error, model);
  // What is left of the SDK's errors is an answer that ended before it was whole.
  if (error instanceof AnthropicError) return away('Claude’s answer broke off', error);
  throw error;
}

/** An empty account is filled by a person: asking every few seconds helps nobody. */
const untilPaidMs = 10 * minute;

function refusedBy(error: APIError, model: string): DeskError {
  // An error in the middle of a stream has a type and no status.
  const { status, type } = error;
  const cause = { cause: error };
  if (status === 401 || status === 403 || type === 'authentication_error' || type === 'permission_error') {
    return new Misconfigured('Claude does not accept the key in ANTHROPIC_API_KEY', cause);
  }
  if (status === 404 || type === 'not_found_error') {
    return new Misconfigured(`Claude knows no model called ${model}`, cause);
  }
  if (status === 402 || type === 'billing_error') {
    return away('The account for Claude has no credit left', error, untilPaidMs);
  }
  const waitMs = retryAfterMs(error.headers);
  if (status === 429 || type === 'rate_limit_error') {
    return away('Claude asks the desk to slow down', error, waitMs);
  }
  if (status === 529 || type === 'overloaded_error') return away('Claude is overloaded', error, waitMs);
  if (status === 408 || status === 409 || type === 'timeout_error' || type === 'api_error') {
    return away('Claude has a fault of its own', error, waitMs);
  }
  if (status !== undefined && status < 500) return new Invalid('Claude did not take the question', cause);
  return away('Claude has a fault of its own', error, waitMs);
}

function away(message: string, cause: Error, waitMs?: number): Unreachable {
  const detail = { unknownOutcome: false, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
  return new Unreachable(message, detail, { cause });
}
