import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './bodies.ts';
import { isBlock } from './controls.ts';
import { respond } from './responses.ts';
import { sendJson, sendText } from './send.ts';
import { SlackRefusal } from './slack-refusal.ts';
import type { World } from './world.ts';

const largestBytes = 1024 * 1024;

/** `POST /response/…`: the desk answers an interaction at its response_url. */
export async function serveResponse(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, largestBytes);
  const target = world.responseUrls.use(request.url ?? '');
  if (typeof target === 'string') return sendJson(response, 404, { ok: false, error: target });
  const call = { at: world.clock.now(), method: 'response_url' };
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    const args = isBlock(parsed) ? parsed : {};
    respond(world, target, args);
    world.calls.add({ ...call, ok: true, status: 200, args });
    sendText(response, 200, 'ok');
  } catch (error) {
    const code =
      error instanceof SlackRefusal
        ? error.code
        : error instanceof SyntaxError
          ? 'invalid_payload'
          : undefined;
    if (code === undefined) throw error;
    world.calls.add({ ...call, ok: false, status: 400, error: code, args: {} });
    sendJson(response, 400, { ok: false, error: code });
  }
}
