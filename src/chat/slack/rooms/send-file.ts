import { Refused, Unreachable } from '../../../domain/errors.ts';

/** Sends the content of a file to the address Slack gave for it. Nobody sees it yet, so it may be sent again. */
export type SendFile = (address: string, content: Uint8Array<ArrayBuffer>) => Promise<void>;

/** `apiUrl` is the server the desk talks to: only it may name an address that is not encrypted. */
export function openSendFile(options: { apiUrl: string | undefined; timeoutMs: number }): SendFile {
  const own = new URL(options.apiUrl ?? 'https://slack.com/api/');
  return async (address, content) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== 'https:' && url?.host !== own.host) {
      throw new Refused('Slack gave no address the file can be sent to.', 'invalid_upload_address');
    }
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs),
    } as const;
    const response = await fetch(url, request).catch((error: unknown) => {
      throw new Unreachable(
        'Slack could not be reached with a file',
        { unknownOutcome: false },
        { cause: error },
      );
    });
    await response.body?.cancel();
    if (response.ok) return;
    const seconds = Number(response.headers.get('retry-after'));
    throw new Unreachable(`Slack answered status ${response.status} to a file`, {
      unknownOutcome: false,
      ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
    });
  };
}
