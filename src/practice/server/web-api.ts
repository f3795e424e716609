import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PracticeFault } from '../control.ts';
import { allMethods } from '../methods/all-methods.ts';
import { type Args, textArg } from '../methods/arguments.ts';
import { checkScope } from '../methods/needed-scopes.ts';
import { readArguments, tokenOf } from './api-arguments.ts';
import { SlackRefusal } from './slack-refusal.ts';
import type { World } from './world.ts';

type Answer = { readonly ok: boolean; readonly error?: string; readonly [field: string]: unknown };

/** Answers one Web API call: reads it, lets a planned fault have its way, runs the method, keeps it in the journal. */
export async function serveWebApi(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = methodName(request);
  const args = await readArguments(request);
  const channel = textArg(args, 'channel') ?? textArg(args, 'channel_id');
  const fault = world.faults.take(method, channel);
  const call = { world, method, args, response };
  if (fault?.drop === 'before') return breakOff(call, { status: 0, error: 'dropped before' });
  if (fault?.status)
    return answerLater(fault, () => refuseStatus(call, fault.status ?? 500, fault.retryAfter));
  if (fault?.error) return answerLater(fault, () => answer(call, { ok: false, error: fault.error ?? '' }));
  const wait = world.pace.ask(method, channel);
  if (wait !== undefined) return refuseStatus(call, 429, wait);
  const result = run(world, { method, args, token: tokenOf(request, args) });
  if (fault?.drop === 'after') return breakOff(call, { status: 0, error: 'dropped after' });
  await answerLater(fault, () => answer(call, result));
}

type Call = { world: World; method: string; args: Args; response: ServerResponse };

function methodName(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://practice').pathname.slice('/api/'.length);
}

function run(world: World, call: { method: string; args: Args; token: string | undefined }): Answer {
  const method = Object.hasOwn(allMethods, call.method) ? allMethods[call.method] : undefined;
  // Slack answers 200 here; a 404 would make the client try again for half an hour.
  if (!method) return { ok: false, error: 'unknown_method', req_method: call.method };
  try {
    checkToken(world, call.method, call.token);
    checkScope(world, call.method);
    return { ok: true, ...method(world, call.args) };
  } catch (error) {
    if (error instanceof SlackRefusal) return { ok: false, error: error.code, ...error.fields };
    throw error;
  }
}

const withoutToken = new Set(['api.test', 'oauth.v2.access']);

function checkToken(world: World, method: string, token: string | undefined): void {
  if (withoutToken.has(method)) return;
  if (!token) throw new SlackRefusal('not_authed');
  const { botToken, appToken } = world.app;
  if (token !== botToken && token !== appToken) throw new SlackRefusal('invalid_auth');
  const wantsAppToken = method === 'apps.connections.open';
  if ((token === appToken) !== wantsAppToken) throw new SlackRefusal('not_allowed_token_type');
}

async function answerLater(fault: PracticeFault | undefined, send: () => void): Promise<void> {
  if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  send();
}

function answer(call: Call, result: Answer): void {
  keep(call, { ok: result.ok, status: 200, ...(result.error !== undefined && { error: result.error }) });
  const body = JSON.stringify(result);
  call.response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-oauth-scopes': call.world.app.scopes.join(','),
    'x-slack-req-id': call.world.ids.secret(),
  });
  call.response.end(body);
}

function refuseStatus(call: Call, status: number, retryAfter: number | undefined): void {
  const error = status === 429 ? 'ratelimited' : `status ${status}`;
  keep(call, { ok: false, status, error });
  call.response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
  call.response.end(JSON.stringify({ ok: false, error }));
}

function breakOff(call: Call, { status, error }: { status: number; error: string }): void {
  keep(call, { ok: false, status, error });
  call.response.destroy();
}

function keep(call: Call, outcome: { ok: boolean; status: number; error?: string }): void {
  const { token: _, ...args } = call.args;
  call.world.calls.add({ at: call.world.clock.now(), method: call.method, args, ...outcome });
}
