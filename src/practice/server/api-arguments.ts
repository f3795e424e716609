import type { IncomingMessage } from 'node:http';
import type { Args } from '../methods/arguments.ts';
import { readBody, readMultipart } from './bodies.ts';

const largestBytes = 16 * 1024 * 1024;

/**
 * Fields Slack reads as JSON when they come form-encoded. All others stay text, whatever they look like:
 * a person's message may well start with a brace.
 */
const jsonFields = new Set([
  'attachments',
  'blocks',
  'changes',
  'channel_ids',
  'chunks',
  'criteria',
  'document_content',
  'files',
  'loading_messages',
  'metadata',
  'prompts',
  'unfurls',
  'user_ids',
  'view',
]);

/** The arguments of a Web API call, from wherever a caller may put them. */
export async function readArguments(request: IncomingMessage): Promise<Args> {
  const query = new URL(request.url ?? '/', 'http://practice').searchParams;
  const body = await readBody(request, largestBytes);
  const fields = await bodyFields(body, request.headers['content-type'] ?? '');
  return { ...Object.fromEntries(query), ...fields };
}

/** The token of a call: a bearer header or an argument. */
export function tokenOf(request: IncomingMessage, args: Args): string | undefined {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined);
}

async function bodyFields(body: Buffer, contentType: string): Promise<Record<string, unknown>> {
  if (body.length === 0) return {};
  if (contentType.includes('application/json')) {
    const parsed = parsedOr(body.toString('utf8'), {});
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  }
  const isMultipart = contentType.includes('multipart/form-data');
  const raw = isMultipart
    ? await readMultipart(body, contentType)
    : Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  const decoded = Object.entries(raw).map(([name, value]) => [name, decode(name, value)]);
  return Object.fromEntries(decoded);
}

function decode(name: string, value: string | Buffer): unknown {
  return typeof value === 'string' && jsonFields.has(name) ? parsedOr(value, value) : value;
}

function parsedOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The method itself refuses what is no JSON, under the error name Slack has for that field.
    return otherwise;
  }
}
