import { createHmac } from 'node:crypto';

/** Slack's v0 signature headers over a raw body; `seconds` is the sending time since the epoch. */
export function signatureHeaders(secret: string, body: string, seconds: number): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${digest}` };
}
