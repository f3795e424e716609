import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { PracticeRequests } from '../control.ts';
import { acts } from './acts.ts';
import { readBody } from './bodies.ts';
import { controlSchemas } from './control-schemas.ts';
import { sendJson } from './send.ts';
import { ControlRefusal, SlackRefusal } from './slack-refusal.ts';
import { streamChanges } from './sse.ts';
import { practiceState } from './state.ts';
import type { World } from './world.ts';

/** Files come base64-coded in JSON, so this is about 24 MB of file. */
const largestBytes = 32 * 1024 * 1024;

/** Serves the control protocol: what the page and the tests do as people. */
export async function serveControl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://practice');
  if (request.method === 'GET') return look(world, pathname, { request, response });
  if (request.method !== 'POST' || !isRoute(pathname))
    return sendJson(response, 404, { error: 'There is no such route.' });
  // A form of a foreign web page cannot send this type, which keeps such pages out.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return sendJson(response, 415, { error: 'Send JSON.' });
  }
  const body = await readBody(request, largestBytes);
  try {
    sendJson(response, 200, (await act(world, pathname, body.toString('utf8'))) ?? {});
  } catch (error) {
    const message = refusalText(error);
    if (message === undefined) throw error;
    sendJson(response, 400, { error: message });
  }
}

function look(
  world: World,
  path: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
) {
  switch (path) {
    case '/control/state':
      return sendJson(response, 200, practiceState(world));
    case '/control/calls':
      return sendJson(response, 200, world.calls.all());
    case '/control/deliveries':
      return sendJson(response, 200, world.deliveries.all());
    case '/control/stream':
      return streamChanges(world.changes, request, response);
    default:
      return sendJson(response, 404, { error: 'There is no such route.' });
  }
}

function isRoute(path: string): path is keyof PracticeRequests {
  return Object.hasOwn(acts, path);
}

type Acts = {
  [Route in keyof PracticeRequests]: (world: World, request: PracticeRequests[Route]) => unknown;
};

async function act<Route extends keyof PracticeRequests>(
  world: World,
  route: Route,
  body: string,
): Promise<unknown> {
  const table: Acts = acts;
  const run: Acts[Route] = table[route];
  return await run(world, controlSchemas[route].parse(JSON.parse(body)));
}

function refusalText(error: unknown): string | undefined {
  if (error instanceof ControlRefusal || error instanceof SlackRefusal) return error.message;
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof SyntaxError ? 'The body is not JSON.' : undefined;
}
