import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, isValidSlackRequest } from '@slack/bolt';
import { Invalid } from '../../../domain/errors.ts';
import type { Log } from '../../../ports.ts';
import { boltLogger } from '../slack-logger.ts';
import type { HttpRoute } from './http-server.ts';

/** Where Slack posts events, commands and interactions. */
export const slackPath = '/slack/events';
/** A view with everything in it is 250 kB; Slack sends nothing near this. */
export const largestBody = 1024 * 1024;

/** Bolt's receiver for signed HTTP, and the route that feeds it. */
export function openHttpReceiver(
  signingSecret: string,
  log: Log,
): { receiver: HTTPReceiver; route: HttpRoute } {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: slackPath,
    bodyLimit: largestBody,
    processBeforeResponse: false,
    logger: boltLogger(log),
    processEventErrorHandler: async ({ error, response }) => {
      refuse(error, response, log);
      // The answer is given: Bolt need not wait for an acknowledgement any more.
      return true;
    },
  });
  const handler: HttpRoute['handler'] = async (request, response) => {
    const body = await readBody(request);
    if (body === undefined) {
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    if (!isObject(body, request.headers['content-type'])) {
      // Bolt takes for granted that a body is an object, so others may not reach it.
      const status = isSigned(request, body, signingSecret) ? 400 : 401;
      log.warn('A delivery of Slack is not an object', { status });
      response.writeHead(status).end();
      return;
    }
    // Bolt uses the bytes that are there instead of reading again.
    receiver.requestListener(Object.assign(request, { rawBody: body }), response);
  };
  return { receiver, route: { path: slackPath, method: 'POST', handler } };
}

/** 400 for what can never be understood, 500 for what should be delivered again. */
function refuse(error: unknown, response: ServerResponse, log: Log): void {
  const reason = error instanceof Error ? error.name : 'unknown';
  if (response.headersSent) {
    log.warn('A delivery failed after it was answered', { reason });
    return;
  }
  if (error instanceof Invalid) {
    log.warn('A delivery of Slack is not as documented', { problem: error.message });
    response.writeHead(400, { 'x-slack-no-retry': '1' }).end();
    return;
  }
  log.error('A delivery could not be stored; Slack will send it again', { reason });
  response.writeHead(500).end();
}

/** The body, or undefined when it is too large. Listens itself: an async iteration costs twice as much. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > largestBody) return resolve(undefined);
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > largestBody) {
        request.removeAllListeners('data');
        resolve(undefined);
      } else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    // An error is made only when there is one: its stack costs more than the reading.
    request.once('close', () => {
      if (!request.complete) reject(new Error('The sender went away'));
    });
  });
}

const openingBrace = 0x7b;

/** Only the first sign is looked at: what is broken after it, Bolt answers 400. So is a body that is empty. */
function isObject(body: Buffer, contentType: string | undefined): boolean {
  if (body[0] === openingBrace) return true;
  const form = contentType === 'application/x-www-form-urlencoded';
  const json = form ? new URLSearchParams(body.toString()).get('payload') : body.toString();
  return json === null || /^\s*(?:\{|$)/.test(json);
}

function isSigned(request: IncomingMessage, body: Buffer, signingSecret: string): boolean {
  return isValidSlackRequest({
    signingSecret,
    body: body.toString(),
    headers: {
      'x-slack-signature': String(request.headers['x-slack-signature'] ?? ''),
      'x-slack-request-timestamp': Number(request.headers['x-slack-request-timestamp']),
    },
  });
}
