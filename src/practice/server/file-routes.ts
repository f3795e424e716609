import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, readMultipart } from './bodies.ts';
import type { StoredFile } from './message.ts';
import { sendText } from './send.ts';
import type { World } from './world.ts';

const largestUpload = 64 * 1024 * 1024;

/** `POST /upload/v1/<id>`: the bytes of a file the desk announced. */
export async function serveUpload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = (request.url ?? '').split('?')[0]?.split('/').at(-1) ?? '';
  const file = world.files.get(id);
  if (!file || file.shared) return sendText(response, 404, 'There is no such upload.');
  const body = await readBody(request, largestUpload);
  const contentType = request.headers['content-type'] ?? '';
  world.files.set(id, { ...file, content: await uploadedBytes(body, contentType) });
  const { content } = world.files.get(id) ?? file;
  sendText(response, 200, `OK - ${content.length}`);
}

/** `GET /files-pri/…`: a file for the desk, with its token, as from Slack's `url_private`. */
export function servePrivateFile(world: World, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.authorization !== `Bearer ${world.app.botToken}`) {
    // Slack sends a stranger to its sign-in page.
    response.writeHead(302, { location: '/' });
    response.end();
    return;
  }
  const id = /^\/files-pri\/[^/-]+-([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
  sendFile(world.files.get(id), response);
}

/** `GET /control/file/…`: a file for the page. */
export function servePageFile(world: World, request: IncomingMessage, response: ServerResponse): void {
  sendFile(world.files.get((request.url ?? '').split('/')[3] ?? ''), response);
}

const shownInPlace = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

function sendFile(file: StoredFile | undefined, response: ServerResponse): void {
  if (!file) {
    sendText(response, 404, 'There is no such file.');
    return;
  }
  const inPlace = shownInPlace.has(file.mimetype);
  const name = encodeURIComponent(file.name);
  response.writeHead(200, {
    'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(file.mimetype) ? file.mimetype : 'application/octet-stream',
    'content-length': file.content.length,
    'content-disposition': `${inPlace ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(file.content);
}

async function uploadedBytes(body: Buffer, contentType: string): Promise<Buffer> {
  if (!contentType.includes('multipart/form-data')) return body;
  const fields = Object.values(await readMultipart(body, contentType));
  return fields.find((value) => Buffer.isBuffer(value)) ?? Buffer.alloc(0);
}
