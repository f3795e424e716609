import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { sendText } from './send.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The page may load only its own files; nothing written in a message can become a script. */
const policy =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** Serves a file of the page's folder; `/` is `index.html`. */
export async function serveStatic(
  folder: string | undefined,
  path: string,
  response: ServerResponse,
): Promise<void> {
  if (folder === undefined) return sendText(response, 404, 'This practice server runs without its page.');
  const file = fileIn(folder, path === '/' ? '/index.html' : path);
  const type = types[extname(file ?? '')];
  const content = file && type ? await contentOf(file) : undefined;
  if (!content || !type) return sendText(response, 404, 'There is no such page.');
  response.writeHead(200, {
    'content-type': type,
    'content-length': content.length,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(content);
}

/** The path inside the folder, or undefined when it would lead out of it. */
function fileIn(folder: string, path: string): string | undefined {
  const root = normalize(folder + sep);
  const file = join(root, decoded(path));
  return file.startsWith(root) && !file.includes('\0') ? file : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A broken escape names no file of ours.
    return '/';
  }
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const isMissing =
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code));
    if (isMissing) return undefined;
    throw error;
  }
}
