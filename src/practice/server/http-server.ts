import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { TooLarge } from './bodies.ts';
import { serveControl } from './control-routes.ts';
import { servePageFile, servePrivateFile, serveUpload } from './file-routes.ts';
import { isAddressedToUs } from './loopback.ts';
import { serveResponse } from './response-route.ts';
import { sendText } from './send.ts';
import { serveStatic } from './static-files.ts';
import { serveWebApi } from './web-api.ts';
import type { World } from './world.ts';

/** The one server of the practice workspace: Slack's side, the control protocol, and the page. */
export function createPracticeServer(world: World, pageFolder: string | undefined): Server {
  const server = createServer((request, response) => {
    route(world, pageFolder, { request, response }).catch((error: unknown) => fail(response, error));
  });
  server.keepAliveTimeout = 60_000;
  server.on('upgrade', (request, socket, head) => {
    const expected = isAddressedToUs(request) && request.url?.startsWith('/link/');
    if (expected) world.sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  return server;
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

async function route(
  world: World,
  pageFolder: string | undefined,
  { request, response }: Exchange,
): Promise<void> {
  if (!isAddressedToUs(request))
    return sendText(response, 403, 'The practice server answers this machine only.');
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path.startsWith('/api/')) return serveWebApi(world, request, response);
  if (path.startsWith('/response/')) return serveResponse(world, request, response);
  if (path.startsWith('/upload/')) return serveUpload(world, request, response);
  if (path.startsWith('/files-pri/')) return servePrivateFile(world, request, response);
  if (path.startsWith('/control/file/')) return servePageFile(world, request, response);
  if (path.startsWith('/control/')) return serveControl(world, request, response);
  if (request.method === 'GET' || request.method === 'HEAD') return serveStatic(pageFolder, path, response);
  sendText(response, 404, 'There is nothing here.');
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) response.destroy();
  else if (error instanceof TooLarge) sendText(response, 413, 'That is too much.');
  else
    sendText(
      response,
      500,
      `The practice server failed: ${error instanceof Error ? error.stack : 'unknown'}`,
    );
}
