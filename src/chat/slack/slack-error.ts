import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { type DeskError, Misconfigured, Refused, Unreachable } from '../../domain/errors.ts';
import { refusals, repairs } from './refusals.ts';

/** What went wrong with a call, in the desk's five kinds. Messages name the method, never what was sent. */
export function toDeskError(error: unknown, method: string): DeskError {
  if (error instanceof WebAPIRateLimitedError) return slowDown(error.retryAfter, method);
  if (error instanceof WebAPIPlatformError) return refused(error, method);
  if (error instanceof WebAPIHTTPError) {
    const retryAfter = Number(error.headers['retry-after']);
    if (error.statusCode === 429) return slowDown(Number.isFinite(retryAfter) ? retryAfter : 30, method);
    return unclear(`Slack answered ${method} with status ${error.statusCode}`, error);
  }
  if (error instanceof WebAPIRequestError) {
    if (neverSent.has(codeOf(error.original))) {
      const message = `Slack could not be reached for ${method} (${codeOf(error.original)})`;
      return new Unreachable(message, { unknownOutcome: false }, { cause: error });
    }
    return unclear(`The connection to Slack broke or timed out during ${method}`, error);
  }
  return unclear(`${method} failed in a way Slack's client does not name`, error);
}

/** Slack's own words for "the token does not count (any more)". */
function refused(error: WebAPIPlatformError, method: string): DeskError {
  const code = error.data.error;
  const repair = repairs[code];
  if (repair !== undefined) {
    const needed = code === 'missing_scope' ? neededScope(error.data) : '';
    const setting = method === 'apps.connections.open' ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
    const advice = repair.replace('{token}', setting);
    return new Misconfigured(`Slack refused ${method}: ${advice}${needed}`, { cause: error });
  }
  if (code === 'ratelimited' || code === 'rate_limited') return slowDown(30, method);
  if (temporary.has(code)) return unclear(`Slack has a problem of its own with ${method} (${code})`, error);
  const sentence = refusals[code] ?? `Slack refused ${method} (${code}).`;
  return new Refused(sentence, expired.has(code) ? 'expired' : code, { cause: error });
}

function slowDown(seconds: number, method: string): Unreachable {
  return new Unreachable(`Slack asks to wait ${seconds} s before the next ${method}`, {
    retryAfterMs: seconds * 1000,
    unknownOutcome: false,
  });
}

function unclear(message: string, cause: unknown): Unreachable {
  return new Unreachable(message, { unknownOutcome: true }, { cause });
}

function neededScope(data: object): string {
  return 'needed' in data && typeof data.needed === 'string' ? ` Missing: ${data.needed}.` : '';
}

/** Failures before a connection stood: nothing was sent, so nothing can have happened. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The client wraps fetch's error, which wraps the socket's. */
function codeOf(error: unknown): string {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    if ('code' in each && typeof each.code === 'string') return each.code;
  }
  return '';
}

const expired: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'view_not_found',
]);

const temporary: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
