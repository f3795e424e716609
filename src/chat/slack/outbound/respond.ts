import { Unreachable } from '../../../domain/errors.ts';

/**
 * Answers through the address Slack gave for one press or command. `gone` when it was used five times, is older than
 * half an hour, or is not an address of Slack.
 */
export type Respond = (address: string, body: Readonly<Record<string, unknown>>) => Promise<'shown' | 'gone'>;

/** `apiUrl` is the server the desk talks to; addresses elsewhere are not called, whatever a payload says. */
export function openRespond(options: { apiUrl: string | undefined; timeoutMs: number }): Respond {
  const own = new URL(options.apiUrl ?? 'https://slack.com/api/');
  return async (address, body) => {
    if (!isOfSlack(address, own)) return 'gone';
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs),
    } as const;
    const response = await fetch(address, request).catch((error: unknown) => {
      throw new Unreachable(
        'Slack could not be reached for an answer',
        { unknownOutcome: true },
        { cause: error },
      );
    });
    await response.body?.cancel();
    if (response.ok) return 'shown';
    if (response.status === 429 || response.status >= 500) {
      const seconds = Number(response.headers.get('retry-after'));
      throw new Unreachable(`Slack answered status ${response.status} to an answer`, {
        unknownOutcome: response.status !== 429,
        ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
      });
    }
    return 'gone';
  };
}

function isOfSlack(address: string, own: URL): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.host === own.host) return url.protocol === own.protocol;
  return (
    url.protocol === 'https:' &&
    (url.hostname === 'hooks.slack.com' || url.hostname === 'hooks.slack-gov.com')
  );
}
